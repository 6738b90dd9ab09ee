import { answer, id, list, map, slots, text, who } from '../field.ts';

const stance = {
  aim: text('The aim'),
  security: slots(
    {
      aim: answer('What is aimed for'),
      measure: answer('How one sees that it is reached'),
    },
    ['aim', 'measure'],
    'The stance on security',
  ),
};

export const strategies = map(
  {
    work_system: map(stance, 'Of this work', 'aim'),
    department: map(stance, 'Of the department', 'aim'),
    organisation: map(stance, 'Of the organisation', 'aim'),
    differences: list(
      map(
        {
          what: answer('The difference'),
          policy: id(['policies'], 'The policy it departs from'),
          benefits: answer('What is gained'),
          problems: answer('What it costs or endangers'),
          decided_by: who('Who decided it'),
        },
        "Where this work departs from the organisation's rules; `[]` means nowhere",
        'what',
      ),
      "Where this work departs from the organisation's rules; `[]` means nowhere",
    ),
  },
  'What the work aims for',
);
