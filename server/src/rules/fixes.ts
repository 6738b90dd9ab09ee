import { guideline } from '../guidelines/index.ts';
import type { Patch, Path } from '../yaml/node.ts';
import type { Fix } from './rule.ts';

/** Empty slots for a person to fill: `null` is a slot, `[]` an empty list. */
export type Slots = null | readonly [] | { readonly [key: string]: unknown };

/** A fix that inserts empty slots and never an answer, with the guideline's question as a comment. */
export function scaffold(title: string, at: Path, slots: Slots, guidelineId?: string): Fix {
  return {
    title,
    kind: 'scaffold',
    patches: [setAt(at, slots, guidelineId ? guideline(guidelineId).question : undefined)],
  };
}

/** A fix that inserts several fields of one item at once. */
export function scaffoldFields(title: string, owner: Path, fields: Readonly<Record<string, unknown>>): Fix {
  return {
    title,
    kind: 'scaffold',
    patches: Object.entries(fields).map(([key, value]) => setAt([...owner, key], value)),
  };
}

/** A fix after which nothing is left to fill. */
export const complete = (title: string, ...patches: readonly Patch[]): Fix => ({ title, kind: 'complete', patches });

/** Sets a value; in an item that is a plain sentence, the sentence becomes the field it stands for. */
export const setAt = (at: Path, value: unknown, comment?: string): Patch => ({
  op: 'set',
  at,
  value,
  ...(comment !== undefined && { comment }),
});

/** Adds an entry to a list. */
export const appendTo = (at: Path, value: unknown): Patch => ({ op: 'append', at, value });
