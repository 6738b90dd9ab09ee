import type * as z from 'zod';
import { STAND_INS, type StandIn } from '../../formats/common.ts';
import { fieldOf, type SectionName } from '../../formats/field.ts';
import { type Draft, fields, fixed, stop } from './draft.ts';

/** What a new item of a section is called, and the fields it begins with. */
const ITEMS: Readonly<Record<SectionName, readonly [name: string, fields: readonly string[]]>> = {
  roles: ['post', []],
  customers: ['customer', ['name', 'type', 'receives']],
  products: ['product', ['name', 'kind', 'contains']],
  activities: ['activity', ['does', 'performed_by', 'uses', 'with']],
  participants: ['group', ['name', 'count', 'employment']],
  information: ['information item', ['name', 'sensitivity', 'owner', 'stored_in']],
  technologies: ['technology', ['name', 'ownership', 'sign_in']],
  policies: ['policy', ['name', 'form', 'known_by']],
  infrastructure: ['infrastructure', ['name', 'kind', 'operated_by']],
  controls: ['control', ['does', 'owner', 'used_by', 'effort']],
  requirements: ['requirement', ['text', 'type', 'verified_by']],
  stakeholders: ['stakeholder', ['consulted_on']],
  risks: ['risk', ['text', 'category', 'owner', 'response']],
  outputs: ['output', ['kind', 'security_coverage', 'due']],
};

/** What a new entry of a list is called, and the fields it begins with; by the list's key. */
const ENTRIES: Readonly<Record<string, readonly [name: string, fields: readonly string[]]>> = {
  goals: ['goal', ['kind', 'target']],
  weaknesses: ['weak spot', ['what', 'response', 'owner', 'due']],
  workarounds: ['short cut', ['what', 'why', 'response']],
  hand_overs: ['hand-over', ['what', 'to', 'by', 'protected_by']],
  incentives: ['incentive', ['kind', 'description', 'measured_on', 'effect']],
  differences: ['difference', ['what', 'benefits', 'problems', 'decided_by']],
  waivers: ['exception', ['rule', 'at', 'because', 'decided_by', 'until']],
  objectives: ['objective', ['text', 'kind', 'measure']],
  information_touched: ['item of information', ['what', 'sensitivity']],
  excludes: ['exclusion', ['what', 'why', 'owner', 'by']],
  resources: ['amount of time or money', ['for', 'amount']],
  criteria: ['criterion', ['text', 'type']],
  definition_of_done: ['criterion', ['text', 'type']],
  backlog: ['story', ['text', 'type']],
  training: ['training', ['audience', 'covers', 'ends']],
  acceptance: ['criterion', ['criterion', 'type']],
};

type Shape = Readonly<Record<string, z.ZodType>>;

export const shapeOf = (schema: z.ZodType): Shape => (schema as unknown as { shape?: Shape }).shape ?? {};

export const elementOf = (schema: z.ZodType): z.ZodType | undefined =>
  (schema as unknown as { element?: z.ZodType }).element;

/** The schema of a section's items. */
export const itemOf = (schema: z.ZodType): z.ZodType => (schema as unknown as { valueType: z.ZodType }).valueType;

export const itemName = (section: SectionName | undefined): string => (section ? ITEMS[section][0] : 'condition');

export const entryName = (list: string): string => ENTRIES[list]?.[0] ?? 'entry';

/** A new item of a section: the fields it begins with, or one sentence. */
export function itemDraft(schema: z.ZodType): Draft {
  const { section } = fieldOf(schema);
  const keys = section ? ITEMS[section][1] : [];
  return keys.length > 0 ? fieldsDraft(itemOf(schema), keys) : stop();
}

/** A new entry of a list of maps. */
export const entryDraft = (element: z.ZodType, list: string): Draft =>
  fieldsDraft(element, ENTRIES[list]?.[1] ?? Object.keys(shapeOf(element)));

/** An answer with the slots it cannot do without, or with all where none is. */
export function answerDraft(schema: z.ZodType): Draft {
  const { needed = [] } = fieldOf(schema);
  return fieldsDraft(schema, needed.length > 0 ? needed : Object.keys(shapeOf(schema)));
}

export const standInDraft = (key: StandIn): Draft =>
  fieldsDraft(STAND_INS[key], key === 'ask_later' ? ['who', 'by'] : ['because', 'decided_by']);

function fieldsDraft(schema: z.ZodType, keys: readonly string[]): Draft {
  const shape = shapeOf(schema);
  return fields(keys.flatMap((key) => (shape[key] ? [[key, fieldDraft(key, shape[key])] as const] : [])));
}

/** What stands behind a key that is put in. */
export function fieldDraft(key: string, schema: z.ZodType): Draft {
  const { type } = fieldOf(schema);
  const element = elementOf(schema);
  if (element) return listDraft(key, element);
  if (type === 'slots') return answerDraft(schema);
  if (type === 'map' || type === 'items') return { below: true };
  return type === 'version' ? fixed('1') : stop();
}

function listDraft(key: string, element: z.ZodType): Draft {
  const { type } = fieldOf(element);
  if (type === 'map') return { list: [entryDraft(element, key)], block: true };
  return { list: [stop()], block: type === 'text' };
}
