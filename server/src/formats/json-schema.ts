import type * as z from 'zod';
import { charter } from './charter.ts';
import { askLater, type Kind, notApplicable } from './common.ts';
import { INTERVALS } from './dates.ts';
import { type Field, fieldOf, ID } from './field.ts';
import { workSystem } from './work-system.ts';

/** A part of a JSON Schema, draft-07. */
export type JsonSchema = { readonly [key: string]: unknown };

const ROOTS = { 'work-system': workSystem, 'project-charter': charter } as const;
const TITLES = { 'work-system': 'Work system description', 'project-charter': 'Project charter' } as const;

/**
 * The JSON Schema of a kind of document, for editors and programs that know nothing of the rules.
 *
 * It grants what the reader grants: a sentence for a map, one value for a list, blanks everywhere, `not_applicable` and
 * `ask_later` for any value, numbers as text, `notes` and `x-` keys in every map. Whether an id leads somewhere and
 * whether an answer says something is for the rules.
 */
export function jsonSchema(kind: Kind): JsonSchema {
  const writer = new Writer(kind);
  const root = writer.map(ROOTS[kind], [], false);
  const { kind: _kind, ...properties } = root.properties as Record<string, JsonSchema>;
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: TITLES[kind],
    ...root,
    type: 'object',
    required: ['kind'],
    properties: { kind: { description: 'What this document is', enum: [kind] }, ...properties },
    definitions: writer.sortedDefinitions(),
  };
}

/** What stands in a simple field. */
interface Scalar {
  readonly types: readonly string[];
  readonly rest?: JsonSchema;
}

const DAY: JsonSchema = {
  pattern: '^$|^\\d{4}-\\d{2}-\\d{2}([Tt ].*)?$',
  patternErrorMessage: 'Write the date as YYYY-MM-DD.',
};

const TEXT = ['string', 'number', 'boolean'];

/** Simple fields by the name their definition gets. A stand-in is a map, a blank is null. */
const SCALARS: Readonly<Record<string, Scalar>> = {
  text: { types: TEXT },
  interval: { types: TEXT, rest: { examples: INTERVALS } },
  date: { types: ['string'], rest: DAY },
  flag: { types: ['boolean'] },
  'flag-or-date': { types: ['boolean', 'string'], rest: DAY },
  number: { types: ['number'], rest: { minimum: 0 } },
};

const LISTS: ReadonlySet<Field['type']> = new Set(['list', 'ids', 'whos', 'ids-or-text']);

class Writer {
  private readonly definitions = new Map<string, JsonSchema>();
  private readonly uses = new Map<z.ZodType, number>();
  private readonly names = new Map<z.ZodType, string>();

  constructor(kind: Kind) {
    for (const [key, schema] of Object.entries(ROOTS[kind].shape)) if (key !== 'defaults') this.count(schema);
  }

  sortedDefinitions(): JsonSchema {
    return Object.fromEntries([...this.definitions].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** Counts in how many places each schema is used: what is used twice becomes a definition of its own. */
  private count(schema: z.ZodType): void {
    const uses = (this.uses.get(schema) ?? 0) + 1;
    this.uses.set(schema, uses);
    if (uses === 1) for (const child of childrenOf(schema)) this.count(child);
  }

  /** A field as it stands under its key: shared by reference where it is large and used more than once. */
  private field(schema: z.ZodType, path: readonly string[], literal: boolean): JsonSchema {
    const field = fieldOf(schema);
    const bare = literal || field.literal === true;
    if (!isShared(field) || (this.uses.get(schema) ?? 0) < 2) return this.inline(schema, path, bare);
    let name = this.names.get(schema);
    if (name === undefined) {
      name = this.freeName(path);
      this.names.set(schema, name);
      this.definitions.set(name, {});
      this.definitions.set(name, this.inline(schema, path, bare));
    }
    return reference(name);
  }

  private freeName(path: readonly string[]): string {
    const name = path.join('-');
    return this.definitions.has(name) ? this.freeName([...path, 'more']) : name;
  }

  private inline(schema: z.ZodType, path: readonly string[], literal: boolean): JsonSchema {
    const field = fieldOf(schema);
    switch (field.type) {
      case 'map':
      case 'slots':
        return this.map(schema, path, literal);
      case 'items':
        return this.items(schema, path);
      case 'choice':
        return this.choice(schema, field, literal);
      case 'version':
        return { ...described(schema), enum: [1] };
      default:
        if (LISTS.has(field.type) && elementOf(schema)) return this.list(schema, path, literal);
        return { ...described(schema), ...this.scalar(field, literal) };
    }
  }

  /** Fixed keys, none of them needed. */
  map(schema: z.ZodType, path: readonly string[], literal: boolean): JsonSchema {
    const { type, sentence } = fieldOf(schema);
    const properties: Record<string, JsonSchema> = {};
    for (const [key, child] of Object.entries(shapeOf(schema))) {
      const at = [...path, key];
      properties[key] = at.join() === 'defaults' ? this.defaults(child) : this.field(child, at, literal);
    }
    return {
      ...described(schema),
      ...this.closed(
        properties,
        type === 'slots' || sentence !== undefined ? TEXT : [],
        literal || path.length === 0 ? { notes: NOTES } : this.beside(),
      ),
    };
  }

  /** Ids as keys; the conditions around the work have free keys. The items of a section are a definition. */
  private items(schema: z.ZodType, path: readonly string[]): JsonSchema {
    const field = fieldOf(schema);
    const item = (schema as z.ZodRecord).valueType as z.ZodType;
    const named = fieldOf(item).type === 'map';
    return {
      ...described(schema),
      type: ['object', 'null'],
      ...(named && { propertyNames: { pattern: ID.source } }),
      properties: this.beside(),
      additionalProperties: field.section
        ? this.define(field.section, () => this.map(item, [field.section!], false))
        : this.field(item, path, false),
    };
  }

  /** For each section, the fields of its items; they stand in its definition. */
  private defaults(schema: z.ZodType): JsonSchema {
    const sections = Object.entries(shapeOf(schema)).map(([section, child]) => {
      const keys = Object.keys(shapeOf(child));
      const fields = keys.map((key) => [key, { $ref: `#/definitions/${section}/properties/${key}` }]);
      return [section, { ...described(child), ...this.closed(Object.fromEntries(fields)) }];
    });
    return { ...described(schema), ...this.closed(Object.fromEntries(sections)) };
  }

  /** A map that takes the given keys, those that every map takes, and no others. */
  private closed(properties: JsonSchema, types: readonly string[] = [], beside = this.beside()): JsonSchema {
    return {
      type: ['object', ...types, 'null'],
      properties: { ...properties, ...beside },
      patternProperties: { '^x-': true },
      additionalProperties: false,
    };
  }

  private choice(schema: z.ZodType, field: Field, literal: boolean): JsonSchema {
    const words = (schema as z.ZodEnum).options as readonly string[];
    const meanings = field.meanings && { enumDescriptions: words.map((word) => field.meanings?.[word] ?? '') };
    return {
      ...described(schema),
      anyOf: [{ enum: words, ...meanings }, literal ? { type: 'null' } : this.define('blank', () => this.standIn([]))],
    };
  }

  /** A list, or one value that counts as a list of one. */
  private list(schema: z.ZodType, path: readonly string[], literal: boolean): JsonSchema {
    const element = elementOf(schema)!;
    const field = fieldOf(element);
    const one = isShared(field)
      ? this.element(element, path, literal)
      : field.words
        ? { anyOf: [{ enum: field.words }, this.scalar(field, literal)] }
        : this.scalar(field, literal);
    return { ...described(schema), anyOf: [one, { type: 'array', items: one }] };
  }

  /** What stands in a list is written out once, since a single value looks the same. */
  private element(element: z.ZodType, path: readonly string[], literal: boolean): JsonSchema {
    const known = this.names.get(element);
    if (known !== undefined) return reference(known);
    const name = this.freeName([...path, 'entry']);
    this.names.set(element, name);
    return this.define(name, () => this.inline(element, path, literal));
  }

  private scalar({ type }: Field, literal: boolean): JsonSchema {
    const name = type in SCALARS ? type : 'text';
    const { types, rest } = SCALARS[name]!;
    if (literal) return this.define(`plain-${name}`, () => ({ type: [...types, 'null'], ...rest }));
    return this.define(name, () => ({ ...this.standIn(types), ...rest }));
  }

  /** A blank or a stand-in; and, for scalars, the types they may have. */
  private standIn(types: readonly string[]): JsonSchema {
    return { type: [...types, 'object', 'null'], properties: this.beside(), additionalProperties: false };
  }

  /** The keys every map takes beside its own. */
  private beside(): Record<string, JsonSchema> {
    return {
      not_applicable: this.define('not_applicable', () => this.loose(notApplicable)),
      ask_later: this.define('ask_later', () => this.loose(askLater)),
      notes: NOTES,
    };
  }

  /** What a stand-in lacks is for the rules to say, so that a plain sentence is let through here. */
  private loose(schema: z.ZodType): JsonSchema {
    return { ...this.map(schema, ['stand-in'], true), type: ['object', ...TEXT, 'null'] };
  }

  private define(name: string, make: () => JsonSchema): JsonSchema {
    if (!this.definitions.has(name)) {
      this.definitions.set(name, {});
      this.definitions.set(name, make());
    }
    return reference(name);
  }
}

const NOTES: JsonSchema = { description: 'Anything; never checked' };

const reference = (name: string): JsonSchema => ({ $ref: `#/definitions/${name}` });

const isShared = ({ type }: Field): boolean => ['map', 'slots', 'items', 'choice', 'list'].includes(type);

const shapeOf = (schema: z.ZodType): Readonly<Record<string, z.ZodType>> =>
  (schema as z.ZodObject).shape as Readonly<Record<string, z.ZodType>>;

const elementOf = (schema: z.ZodType): z.ZodType | undefined => (schema as unknown as { element?: z.ZodType }).element;

function childrenOf(schema: z.ZodType): z.ZodType[] {
  const { shape, valueType, element } = schema as unknown as {
    shape?: Record<string, z.ZodType>;
    valueType?: z.ZodType;
    element?: z.ZodType;
  };
  return [...Object.values(shape ?? {}), valueType, element].filter((child) => child !== undefined);
}

/** The description of the field table, with a few words on what may stand there. */
function described(schema: z.ZodType): JsonSchema {
  const description = [schema.meta()?.description ?? '', ...hint(fieldOf(schema))].join('. ');
  // Editors show backquotes as code only where they are told that the text is Markdown.
  return { description, ...(description.includes('`') && { markdownDescription: description }) };
}

function hint({ type, to = [], needed = [] }: Field): string[] {
  switch (type) {
    case 'id':
      return [`An id of ${either(to)}`];
    case 'ids':
      return [`Ids of ${either(to)}`];
    case 'ids-or-text':
      return [`Ids of ${either(to)}, or plain text`];
    case 'who':
      return ['A post of roles or participants, or a plain phrase'];
    case 'whos':
      return ['Posts of roles or participants, or plain phrases'];
    case 'slots':
      return [needed.length > 0 ? `A sentence, or slots; needed: ${needed.join(', ')}` : 'A sentence, or slots'];
    case 'interval':
      return ['A word such as week, a duration such as P6W, or a plain phrase'];
    default:
      return [];
  }
}

const either = (sections: readonly string[]): string =>
  [sections.slice(0, -1).join(', '), sections.at(-1)].filter((part) => part).join(' or ');
