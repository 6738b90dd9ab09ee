import * as z from 'zod';
import { charter } from './formats/charter.ts';
import { type Kind, ownAnswer } from './formats/common.ts';
import { parseDay } from './formats/dates.ts';
import { type FieldType, fieldOf, type SectionName } from './formats/field.ts';
import { nearest } from './formats/nearest.ts';
import { schemaAt } from './formats/schema-at.ts';
import { sectionPath } from './formats/section-path.ts';
import { workSystem } from './formats/work-system.ts';

/** Sections an own rule can ask about, and the kind of document they lie in. */
const SECTIONS = {
  customers: 'work-system',
  products: 'work-system',
  activities: 'work-system',
  participants: 'work-system',
  information: 'work-system',
  technologies: 'work-system',
  policies: 'work-system',
  infrastructure: 'work-system',
  controls: 'work-system',
  requirements: 'project-charter',
  stakeholders: 'project-charter',
  risks: 'project-charter',
  outputs: 'project-charter',
} as const satisfies Partial<Record<SectionName, Kind>>;

export type OwnSection = keyof typeof SECTIONS;

/** The kind of document a section lies in. */
export const kindOfSection = (section: OwnSection): Kind => SECTIONS[section];

/** Derived notions that may stand among the conditions, and the sections they make sense for. */
const NOTIONS: Readonly<Record<string, readonly OwnSection[]>> = {
  sensitive: Object.keys(SECTIONS) as OwnSection[],
  touching: ['activities'],
  handler: ['participants'],
};

const word = z.union([z.string(), z.number(), z.boolean()]);

/** What a condition given as a map may ask; where it asks several things, all of them must hold. */
export const conditionShape = {
  equals: word.optional().describe('The field holds this'),
  in: z.array(word).optional().describe('The field holds one of these'),
  present: z.boolean().optional().describe('The field is there (true) or not (false)'),
};

const condition = z.union([word, z.strictObject(conditionShape).describe('What the field must hold')]);

export type Condition = z.output<typeof condition>;

/**
 * A question of a firm's or project's own, as data: for each item of a section that meets all conditions, a field must
 * be answered. No expressions, no patterns, no code.
 */
export const ownRuleSchema = z
  .strictObject({
    id: z
      .string()
      .regex(/^own\/[a-z0-9][a-z0-9-]*$/, 'begins with own/ and goes on with small letters, digits and hyphens')
      .describe('Name of the rule, own/…'),
    question: z.string().min(1).max(160).describe('What is asked; {name} stands for the item'),
    why: z.string().min(1).describe('Why it is asked'),
    severity: z.enum(['error', 'warning', 'information', 'hint']).default('information').describe('How grave a gap is'),
    for: z.enum(Object.keys(SECTIONS) as [OwnSection]).describe('Section whose items are asked about'),
    where: z
      .record(z.string(), condition)
      .default({})
      .describe('Conditions: fields of the item, and sensitive, touching or handler'),
    answer: z.string().describe('Field that must be answered: one of the section, or a new one that begins with x-'),
  })
  .superRefine(checkMeaning, { when: ({ value }) => typeof value === 'object' && value !== null });

export type OwnRule = z.output<typeof ownRuleSchema>;

/** What the shape cannot say: fields that are there, words that can be found in them. Parts of a wrong shape are skipped. */
function checkMeaning(rule: Partial<OwnRule>, context: z.RefinementCtx): void {
  const tell = (path: string[], message: string, part: 'key' | 'value' = 'value'): void =>
    context.addIssue({ code: 'custom', path, message, params: { part } });
  const [, strange] = /\{(?!name\})([^{}]*)\}/.exec(String(rule.question)) ?? [];
  if (strange !== undefined)
    tell(['question'], `“{${strange}}” stands for nothing here; {name} stands for the item that is asked about.`);
  if (typeof rule.for !== 'string' || !Object.hasOwn(SECTIONS, rule.for)) return;
  const section = rule.for;
  const known = fieldsOf(section);
  const { answer, where } = rule;
  if (typeof answer === 'string' && !known.has(answer) && !OWN_KEY.test(answer))
    tell(['answer'], notAField(section, answer, known.keys(), ' A new one begins with x-.'));
  if (typeof where !== 'object' || where === null || Array.isArray(where)) return;
  for (const [field, wanted] of Object.entries(where)) {
    if (wanted === undefined || wanted === null) continue;
    const notion = Object.hasOwn(NOTIONS, field) ? NOTIONS[field] : undefined;
    const schema = known.get(field);
    const at = ['where', field];
    if (notion && !notion.includes(section)) tell(at, `${field} can be asked of ${notion.join(', ')} only.`, 'key');
    else if (!notion && !schema) tell(at, notAField(section, field, [...known.keys(), ...Object.keys(NOTIONS)]), 'key');
    else {
      const wrong = schema ? wrongCondition(schema, field, wanted) : wrongNotion(field, wanted);
      if (wrong) tell(at, wrong);
    }
  }
}

const OWN_KEY = /^x-[\w-]+$/;

function notAField(section: OwnSection, field: string, known: Iterable<string>, otherwise = ''): string {
  const near = nearest(field, known);
  return `“${field}” is not a field of ${section}.${near ? ` Did you mean ${near}?` : otherwise}`;
}

const wrongNotion = (field: string, wanted: Condition): string | undefined =>
  typeof wanted === 'boolean' ? undefined : `${field} takes true or false.`;

/** Why a condition can never be met, or says nothing. */
function wrongCondition(schema: z.ZodType, field: string, wanted: Condition): string | undefined {
  const words = wordsIn(wanted);
  if (typeof wanted === 'object') {
    const { equals, in: among, present } = wanted;
    if (among?.length === 0 || (equals === undefined && among === undefined && present === undefined))
      return `Say what ${field} must hold: one word, or a map with equals, in or present.`;
  }
  const held = schema instanceof z.ZodArray ? (schema.element as z.ZodType) : schema;
  const { type } = fieldOf(held);
  if (words.length === 0) return undefined;
  if (COMPOSED.has(type)) return `${field} holds fields of its own, so only present can be asked of it.`;
  const odd = words.find((word) => !fits(held, word));
  if (odd === undefined) return undefined;
  if (type !== 'choice') return `${field} takes ${KINDS_OF_WORD[type]}, not “${odd}”.`;
  const choices = (held as z.ZodEnum).options as readonly string[];
  const near = nearest(odd, choices);
  return `${field} takes one of ${choices.join(', ')}, not “${odd}”.${near ? ` Did you mean ${near}?` : ''}`;
}

const COMPOSED: ReadonlySet<FieldType> = new Set(['map', 'slots', 'items', 'list']);

const KINDS_OF_WORD: Partial<Readonly<Record<FieldType, string>>> = {
  flag: 'true or false',
  number: 'a number',
  date: 'a date such as 2026-06-30',
};

/** True for a word that a field can hold. */
function fits(schema: z.ZodType, word: string): boolean {
  switch (fieldOf(schema).type) {
    case 'choice':
      return ((schema as z.ZodEnum).options as readonly string[]).includes(word);
    case 'flag':
      return word === 'true' || word === 'false';
    case 'number':
      return word.trim() !== '' && Number.isFinite(Number(word));
    case 'date':
      return parseDay(word) === word;
    default:
      return true;
  }
}

function wordsIn(wanted: Condition): string[] {
  if (typeof wanted !== 'object') return [String(wanted)];
  return [...(wanted.equals === undefined ? [] : [wanted.equals]), ...(wanted.in ?? [])].map(String);
}

/** True where what a field holds meets a condition; `held` are its words, none where nothing is given. */
export function meetsCondition(wanted: Condition, held: readonly string[], given: boolean): boolean {
  if (typeof wanted !== 'object') return held.includes(String(wanted));
  const { equals, in: among, present } = wanted;
  return (
    (present === undefined || present === given) &&
    (equals === undefined || held.includes(String(equals))) &&
    (among === undefined || among.some((word) => held.includes(String(word))))
  );
}

/** The row of the field table behind the answer a rule asks for. */
export const answerField = ({ for: section, answer }: Pick<OwnRule, 'for' | 'answer'>): z.ZodType =>
  fieldsOf(section).get(answer) ?? ownAnswer;

/** The fields an item of a section may hold. */
function fieldsOf(section: OwnSection): ReadonlyMap<string, z.ZodType> {
  const root = SECTIONS[section] === 'work-system' ? workSystem : charter;
  const items = schemaAt(root, sectionPath(section)) as z.ZodRecord;
  const { shape } = items.valueType as z.ZodObject;
  return new Map(Object.entries(shape as Record<string, z.ZodType>));
}
