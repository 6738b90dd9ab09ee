import type * as z from 'zod';
import { INTERVALS } from '../../formats/dates.ts';
import { type Field, fieldOf } from '../../formats/field.ts';
import { schemaAt } from '../../formats/schema-at.ts';
import { rules } from '../../rules/index.ts';
import { ruleUrl } from '../../rules/url.ts';
import { choices } from '../../rules/wordings.ts';
import type { FieldAt } from './field.ts';
import { bold, bullets, code, link, paragraphs } from './markdown.ts';

/** What a key means, what may stand there, and which questions it answers. */
export function keyPart(key: string, { schema, pattern }: FieldAt): string {
  const asking = rules.filter(({ asks }) => asks !== undefined && asks === pattern);
  return paragraphs([
    `${bold(key)} — ${schema.meta()?.description ?? ''}`,
    mayStand(schema),
    asking.length > 0 && `Asked for by ${asking.map(({ id, title }) => link(title, ruleUrl(id))).join(', ')}`,
  ]);
}

/** The key that stands everywhere and is never checked. */
export const notesPart = (): string => `${bold('notes')} — Whatever you want to keep here; it is never checked`;

/** What may stand in a field, in a sentence or a short list. */
function mayStand(schema: z.ZodType): string | undefined {
  const field = fieldOf(schema);
  switch (field.type) {
    case 'text':
    case 'stand-in':
      return undefined;
    case 'answer':
      return 'An answer in your own words.';
    case 'slots':
      return `A plain sentence, or:\n\n${listed(schema, field)}`;
    case 'map':
      return paragraphs([field.sentence && shortForm(schema, field.sentence), listed(schema, field)]);
    case 'items':
      return sectionText(schema);
    case 'date':
      return 'A day, such as `2027-01-31`.';
    case 'flag':
      return '`true` or `false`.';
    case 'flag-or-date':
      return '`true`, `false`, or the day: `2027-01-31`.';
    case 'number':
      return 'A number.';
    case 'choice':
      return choiceText(schema, field);
    case 'version':
      return 'Always `1`.';
    case 'interval':
      return `${choices(INTERVALS.map(code))}, a length of time such as \`P6W\` (six weeks), or a few words.`;
    case 'link':
      return 'The path of a description from this file on; with `#` and its `id` where the file holds several.';
    case 'place':
      return 'The keys on the way to it with dots between them, such as `participants.clerks`.';
    case 'rule':
      return 'The name of a rule, such as `participants/training-missing`.';
    default:
      return isList(schema) ? listText(schema, field) : referenceText(field, 'An id');
  }
}

/** What may stand for a map of fields: a sentence, or whatever its sentence field takes. */
function shortForm(schema: z.ZodType, sentence: string): string {
  const inner = schemaAt(schema, [sentence]);
  const { type } = inner ? fieldOf(inner) : { type: 'text' };
  const what = type === 'link' ? 'A path alone' : type === 'list' ? 'A plain sentence or a list' : 'A plain sentence';
  return `${what} stands for ${code(sentence)}. Or:`;
}

/** The fields of a map with what they mean; the needed slots of an answer are marked. */
function listed(schema: z.ZodType, { needed = [] }: Field): string {
  const shape = (schema as unknown as { shape: Record<string, z.ZodType> }).shape;
  const keys = Object.keys(shape).filter((key) => key !== 'name' && key !== 'description');
  // A long list of fields says less than their names alone: each has its own hover.
  if (keys.length > MANY) return keys.map(code).join(', ');
  return bullets(
    keys.map((key) => `${code(key)} ${descriptionOf(shape[key]!)}${needed.includes(key) ? ' (needed)' : ''}`),
  );
}

const MANY = 8;

const descriptionOf = (schema: z.ZodType): string => schema.meta()?.description ?? '';

function sectionText(schema: z.ZodType): string {
  const { valueType } = schema as unknown as { valueType: z.ZodType };
  const { type, sentence } = fieldOf(valueType);
  return type === 'map'
    ? `Each under an id of its own. A plain sentence is enough to begin with${sentence ? `: it stands for ${code(sentence)}` : ''}.`
    : 'Each under a key of your choice.';
}

function choiceText(schema: z.ZodType, { meanings }: Field): string {
  const words = (schema as z.ZodEnum).options as readonly string[];
  if (!meanings) return `One of ${choices(words.map(code))}.`;
  return bullets(words.map((word) => `${code(word)} ${meanings[word] ?? ''}`));
}

const isList = (schema: z.ZodType): schema is z.ZodArray => 'element' in schema;

function listText(schema: z.ZodArray, field: Field): string {
  const element = schema.element as z.ZodType;
  const inner = fieldOf(element);
  if (field.to) return referenceText(field, 'One or more ids');
  if (inner.type === 'choice')
    return `One or more of ${choices(((element as z.ZodEnum).options as string[]).map(code))}.`;
  if (inner.type !== 'map') return 'A list of texts.';
  const sentence = inner.sentence ? `each a plain sentence (${code(inner.sentence)}) or` : 'each with';
  return `A list, ${sentence}:\n\n${listed(element, inner)}`;
}

function referenceText({ type, to = [], scope = 'own', words }: Field, ids: string): string {
  const where = `under ${choices(to.map(code))}`;
  const beyond = {
    own: '',
    linked: ', here or in the linked descriptions',
    'as-is': ', here or in the linked as-is description',
  };
  const known = words ? ` Known topics: ${words.map(code).join(', ')}.` : '';
  if (type === 'who' || type === 'whos') return `An id ${where}, or a few words for a post.`;
  const text = type === 'ids-or-text' ? ', or plain text' : '';
  return `${ids} ${where}${beyond[scope]}${text}.${known}`;
}
