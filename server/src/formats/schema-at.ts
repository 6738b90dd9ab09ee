import type * as z from 'zod';
import type { Path } from '../yaml/node.ts';
import { STAND_INS } from './common.ts';
import { fieldOf } from './field.ts';

/** The schema of the field at a path, or undefined where the field table has none there. */
export function schemaAt(root: z.ZodType, at: Path): z.ZodType | undefined {
  let schema: z.ZodType | undefined = root;
  for (const key of at) {
    if (!schema) return undefined;
    schema = step(schema, key);
  }
  return schema;
}

function step(schema: z.ZodType, key: string | number): z.ZodType | undefined {
  if (key === 'not_applicable' || key === 'ask_later') return fieldOf(schema).literal ? undefined : STAND_INS[key];
  const { shape, valueType, element } = schema as unknown as {
    shape?: Record<string, z.ZodType>;
    valueType?: z.ZodType;
    element?: z.ZodType;
  };
  if (typeof key === 'number') return element;
  // One value counts as a list of one, so a list's fields are found without a position too.
  if (element) return step(element, key);
  return shape && Object.hasOwn(shape, key) ? shape[key] : valueType;
}

/** The field a plain sentence at a path stands for; for an answer with slots, its first slot that takes text. */
export function sentenceFieldAt(root: z.ZodType, at: Path): string | undefined {
  let schema = schemaAt(root, at);
  if (schema && fieldOf(schema).type === 'list') schema = step(schema, 0);
  if (!schema) return undefined;
  const { type, sentence } = fieldOf(schema);
  return type === 'slots' ? firstTextSlot(schema) : sentence;
}

/** The slot that takes the words of an answer given as a plain sentence. */
export function firstTextSlot(slots: z.ZodType): string | undefined {
  const shape = (slots as unknown as { shape: Record<string, z.ZodType> }).shape;
  return Object.keys(shape).find((key) => ['answer', 'text'].includes(fieldOf(shape[key]!).type));
}
