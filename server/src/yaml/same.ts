import type { Stream } from './document.ts';
import type { MapEntry, Span, YamlNode } from './node.ts';

/** True where two readings of a text found the same in the same places. Text that is broken is never the same. */
export function sameReading(a: Stream, b: Stream): boolean {
  const isFine = ({ problems, documents }: Stream): boolean =>
    problems.length === 0 && documents.every((document) => document.problems.length + document.shared.length === 0);
  if (!isFine(a) || !isFine(b) || a.text !== b.text || a.documents.length !== b.documents.length) return false;
  const [left, right] = [a.comments(), b.comments()];
  return (
    left.length === right.length &&
    left.every((comment, i) => sameSpan(comment, right[i]!)) &&
    a.documents.every((document, i) => {
      const other = b.documents[i]!;
      return sameSpan(document.extent, other.extent) && sameNode(document.root, other.root);
    })
  );
}

const sameSpan = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;

function sameNode(a: YamlNode | undefined, b: YamlNode | undefined): boolean {
  if (!a || !b) return a === b;
  if (!sameSpan(a, b)) return false;
  if (a.kind === 'scalar' && b.kind === 'scalar')
    return a.text === b.text && a.plain === b.plain && Object.is(a.value, b.value);
  if (a.kind === 'list' && b.kind === 'list')
    return (
      a.flow === b.flow && a.items.length === b.items.length && a.items.every((item, i) => sameNode(item, b.items[i]))
    );
  if (a.kind !== 'map' || b.kind !== 'map' || a.flow !== b.flow || a.entries.size !== b.entries.size) return false;
  const others = b.entries.values();
  for (const entry of a.entries.values()) if (!sameEntry(entry, others.next().value!)) return false;
  return true;
}

const sameEntry = (a: MapEntry, b: MapEntry): boolean =>
  a.key === b.key &&
  a.plainKey === b.plainKey &&
  a.merged === b.merged &&
  sameSpan(a.keySpan, b.keySpan) &&
  sameNode(a.node, b.node);
