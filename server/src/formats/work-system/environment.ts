import { answer, choice, date, ids, interval, items, map, slots, texts, who } from '../field.ts';

/** What surrounds the work. Format reference, section 6.8. */
export const environment = map(
  {
    policies: items(
      'policies',
      {
        form: choice(['formal', 'informal', 'in-development'], 'Written and in force, unwritten, or being written'),
        applies_to: ids(['participants'], 'Groups it is meant for; absent means all'),
        known_by: ids(['participants'], 'Groups that know it'),
        evidence: slots(
          {
            what: answer('What shows it'),
            date: date('From when'),
          },
          ['what', 'date'],
          'How you know that they know',
        ),
      },
      'Security policies that apply here',
    ),
    threat_watch: slots(
      {
        who: who('Who'),
        how: answer('From which source'),
        every: interval('How often'),
      },
      ['who', 'how', 'every'],
      'Who follows new threats',
    ),
    conditions: texts('Law, market, culture and other conditions; the keys are free'),
  },
  'What surrounds the work',
);
