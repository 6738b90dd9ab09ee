import * as z from 'zod';
import { answer, choice, date, items, list, literal, map, special, text, who } from './field.ts';

export const KINDS = ['work-system', 'project-charter'] as const;
export type Kind = (typeof KINDS)[number];

/** The stand-in for a value that does not arise here. Format reference, section 4. */
export const notApplicable = map(
  {
    because: literal(text('Why the question does not arise here')),
    decided_by: literal(who('Who decided that')),
    until: literal(date('Last day on which this holds')),
  },
  'It does not apply here, because …',
);

/** The stand-in for a value that somebody settles later. */
export const askLater = map(
  {
    who: literal(who('Who will settle it')),
    by: literal(date('Date by which it is settled')),
  },
  'Somebody settles this by a date',
);

/** An answer to a question of a firm's own, under a key that begins with `x-`. */
export const ownAnswer = answer('An answer to a question of your own');

/** The stand-ins by key; they may stand for any value whatever its type, and for a whole section. */
export const STAND_INS = { not_applicable: notApplicable, ask_later: askLater } as const;
export type StandIn = keyof typeof STAND_INS;

const waivers = literal(
  list(
    map(
      {
        rule: literal(special(z.string(), 'rule', 'The rule that is excepted')),
        at: literal(
          special(
            z.string(),
            'place',
            'Where, as a dotted path; the node and all below it. Absent: the whole document',
          ),
        ),
        because: literal(text('Why')),
        decided_by: literal(who('Who decided it')),
        until: literal(date('Last day on which it holds')),
      },
      'An exception somebody decided',
    ),
    'Exceptions that somebody decided, each with a reason, a decider and a last day',
  ),
);

/** `defaults`: for each section, fields that every item without them gets. */
function defaults(sections: Readonly<Record<string, z.ZodType>>) {
  const shape: Record<string, z.ZodType> = {};
  for (const [name, section] of Object.entries(sections)) {
    const { name: _name, description: _description, ...fields } = itemShape(section);
    shape[name] = map(fields, `Fields that every item of ${name} gets when it does not have them`);
  }
  return map(shape, 'Gives a field to every item of a section that does not have it');
}

function itemShape(section: z.ZodType): Record<string, z.ZodType> {
  if (!(section instanceof z.ZodRecord) || !(section.valueType instanceof z.ZodObject))
    throw new Error('no section of items');
  return section.valueType.shape as Record<string, z.ZodType>;
}

/** The keys both kinds have at their root. */
export const root = (words: { title: string; purpose: string; defaults: Readonly<Record<string, z.ZodType>> }) => ({
  kind: literal(choice(KINDS, 'What this document is')),
  format: literal(special(z.literal(1), 'version', 'Version of this format')),
  title: text(words.title),
  id: literal(text('Short name for links; where absent, the file name up to the first dot')),
  language: text('Language of the text, such as en or de; absent means en. Word checks run for English only'),
  purpose: text(words.purpose),
  roles: items('roles', {}, 'Posts that are named as responsible but do not take part in the work'),
  defaults: defaults(words.defaults),
  waivers,
});
