import { answer, choice, flag, ids, items, slots } from '../field.ts';

/** Who receives or uses what the work produces. Format reference, section 6.2. */
export const customers = items(
  'customers',
  {
    type: choice(['person', 'organisation'], 'A person, or an organisation with people of its own'),
    receives: ids(['products'], 'What they get'),
    sees: ids(['information'], 'Information they can see'),
    use_limits: slots(
      {
        what: answer('What they may do with it'),
        told_how: answer('How they were told'),
        onward: answer('What they may pass on, and to whom'),
      },
      ['what', 'told_how'],
      'What keeps the information from being misused there',
    ),
    is_data_subject: flag('The information is about them'),
    acts_in_system: flag('They also do part of the work'),
    guidance: answer('What they are told about doing their part safely'),
  },
  'Who receives or uses what the work produces',
);
