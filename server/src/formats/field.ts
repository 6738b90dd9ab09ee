import * as z from 'zod';

/** Sections whose items can be referred to by id. `policies` lies under `environment`, `outputs` under a phase. */
export type SectionName =
  | 'roles'
  | 'customers'
  | 'products'
  | 'activities'
  | 'participants'
  | 'information'
  | 'technologies'
  | 'policies'
  | 'infrastructure'
  | 'controls'
  | 'requirements'
  | 'stakeholders'
  | 'risks'
  | 'outputs';

/** Where a reference is looked up: in the document itself, in the linked descriptions, or in the as-is one only. */
export type Scope = 'own' | 'linked' | 'as-is';

/** What may stand in a field, in the words of the format reference (section 2, "Shapes of values"). */
export type FieldType =
  | 'text' // one scalar
  | 'answer' // a security answer that is one text
  | 'slots' // a security answer with slots, or a plain sentence
  | 'date'
  | 'flag'
  | 'flag-or-date'
  | 'number'
  | 'choice'
  | 'version'
  | 'id'
  | 'ids'
  | 'ids-or-text'
  | 'who'
  | 'whos'
  | 'interval'
  | 'link' // a path to a description
  | 'place' // a dotted path in this document
  | 'rule' // a rule id
  | 'list'
  | 'items' // ids as keys, items as values
  | 'map' // fixed keys
  | 'stand-in'; // not_applicable, ask_later

/** One row of the field table. */
export interface Field {
  readonly type: FieldType;
  /** Sections a reference may point to, searched in this order. */
  readonly to?: readonly SectionName[];
  readonly scope?: Scope;
  /** Words that may stand beside ids, such as the known training topics. */
  readonly words?: readonly string[];
  /** The field a plain sentence in this place stands for. */
  readonly sentence?: string;
  /** Slots an answer cannot do without. */
  readonly needed?: readonly string[];
  /** The section this map of items is. */
  readonly section?: SectionName;
  /** A choice's values with what they mean, where that needs saying. */
  readonly meanings?: Readonly<Record<string, string>>;
  /** True where `not_applicable` and `ask_later` may not stand: kind, format, id and waivers. */
  readonly literal?: boolean;
}

type Shape = Readonly<Record<string, z.ZodType>>;

/** The rows by schema: zod would make another schema to keep more than a description in it, and of those there are many. */
const rows = new Map<z.ZodType, Field>();

function field<S extends z.ZodType>(schema: S, description: string, row: Field): S {
  z.globalRegistry.add(schema, { description });
  rows.set(schema, row);
  return schema;
}

/** The row of the field table behind a schema made here. */
export function fieldOf(schema: z.ZodType): Field {
  const row = rows.get(schema);
  if (!row) throw new Error('a schema without a row in the field table');
  return row;
}

export const text = (description: string) => field(z.string(), description, { type: 'text' });
export const answer = (description: string) => field(z.string(), description, { type: 'answer' });
export const date = (description: string) => field(z.iso.date(), description, { type: 'date' });
export const flag = (description: string) => field(z.boolean(), description, { type: 'flag' });
export const flagOrDate = (description: string) =>
  field(z.union([z.boolean(), z.iso.date()]), description, { type: 'flag-or-date' });
export const number = (description: string) => field(z.number().nonnegative(), description, { type: 'number' });
export const interval = (description: string) => field(z.string(), description, { type: 'interval' });
export const link = (description: string) => field(z.string(), description, { type: 'link' });
export const who = (description: string) =>
  field(z.string(), description, { type: 'who', to: ['roles', 'participants'], scope: 'linked' });
export const whos = (description: string) =>
  field(z.array(who(description)), description, { type: 'whos', to: ['roles', 'participants'], scope: 'linked' });

/** A field with a fixed set of values, given as a list or with what each value means. */
export function choice<const V extends string>(
  values: readonly V[] | Readonly<Record<V, string>>,
  description: string,
): z.ZodEnum<{ [K in V]: K }> {
  const words = (Array.isArray(values) ? values : Object.keys(values)) as [V, ...V[]];
  const meanings = Array.isArray(values) ? {} : { meanings: values as Readonly<Record<V, string>> };
  return field(z.enum(words), description, { type: 'choice', ...meanings }) as z.ZodEnum<{ [K in V]: K }>;
}

interface Target {
  readonly to: readonly SectionName[];
  readonly scope?: Scope;
  readonly words?: readonly string[];
}

export const id = (to: readonly SectionName[], description: string) =>
  field(z.string(), description, { type: 'id', to });

/** References to items; one value counts as a list of one. */
export function ids(to: readonly SectionName[], description: string, scope: Scope = 'own') {
  const element = field(z.string(), description, { type: 'id', to, scope });
  return field(z.array(element), description, { type: 'ids', to, scope });
}

/** References where plain text is allowed too, and leads nowhere. */
export function idsOrText(target: Target, description: string) {
  return field(z.array(field(z.string(), description, { type: 'ids-or-text', ...target })), description, {
    type: 'ids-or-text',
    ...target,
  });
}

/** A list; one value counts as a list of one. */
export const list = <S extends z.ZodType>(element: S, description: string) =>
  field(z.array(element), description, { type: 'list' });

/**
 * A map with fixed keys. That none of them is required holds for all maps, and so no schema says it: half as many have to
 * be made when the server starts. A plain sentence stands for the field `sentence`. */
export const map = <S extends Shape>(shape: S, description: string, sentence?: string) =>
  field(z.strictObject(shape), description, { type: 'map', ...(sentence && { sentence }) });

/** A security answer with slots; `needed` are those it cannot do without. A plain sentence answers too. */
export const slots = <S extends Shape>(shape: S, needed: readonly (keyof S & string)[], description: string) =>
  field(z.strictObject(shape), description, { type: 'slots', needed });

/** A map section: ids as keys. Each item also takes `name` and `description`. */
export function items<S extends Shape>(
  section: SectionName | undefined,
  shape: S,
  description: string,
  sentence = 'description',
) {
  const item = map(
    {
      name: text('Full name, shown in messages instead of the id'),
      description: text('What it is, in a sentence'),
      ...shape,
    },
    description,
    sentence,
  );
  return field(z.record(z.string(), item), description, { type: 'items', ...(section && { section }) });
}

/** Free keys with one text each, such as the conditions around the work. */
export const texts = (description: string) =>
  field(z.record(z.string(), text(description)), description, { type: 'items' });

/** Marks a field in which neither `not_applicable` nor `ask_later` may stand. */
export const literal = <S extends z.ZodType>(schema: S): S =>
  field(schema, schema.meta()?.description ?? '', { ...fieldOf(schema), literal: true });

export const special = <S extends z.ZodType>(schema: S, type: FieldType, description: string): S =>
  field(schema, description, { type });

/** The words in front of every id: letters, digits, hyphen and underscore, begun with a letter or digit. */
export const ID = /^[A-Za-z0-9][A-Za-z0-9_-]*$/;

/** Keys of a map section that are never ids. */
export const RESERVED: ReadonlySet<string> = new Set(['not_applicable', 'ask_later', 'notes']);
