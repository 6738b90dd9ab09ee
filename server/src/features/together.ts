import type { DocumentModel } from '../yaml/document.ts';
import type { Patch, TextEdit } from '../yaml/node.ts';
import { editsFor } from '../yaml/patch.ts';
import { after } from './refactor/same-data.ts';

/** Several fixes carried out as one. */
export interface Together {
  readonly edits: readonly TextEdit[];
  /** Positions of the fixes that could be made; the others are at odds with these. */
  readonly made: readonly number[];
}

/**
 * Carries out as many fixes as go together, the first ones first. All at once where that works; else those that are
 * at odds with the ones before are found by halves.
 */
export function together(document: DocumentModel, fixes: readonly (readonly Patch[])[]): Together | undefined {
  const made: number[] = [];
  let edits: readonly TextEdit[] = [];
  const add = (from: number, to: number): void => {
    if (from >= to) return;
    const wanted = Array.from({ length: to - from }, (_, i) => from + i);
    const next = editsFor(
      document,
      [...made, ...wanted].flatMap((i) => fixes[i]!),
    );
    // Two names that are right each alone may be the same one: then a key would stand twice.
    if (next && after(document, next)) {
      made.push(...wanted);
      edits = next;
    } else if (to - from > 1) {
      const middle = (from + to) >> 1;
      add(from, middle);
      add(middle, to);
    }
  };
  add(0, fixes.length);
  return made.length > 0 ? { edits, made } : undefined;
}
