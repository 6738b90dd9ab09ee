import * as z from 'zod';
import { ownAnswer } from './common.ts';
import { type Field, fieldOf } from './field.ts';
import { squeeze } from './nearest.ts';

/** What reading asks of a schema at every value, worked out once: zod puts its properties together anew each time. */
export interface Row {
  readonly field: Field;
  /** The fields of a map with fixed keys. */
  readonly children: ReadonlyMap<string, z.ZodType>;
  /** The schema of every item, where ids are the keys. */
  readonly item: z.ZodType | undefined;
  /** The schema of a list's elements. */
  readonly element: z.ZodType | undefined;
  /** A choice's words as they may be written: case, blanks and hyphens do not count. */
  readonly choices: ReadonlyMap<string, string>;
}

const rows = new Map<z.ZodType, Row>();

/** The row of the field table behind a schema, with the schemas below it. */
export function rowOf(schema: z.ZodType): Row {
  const known = rows.get(schema);
  if (known) return known;
  const { shape, valueType, element, options } = schema as unknown as {
    shape?: Record<string, z.ZodType>;
    valueType?: z.ZodType;
    element?: z.ZodType;
    options?: readonly string[];
  };
  const field = fieldOf(schema);
  const row: Row = {
    field,
    children: new Map(Object.entries(shape ?? {})),
    item: valueType,
    element: schema instanceof z.ZodArray ? element : undefined,
    choices: new Map(field.type === 'choice' ? options?.map((word) => [squeeze(word), word]) : []),
  };
  rows.set(schema, row);
  return row;
}

/** The schema of a field under another; throws for a key the field table does not have. */
export function childSchema(schema: z.ZodType, key: string): z.ZodType {
  const { field, children, item } = rowOf(schema);
  if (key.startsWith('x-') && field.type !== 'items') return ownAnswer;
  const child = children.get(key) ?? item;
  if (!child) throw new Error(`no field ${key} here`);
  return child;
}

/** The pattern of a field below another; the same text each time, since patterns are looked up again and again. */
export const patternBelow = (pattern: string, key: string): string => joined(pattern, pattern === '' ? '' : '.', key);

/** The pattern of the elements of a list of maps. */
export const patternOfEach = (pattern: string): string => joined(pattern, '', '[]');

const patterns = new Map<string, Map<string, string>>();

function joined(pattern: string, dot: string, key: string): string {
  let below = patterns.get(pattern);
  if (!below) {
    below = new Map();
    patterns.set(pattern, below);
  }
  let whole = below.get(key);
  if (whole === undefined) {
    whole = pattern + dot + key;
    below.set(key, whole);
  }
  return whole;
}
