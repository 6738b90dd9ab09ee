import type { Reading } from '../formats/reading.ts';
import type { Patch, Path } from '../yaml/node.ts';
import type { Fix } from './rule.ts';

/** Empty slots for a person to fill: `null` is a slot, `[]` an empty list. */
export type Slots = null | readonly [] | { readonly [key: string]: unknown };

/** A fix that inserts empty slots and never an answer, with the question as a comment. */
export function scaffold(title: string, at: Path, slots: Slots, question?: string): Fix {
  return { title, kind: 'scaffold', patches: [setAt(at, slots, question)] };
}

/** A fix that inserts several fields of one item at once. */
export function scaffoldFields(title: string, owner: Path, fields: Readonly<Record<string, unknown>>): Fix {
  return {
    title,
    kind: 'scaffold',
    patches: Object.entries(fields).map(([key, value]) => setAt([...owner, key], value)),
  };
}

/** A fix after which nothing is left to fill, and which says nothing new: it may be made without asking. */
export const complete = (title: string, ...patches: readonly Patch[]): Fix => ({ title, kind: 'complete', patches });

/** A fix after which nothing is left to fill, but which states something only a person can know or decide. */
export const decision = (title: string, ...patches: readonly Patch[]): Fix => ({ title, kind: 'decision', patches });

/** Sets a value; in an item that is a plain sentence, the sentence becomes the field it stands for. */
export const setAt = (at: Path, value: unknown, comment?: string): Patch => ({
  op: 'set',
  at,
  value,
  ...(comment !== undefined && { comment }),
});

/** Adds an entry to a list. */
export const appendTo = (at: Path, value: unknown): Patch => ({ op: 'append', at, value });

/**
 * Adds ids to a list of references. Where `defaults` supplies the list, the item gets one of its own with all of them,
 * since a list of its own takes the place of the other.
 */
export const added = (list: Reading<unknown>, ids: readonly string[]): Patch[] =>
  list.suppliedBy ? [setAt(list.path, [...list.tokens(), ...ids])] : ids.map((id) => appendTo(list.path, id));
