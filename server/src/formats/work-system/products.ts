import { SENSITIVITY } from '../choices.ts';
import { answer, choice, ids, items, slots, text, whos } from '../field.ts';

/** What the work produces. Format reference, section 6.3. */
export const products = items(
  'products',
  {
    kind: choice(
      ['informational', 'physical', 'service'],
      'A text or figure, a thing, or something done for the customer',
    ),
    contains: ids(['information'], 'Information that goes into it'),
    distribution: choice(SENSITIVITY, 'How widely it may go'),
    redacts: text('What is left out of the contents'),
    checked_by: whos('Who checks it'),
    safeguards: slots(
      {
        against_error: answer('What catches an error'),
        against_misuse: answer('What stops misuse'),
      },
      ['against_error', 'against_misuse'],
      'What catches errors and misuse',
    ),
    misstatement: slots(
      {
        who_gains: answer('Who would gain'),
        response: answer('What keeps it honest'),
      },
      ['who_gains', 'response'],
      'Reasons to bend the content',
    ),
  },
  'What the work produces',
);
