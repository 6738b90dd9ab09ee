import { PUSH } from '../choices.ts';
import { answer, choice, date, ids, idsOrText, interval, items, list, map, slots, text, who, whos } from '../field.ts';

/** What is done. Format reference, section 6.4. */
export const activities = items(
  'activities',
  {
    does: text('Who does what, in one sentence'),
    performed_by: ids(['participants', 'customers', 'technologies'], 'Who or what does it'),
    uses: ids(['information'], 'Information that is read or changed'),
    creates: ids(['information'], 'Information that comes into being'),
    produces: ids(['products'], 'Products that come out'),
    with: ids(['technologies', 'infrastructure'], 'Tools and shared services used'),
    goals: list(
      map(
        {
          kind: choice(PUSH, 'What is pushed for'),
          target: text('The target'),
          description: text('In words'),
        },
        'What the activity is measured by',
        'description',
      ),
      'What the activity is measured by',
    ),
    security_steps: ids(['controls'], 'Controls that are part of the activity'),
    follows: ids(['policies'], 'Policies it keeps'),
    exception_to: ids(['policies'], 'Policies it departs from on purpose'),
    when_goals_conflict: slots(
      {
        rule: choice(['security-first', 'escalate', 'performance-first'], 'The decision'),
        to: who('With escalate: whom to ask'),
        approved_by: who('With performance-first: who allowed it'),
        until: date('With performance-first: how long it holds'),
      },
      ['rule'],
      'What comes first when target and safe way clash',
    ),
    weaknesses_reviewed: slots(
      {
        date: date('When'),
        by: who('Who looked'),
      },
      ['date', 'by'],
      'When somebody last looked for weak spots',
    ),
    weaknesses: list(
      map(
        {
          what: answer('What can go wrong'),
          affects: ids(['information'], 'What it concerns'),
          response: answer('What is done about it'),
          owner: who('Who does it'),
          due: date('By when'),
          done_on: date('When it was done'),
        },
        'Weak spots that are known; `[]` means none were found',
        'what',
      ),
      'Weak spots that are known; `[]` means none were found',
    ),
    workarounds_asked: slots(
      {
        whom: whos('Who was asked'),
        date: date('When'),
      },
      ['whom', 'date'],
      'That people were asked about short cuts',
    ),
    workarounds: list(
      map(
        {
          what: answer('What people do'),
          why: choice(
            ['control-effort', 'goal-conflict', 'missing-tool', 'unclear-rule', 'passing-obstacle', 'other'],
            'The cause',
          ),
          avoids: ids(['controls', 'policies'], 'What it goes round'),
          affects: ids(['information'], 'What it concerns'),
          effect: choice(['harmful', 'neutral', 'beneficial', 'unknown'], 'What it does on the whole'),
          response: slots(
            {
              kind: choice(
                ['remove-cause', 'lighten-control', 'adopt', 'remind', 'train', 'discipline', 'accept'],
                'Sort of response',
              ),
              what: answer('What exactly'),
              owner: who('Who does it'),
              due: date('By when'),
              done_on: date('When it was done'),
            },
            ['kind'],
            'What happens to it',
          ),
        },
        'Short cuts people use; `[]` means none are known',
        'what',
      ),
      'Short cuts people use; `[]` means none are known',
    ),
    hand_overs: list(
      map(
        {
          what: ids(['information'], 'What is handed over'),
          to: idsOrText({ to: ['activities', 'customers'] }, 'Where it goes'),
          by: choice(
            [
              'system',
              'encrypted-mail',
              'mail',
              'personal-mail',
              'chat',
              'removable-media',
              'paper',
              'spoken',
              'other',
            ],
            'The way it goes',
          ),
          protected_by: idsOrText({ to: ['controls'] }, 'What protects it on the way'),
        },
        'How information leaves this activity',
        'protected_by',
      ),
      'How information leaves this activity',
    ),
    watched_by: slots(
      {
        who: who('Who looks'),
        how: answer('At what'),
        every: interval('How often'),
      },
      ['who', 'how', 'every'],
      'Who would notice that rules are skipped',
    ),
  },
  'What is done',
  'does',
);
