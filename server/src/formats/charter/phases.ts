import {
  answer,
  choice,
  date,
  flag,
  flagOrDate,
  idsOrText,
  interval,
  items,
  list,
  map,
  number,
  slots,
  text,
  who,
} from '../field.ts';
import { TOPICS } from '../words.ts';

/** What every phase may hold. Format reference, section 7.2. */
const common = {
  owner: who('Who leads the phase'),
  starts: date('First day'),
  ends: date('Last day'),
  activities: list(text('What is done'), 'What is done'),
  security: slots(
    {
      who: who('Who'),
      what: answer('What'),
      when: text('When: a date or a few words'),
    },
    ['who', 'what', 'when'],
    'What is done for security in it',
  ),
  gate: map(
    {
      owner: who('Who decides'),
      criteria: list(
        map(
          {
            text: answer('In words'),
            type: choice(['security', 'other'], 'Whether it is about security'),
          },
          'What must hold',
          'text',
        ),
        'What must hold',
      ),
      date: date('Planned day'),
      passed: flagOrDate('Passed, and when'),
    },
    'What must hold before the next phase',
    'criteria',
  ),
};

/** The four phases of the work system life cycle. Format reference, sections 7.2 and 7.3. */
export const phases = map(
  {
    initiation: map({ ...common }, 'Starting the project'),
    development: map(
      {
        ...common,
        approach: choice(['agile', 'staged', 'purchase', 'mixed'], 'How it is built'),
        definition_of_done: list(
          map(
            {
              text: answer('In words'),
              type: choice(['security', 'other'], 'Whether it is about security'),
            },
            'When a piece of work is finished',
            'text',
          ),
          'When a piece of work is finished',
        ),
        backlog: list(
          map(
            {
              text: answer('In words'),
              type: choice(['security', 'other'], 'Whether it is about security'),
            },
            'Work or stories planned',
            'text',
          ),
          'Work or stories planned',
        ),
        outputs: items(
          'outputs',
          {
            kind: choice(
              ['software', 'configuration', 'documentation', 'training-material', 'equipment', 'other'],
              'Sort',
            ),
            acquired: flag('Bought in'),
            supplier_check: answer('Who looked at the supplier, and how'),
            security_coverage: answer('What it does or says about safe use'),
            due: date('By when'),
          },
          'What comes out',
        ),
        testing: map(
          {
            security: answer('Tests of the protection'),
            data: choice(['synthetic', 'masked', 'live'], 'Data used in tests'),
            data_protection: answer('With live data: what protects them'),
          },
          'How it is tested',
          'security',
        ),
      },
      'Building, buying, configuring, writing',
    ),
    implementation: map(
      {
        ...common,
        go_live: date('First day of the new way'),
        effort: map(
          {
            description: text('In words'),
            total_hours: number('In all'),
            security_hours: number('Of these for security'),
          },
          'Time planned',
          'description',
        ),
        briefing: slots(
          {
            personal_devices: answer('What may go on their own devices'),
            passwords: answer('How to sign in'),
            logging_off: answer('When to sign out or lock'),
            why_it_matters: answer('Why, in terms of their work'),
          },
          [],
          'What people are told',
        ),
        training: list(
          map(
            {
              audience: idsOrText({ to: ['participants', 'customers'], scope: 'linked' }, 'For whom'),
              ends: date('Last day'),
              covers: idsOrText({ to: ['information', 'policies'], scope: 'linked', words: TOPICS }, 'Topics'),
            },
            'Planned training',
          ),
          'Planned training',
        ),
        conversion: slots(
          {
            moves: idsOrText({ to: ['information'], scope: 'linked' }, 'What is moved'),
            protected_by: answer('What protects it on the way'),
            old_copies: answer('What happens to the old copies'),
          },
          [],
          'Moving data to the new place',
        ),
        acceptance: list(
          map(
            {
              criterion: answer('In words'),
              type: choice(['security', 'other'], 'Whether it is about security'),
            },
            'When the new way is accepted',
            'criterion',
          ),
          'When the new way is accepted',
        ),
      },
      'Bringing the change to the people; not programming',
    ),
    operation_and_maintenance: map(
      {
        ...common,
        security_owner: who('Who looks after security from then on'),
        incident_responder: who('Who acts on incidents'),
        control_review: slots(
          {
            first: date('First time'),
            every: interval('How often then'),
          },
          ['first', 'every'],
          'When the controls are checked',
        ),
        workaround_check: slots(
          {
            who: who('Who asks'),
            date: date('When'),
          },
          ['who', 'date'],
          'When people are asked about short cuts',
        ),
      },
      'After the project',
    ),
  },
  'How the change is carried through, phase by phase',
);
