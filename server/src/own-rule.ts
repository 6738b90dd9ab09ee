import * as z from 'zod';
import { charter } from './formats/charter.ts';
import { type Kind, unwrap } from './formats/common.ts';
import { fieldOf, type SectionName } from './formats/field.ts';
import { nearest } from './formats/nearest.ts';
import { sectionPath } from './formats/read.ts';
import { schemaAt } from './formats/schema-at.ts';
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
const condition = z.union([
  word,
  z
    .strictObject({
      equals: word.optional().describe('The field holds this'),
      in: z.array(word).optional().describe('The field holds one of these'),
      present: z.boolean().optional().describe('The field is there (true) or not (false)'),
    })
    .describe('What the field must hold'),
]);

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
  .superRefine((rule, context) => {
    const known = fieldsOf(rule.for);
    const unknown = (path: string[], field: string, others: readonly string[] = []): void => {
      const near = nearest(field, [...known.keys(), ...others]);
      context.addIssue({
        code: 'custom',
        path,
        message: `“${field}” is not a field of ${rule.for}.${near ? ` Did you mean ${near}?` : ''}`,
      });
    };
    if (!known.has(rule.answer) && !/^x-[a-z0-9-]+$/.test(rule.answer)) unknown(['answer'], rule.answer);
    for (const [field, wanted] of Object.entries(rule.where)) {
      const notion = Object.hasOwn(NOTIONS, field) ? NOTIONS[field] : undefined;
      if (notion) checkNotion(rule.for, field, notion, wanted, context);
      else if (!known.has(field)) unknown(['where', field], field, Object.keys(NOTIONS));
      else checkChoices(known.get(field)!, field, wanted, context);
    }
  });

export type OwnRule = z.output<typeof ownRuleSchema>;

function checkNotion(
  section: OwnSection,
  field: string,
  sections: readonly OwnSection[],
  wanted: Condition,
  context: z.RefinementCtx,
): void {
  if (!sections.includes(section))
    context.addIssue({
      code: 'custom',
      path: ['where', field],
      message: `${field} can be asked of ${sections.join(', ')} only.`,
    });
  else if (typeof wanted !== 'boolean')
    context.addIssue({ code: 'custom', path: ['where', field], message: `${field} takes true or false.` });
}

function checkChoices(schema: z.ZodType, field: string, wanted: Condition, context: z.RefinementCtx): void {
  if (fieldOf(schema).type !== 'choice') return;
  const choices = (schema as z.ZodEnum).options as readonly string[];
  for (const value of wantedWords(wanted)) {
    if (choices.includes(value)) continue;
    const near = nearest(value, choices);
    context.addIssue({
      code: 'custom',
      path: ['where', field],
      message: `${field} takes one of ${choices.join(', ')}, not “${value}”.${near ? ` Did you mean ${near}?` : ''}`,
    });
  }
}

/** The words a condition looks for; none where it only asks whether the field is there. */
export function wantedWords(wanted: Condition): string[] {
  if (typeof wanted !== 'object') return [String(wanted)];
  return [...(wanted.equals === undefined ? [] : [wanted.equals]), ...(wanted.in ?? [])].map(String);
}

/** The fields an item of a section may hold. */
function fieldsOf(section: OwnSection): ReadonlyMap<string, z.ZodType> {
  const root = SECTIONS[section] === 'work-system' ? workSystem : charter;
  const items = schemaAt(root, sectionPath(section)) as z.ZodRecord;
  const { shape } = items.valueType as z.ZodObject;
  return new Map(Object.entries(shape).map(([key, schema]) => [key, unwrap(schema as z.ZodType)]));
}
