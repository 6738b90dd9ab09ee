import type { Item } from '../model/sections.ts';
import type { Path, Place } from '../yaml/node.ts';

/** The key at a path. */
export const keyAt = (at: Path): Place => ({ at, part: 'key' });

/** The value at a path. */
export const valueAt = (at: Path): Place => ({ at, part: 'value' });

/** “Value of title, else key kind”: where findings about the document as a whole are shown. */
export function headline(root: Item): Place {
  const title = root.fields.get('title');
  return title?.given ? valueAt(['title']) : keyAt(['kind']);
}

/** The key of the first of several readings that is there, else the headline. */
export function firstKey(root: Item, ...candidates: readonly Item[]): Place {
  const found = candidates.find((candidate) => !candidate.absent);
  return found ? keyAt(found.path) : headline(root);
}
