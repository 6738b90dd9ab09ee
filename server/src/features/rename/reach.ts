import type { DocumentModel, Stream } from '../../yaml/document.ts';
import type { Path, TextEdit, YamlNode } from '../../yaml/node.ts';
import { parseStream } from '../../yaml/parse.ts';
import { applyEdits } from '../../yaml/patch.ts';

/** Where names are to change in a document: keys and values by their path. */
export type Expected = ReadonlySet<string>;

export const keyPlace = (at: Path): string => `${JSON.stringify(at)} key`;
export const valuePlace = (at: Path): string => JSON.stringify(at);

/**
 * Reads a text as it would be after a renaming and compares: everything says the same, and the names that were to
 * change have. Returns the first place where that does not hold – text behind an alias changes in all its places.
 */
export function strayPlace(
  stream: Stream,
  edits: readonly TextEdit[],
  expected: (document: DocumentModel) => Expected,
): Path | undefined {
  const after = parseStream(applyEdits(stream.text, edits)).documents;
  if (after.length !== stream.documents.length) return [];
  for (const document of stream.documents) {
    const { root, problems } = after[document.index]!;
    if (problems.length > document.problems.length) return [];
    const stray = document.root && (root ? firstStray(document.root, root, [], expected(document)) : []);
    if (stray) return stray;
  }
  return undefined;
}

/** Notes and `x-` keys mean nothing of their own: anchored text there changes with the places that use it. */
const isAside = (at: Path): boolean => at.some((key) => key === 'notes' || String(key).startsWith('x-'));

function firstStray(a: YamlNode, b: YamlNode, at: Path, expected: Expected): Path | undefined {
  if (a.kind === 'scalar' && b.kind === 'scalar')
    return (a.text !== b.text) === expected.has(valuePlace(at)) || isAside(at) ? undefined : at;
  if (a.kind === 'list' && b.kind === 'list') {
    if (a.items.length !== b.items.length) return at;
    for (const [i, item] of a.items.entries()) {
      const stray = firstStray(item, b.items[i]!, [...at, i], expected);
      if (stray) return stray;
    }
    return undefined;
  }
  if (a.kind !== 'map' || b.kind !== 'map' || a.entries.size !== b.entries.size) return at;
  const others = [...b.entries.values()];
  for (const [i, { key, node }] of [...a.entries.values()].entries()) {
    const below = [...at, key];
    const other = others[i]!;
    if ((key !== other.key) !== expected.has(keyPlace(below)) && !isAside(below)) return below;
    const stray = firstStray(node, other.node, below, expected);
    if (stray) return stray;
  }
  return undefined;
}
