import { answer, choice, date, ids, interval, items, number, text, who } from '../field.ts';

/** Steps and means that protect. Format reference, section 6.11. */
export const controls = items(
  'controls',
  {
    does: text('What it does'),
    owner: who('Who looks after it'),
    protects: ids(['information'], 'What it protects; the same as naming it in `protections` there'),
    used_by: ids(['participants', 'customers', 'technologies'], 'Who works with it'),
    effort: choice(['low', 'medium', 'high'], 'How much it asks of them'),
    minutes: number('Minutes each time'),
    uses_per_day: number('Times a day, per person'),
    tried_with: ids(['participants', 'customers'], 'Who tried it before it was decided'),
    redesign: answer('What will change about it'),
    test_every: interval('How often somebody checks that it works'),
    last_tested: date('When last'),
    changed: date('When it last changed'),
    users_told: date('When its users were last told'),
  },
  'Steps and means that protect',
  'does',
);
