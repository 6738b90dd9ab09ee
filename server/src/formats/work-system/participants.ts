import { PUSH } from '../choices.ts';
import { answer, choice, date, ids, idsOrText, items, list, map, number, slots, text } from '../field.ts';
import { TOPICS } from '../words.ts';

/** Groups that do the work. Format reference, section 6.5. */
export const participants = items(
  'participants',
  {
    count: number('How many people'),
    employment: choice(['employees', 'agency', 'contractors', 'supplier', 'volunteers'], 'In what relation they stand'),
    awareness: slots(
      {
        policies: ids(['policies'], 'The policies'),
        told_how: answer('How they were told'),
        checked_on: date('When it was last checked'),
      },
      ['policies', 'told_how'],
      'Which rules they know',
    ),
    training: slots(
      {
        covers: idsOrText({ to: ['information', 'policies'], words: TOPICS }, 'Topics'),
        how: text('In what form'),
        last: date('When last'),
        next_due: date('When next'),
      },
      ['covers', 'last'],
      'Training or advice they had',
    ),
    incentives: list(
      map(
        {
          kind: choice(PUSH, 'What is rewarded'),
          description: text('In words'),
          measured_on: ids(['activities', 'products'], 'On what it is measured'),
          effect: choice(['supports', 'neutral', 'undermines'], 'What it does to security'),
          counterweight: answer('What balances it'),
          because: answer('With neutral: why'),
        },
        'Pay, praise or ranking that depends on the work',
        'description',
      ),
      'Pay, praise or ranking that depends on the work',
    ),
    involved_in: list(
      choice(['risk-assessment', 'requirements', 'control-trial', 'control-review'], 'Security work they took part in'),
      'Security work they took part in',
    ),
    security_duties: slots(
      {
        what: answer('Which duties'),
        time_allowed: answer('Time there is for them'),
      },
      ['what'],
      'Security as part of their job',
    ),
    agreement: slots(
      {
        what: answer('What they agreed to'),
        leaver_step: answer('How their access ends'),
      },
      ['what', 'leaver_step'],
      'For people from outside: what binds them',
    ),
  },
  'Groups that do the work',
);
