import { answer, choice, flag, interval, items, slots, who } from '../field.ts';

/** Tools, and programs that act alone. Format reference, section 6.7. */
export const technologies = items(
  'technologies',
  {
    kind: choice(['tool', 'automated-agent'], 'Used by people, or acts alone; absent means tool'),
    ownership: choice(['organisation', 'personal', 'provider'], 'Whose it is'),
    portable: flag('Can be carried away, with information on it'),
    sign_in: choice(['personal', 'personal-with-second-factor', 'shared', 'none'], 'How people sign in'),
    protections: slots(
      {
        intrusion: answer('Against break-in'),
        theft: answer('Against theft or loss'),
        sabotage: answer('Against damage, wilful or not'),
      },
      [],
      'What guards it',
    ),
    watched_by: slots(
      {
        who: who('Who looks'),
        how: answer('At what'),
        every: interval('How often'),
      },
      ['who', 'how', 'every'],
      'Who would see odd behaviour or use',
    ),
    personal_device_rule: answer("For people's own devices: what may be done on them"),
    overseen_by: who('For programs that act alone: who answers for them'),
  },
  'Tools, and programs that act alone',
);
