import { PERSONAL_DATA, PUSH, SENSITIVITY } from '../choices.ts';
import { answer, choice, date, ids, idsOrText, items, link, list, map, slots, text, who } from '../field.ts';

export const work_system = map(
  {
    as_is: link('The work as it is'),
    to_be: link('The work as it is to be'),
  },
  'The descriptions this project starts from and leads to',
  'as_is',
);

export const objectives = list(
  map(
    {
      text: text('In words'),
      kind: choice(PUSH, 'What is pushed for'),
      measure: text('How one sees it'),
      addresses: ids(['activities', 'risks'], 'What it picks up', 'as-is'),
    },
    'What is to be reached',
    'text',
  ),
  'What is to be reached',
);

export const information_touched = list(
  map(
    {
      what: idsOrText({ to: ['information'], scope: 'linked' }, 'Which'),
      sensitivity: choice(SENSITIVITY, 'Its class, where no description says it'),
      personal_data: choice(PERSONAL_DATA, 'Whether it tells about people, where no description says it'),
    },
    'Sensitive information the project touches; `[]` says none',
    'what',
  ),
  'Sensitive information the project touches; `[]` says none',
);

export const scope = map(
  {
    includes: list(text('What belongs to the project'), 'What belongs to the project'),
    excludes: list(
      map(
        {
          what: text('What'),
          type: choice(['security', 'other'], 'Whether it is about security'),
          why: text('Why'),
          owner: who('Who takes it up'),
          by: date('By when'),
        },
        'What is left out or put off',
        'what',
      ),
      'What is left out or put off',
    ),
  },
  'What belongs to the project and what does not',
);

export const requirements = items(
  'requirements',
  {
    text: answer('In one sentence'),
    type: choice(['functional', 'security', 'quality', 'constraint'], 'Sort'),
    covers: ids(['information', 'technologies', 'participants', 'customers'], 'What it protects or concerns', 'linked'),
    addresses: ids(['activities', 'risks'], 'What it picks up', 'as-is'),
    verified_by: answer('How one will see that it is met'),
  },
  'What the result must do',
  'text',
);

export const stakeholders = items(
  'stakeholders',
  {
    consulted_on: list(
      choice(['risks', 'requirements', 'design', 'rollout'], 'What they were asked about'),
      'What they were asked about',
    ),
  },
  'Keys: ids of linked participants or customers, of roles, or new names',
);

export const risks = items(
  'risks',
  {
    text: text('In words'),
    category: choice(['security', 'schedule', 'cost', 'quality', 'other'], 'Sort'),
    covers: ids(['information', 'technologies', 'participants', 'customers'], 'What it concerns', 'linked'),
    addresses: ids(['activities'], 'The activity whose weak spot or short cut it picks up', 'as-is'),
    owner: who('Who watches it'),
    response: answer('What is done'),
    status: choice(['open', 'closed', 'accepted'], 'Absent means open'),
    accepted_by: who('With accepted: who accepts it'),
    until: date('With accepted: until when'),
  },
  'What could go wrong',
  'text',
);

export const resources = list(
  map(
    {
      for: text(
        'What for: security-features, security-activities, security-training, security (all three), or anything else',
      ),
      amount: text('How much: hours, days, money or a share'),
    },
    'Time and money set aside',
    'for',
  ),
  'Time and money set aside',
);

export const privacy_triggers = list(
  choice(
    [
      'profiling',
      'large-scale',
      'public-monitoring',
      'new-technology',
      'access-to-service',
      'biometric-or-genetic',
      'data-matching',
      'invisible-processing',
      'tracking',
      'children',
      'physical-harm',
      'vulnerable-people',
    ],
    'What makes the use of personal data delicate',
  ),
  'What makes the use of personal data delicate',
);

export const privacy_assessment = slots(
  {
    decision: choice(['needed', 'not-needed', 'done'], 'The decision'),
    decided_by: who('Whose'),
    date: date('From when'),
  },
  ['decision', 'decided_by'],
  'Whether an assessment for personal data is made',
);
