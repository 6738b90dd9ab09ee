import type { DocumentModel } from '../../yaml/document.ts';
import type { Content, Path, TextEdit, YamlNode } from '../../yaml/node.ts';
import { parseStream } from '../../yaml/parse.ts';
import { applyEdits } from '../../yaml/patch.ts';

/** What a node says, as plain values: two nodes that give the same say the same. */
export function dataOf(node: Content): unknown {
  if (node.kind === 'scalar') return node.value === null ? null : node.text;
  if (node.kind === 'list') return node.items.map(dataOf);
  return Object.fromEntries([...node.entries].map(([key, entry]) => [`=${key}`, dataOf(entry.node)]));
}

export const saysTheSame = (a: YamlNode, b: YamlNode): boolean =>
  JSON.stringify(dataOf(a)) === JSON.stringify(dataOf(b));

/** The document after edits to its text; undefined where they would leave it, or any other of the file, broken. */
export function after(document: DocumentModel, edits: readonly TextEdit[]): DocumentModel | undefined {
  const { documents } = document.stream;
  const next = parseStream(applyEdits(document.stream.text, edits)).documents;
  const whole =
    next.length === documents.length && next.every((each, i) => each.problems.length <= documents[i]!.problems.length);
  return whole ? next[document.index] : undefined;
}

/** True where two documents say the same apart from what stands at a path. */
export function sameApartFrom(a: YamlNode | undefined, b: YamlNode | undefined, at: Path): boolean {
  if (!a || !b) return a === b;
  const [key, ...rest] = at;
  if (key === undefined) return true;
  if (a.kind === 'map' && b.kind === 'map') {
    const keys = [...a.entries.keys()];
    if (a.entries.size !== b.entries.size) return false;
    return keys.every((each) => {
      const [left, right] = [a.entries.get(each)!.node, b.entries.get(each)?.node];
      return (
        right !== undefined && (each === String(key) ? sameApartFrom(left, right, rest) : saysTheSame(left, right))
      );
    });
  }
  if (a.kind === 'list' && b.kind === 'list') {
    if (a.items.length !== b.items.length) return false;
    return a.items.every((left, i) =>
      i === Number(key) ? sameApartFrom(left, b.items[i], rest) : saysTheSame(left, b.items[i]!),
    );
  }
  return false;
}
