import { PERSONAL_DATA, SENSITIVITY } from '../choices.ts';
import { answer, choice, flag, ids, idsOrText, items, slots, text, who } from '../field.ts';

/** What is used, kept, sent or spoken. Format reference, section 6.6. */
export const information = items(
  'information',
  {
    sensitivity: choice(SENSITIVITY, 'How bad it would be if it leaked, was lost or was wrong'),
    personal_data: choice(PERSONAL_DATA, 'Whether it tells about people; absent means none'),
    anonymised: flag('Nobody can be recognised in it any more'),
    about: ids(['customers', 'participants'], 'Whom it is about'),
    built_from: ids(['information'], 'What it is made from'),
    redacts: text('What is left out of its sources'),
    owner: who('Who decides who may see it'),
    stored_in: idsOrText({ to: ['technologies', 'infrastructure'] }, 'Where it is kept, copies included'),
    protections: idsOrText({ to: ['controls', 'policies'] }, 'What protects it'),
    accuracy_check: slots(
      {
        who: who('Who checks'),
        when: answer('When'),
        how: answer('How'),
      },
      ['who', 'when'],
      'How wrong details come to light',
    ),
  },
  'What is used, kept, sent or spoken',
);
