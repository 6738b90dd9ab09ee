import type { Position, SelectionRange } from 'vscode-languageserver';
import type { DocumentModel, Stream } from '../yaml/document.ts';
import type { ScalarNode, Span, YamlNode } from '../yaml/node.ts';
import { offsetAt, seenAt } from './hover/document.ts';
import { entrySpan } from './hover/field.ts';
import { rangeOf } from './ranges.ts';
import type { World } from './world.ts';

/** What a selection grows to, step by step: word, value, entry, item, section, document. One answer for each position. */
export function selectionRanges(world: World, uri: string, positions: readonly Position[]): SelectionRange[] {
  const file = world.file(uri);
  if (!file) return [];
  return positions.map((position) => {
    const offset = offsetAt(file.stream, position);
    const document = seenAt(file, offset)?.document;
    const spans = document ? spansAround(document, offset) : [];
    return chain(file.stream, spans, offset);
  });
}

/** The spans around an offset, the widest first. */
function spansAround(document: DocumentModel, offset: number): Span[] {
  const { root, stream } = document;
  const spans: Span[] = [{ start: 0, end: stream.text.length }, document.extent];
  const place = document.placeAt(offset);
  let node: YamlNode | undefined = root;
  if (node) spans.push(node);
  for (const key of place.at) {
    const entry: { readonly node: YamlNode; readonly span: Span } | undefined = stepInto(node, key);
    if (!entry) break;
    node = entry.node;
    spans.push(entry.span, node);
  }
  if (place.part === 'key') spans.push(document.span(place));
  const comment = stream.comments().find(({ start, end }) => start <= offset && offset <= end);
  if (comment) spans.push({ start: comment.start, end: comment.start + comment.text.trimEnd().length });
  else if (node?.kind === 'scalar' && !node.aliased) spans.push(withoutQuotes(stream, node));
  const word = wordAt(stream, offset);
  return word ? [...spans, word] : spans;
}

function stepInto(node: YamlNode | undefined, key: string | number): { node: YamlNode; span: Span } | undefined {
  if (node?.kind === 'map') {
    const entry = node.entries.get(String(key));
    return entry && { node: entry.node, span: entrySpan(entry) };
  }
  const item = node?.kind === 'list' ? node.items[Number(key)] : undefined;
  return item && { node: item, span: item };
}

function withoutQuotes({ text }: Stream, { start, end }: ScalarNode): Span {
  const quote = text.charAt(start);
  const isQuoted = end - start >= 2 && (quote === '"' || quote === "'") && text.charAt(end - 1) === quote;
  return isQuoted ? { start: start + 1, end: end - 1 } : { start, end };
}

const WORD = /[\p{L}\p{M}\p{N}_-]/u;

/** The word an offset lies in or touches. */
function wordAt({ text, lines }: Stream, offset: number): Span | undefined {
  const { line } = lines.position(offset);
  let start = offset;
  let end = offset;
  while (start > lines.start(line) && WORD.test(text.charAt(start - 1))) start--;
  while (end < lines.end(line) && WORD.test(text.charAt(end))) end++;
  return start < end ? { start, end } : undefined;
}

/** Spans as the editor wants them: each holds the offset and is truly wider than the one inside it. */
function chain(stream: Stream, spans: readonly Span[], offset: number): SelectionRange {
  let range: SelectionRange | undefined;
  let outer: Span | undefined;
  for (const span of spans) {
    if (span.start > offset || span.end < offset) continue;
    const isWithin = !outer || (span.start >= outer.start && span.end <= outer.end);
    const isSame = outer && span.start === outer.start && span.end === outer.end;
    if (!isWithin || isSame) continue;
    range = { range: rangeOf(stream, span), ...(range && { parent: range }) };
    outer = span;
  }
  return range ?? { range: rangeOf(stream, { start: offset, end: offset }) };
}
