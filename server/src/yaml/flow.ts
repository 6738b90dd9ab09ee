import type { ListNode, MapNode, TextEdit } from './node.ts';
import type { Page } from './page.ts';
import { commentLines } from './render.ts';

/** Adds `key: value` to a map in braces, or to the one pair that stands in a list without them. */
export function flowEntryEdits(page: Page, map: MapNode, text: string, comment?: string): TextEdit[] | undefined {
  if (page.text.charAt(map.start) === '{') return addToFlow(page, map, text, comment);
  return [
    { start: map.start, end: map.start, newText: '{ ' },
    { start: map.end, end: map.end, newText: `, ${text} }` },
  ];
}

/** Adds an entry or an element as the last one between brackets. */
export function addToFlow(
  page: Page,
  node: MapNode | ListNode,
  text: string,
  comment?: string,
): TextEdit[] | undefined {
  const close = node.end - 1;
  const last = page.contentBefore(close);
  if (last <= node.start + 1) return [...addFirst(page, node, text), ...commentAside(page, node, close, comment)];
  const trailing = page.text.charAt(last - 1) === ',';
  const ownLine = page.lineOf(lastStart(node)) > page.lineOf(node.start) && page.beginsLine(lastStart(node));
  if (ownLine && page.lineOf(close) > page.lineOf(last)) {
    const end = page.lineEnd(last);
    const column = page.column(lastStart(node));
    const lines = [...commentLines(comment), trailing ? `${text},` : text];
    const added = { start: end, end, newText: page.below(end, lines, column) };
    return trailing ? [added] : [{ start: last, end: last, newText: ',' }, added];
  }
  // An empty slot ends in its colon; a comma right behind it puzzles some readers.
  const comma = page.text.charAt(last - 1) === ':' ? ' , ' : ', ';
  const newText = trailing ? ` ${text},` : comma + text;
  const tight = newText.endsWith(':') && page.text.charAt(last) !== ' ' ? `${newText} ` : newText;
  return [{ start: last, end: last, newText: tight }, ...commentAside(page, node, last, comment)];
}

function addFirst(page: Page, node: MapNode | ListNode, text: string): TextEdit[] {
  const start = node.start + 1;
  const inside = page.text.slice(start, node.end - 1);
  if (inside.trim() !== '') return [{ start, end: start, newText: ` ${text}` }];
  const blank = node.kind === 'map' ? ' ' : '';
  return [{ start, end: node.end - 1, newText: blank + text + blank }];
}

/** Where the last entry or element begins. */
function lastStart(node: MapNode | ListNode): number {
  const starts =
    node.kind === 'list'
      ? [node.items.at(-1)?.start]
      : [...node.entries.values()].filter((e) => !e.merged).map((e) => e.keySpan.start);
  return starts.at(-1) ?? node.start;
}

/** A comment for something added inside a line: at the end of that line, or on a line above the whole. */
function commentAside(page: Page, node: MapNode | ListNode, at: number, comment: string | undefined): TextEdit[] {
  const [line, ...more] = commentLines(comment);
  if (line === undefined) return [];
  const end = page.lineEnd(at);
  const free = more.length === 0 && /^[\]},\s]*$/.test(page.text.slice(at, end));
  if (free) return [{ start: end, end, newText: ` ${line}` }];
  const start = page.lineStart(node.start);
  if (!isLineOfBlock(page, node.start)) return [];
  const indent = /^ */.exec(page.text.slice(start, at))?.[0].length ?? 0;
  const eol = page.eol(start);
  return [{ start, end: start, newText: [line, ...more].map((one) => ' '.repeat(indent) + one + eol).join('') }];
}

/** True when the line of an offset begins outside of all brackets and texts, so that a comment line can go above it. */
function isLineOfBlock(page: Page, offset: number): boolean {
  const start = page.contentAfter(page.lineStart(offset));
  let node = page.document.root;
  while (node && node.kind !== 'scalar') {
    if (node.start >= start) return true;
    if (node.flow) return false;
    const children = node.kind === 'list' ? node.items : [...node.entries.values()].map((entry) => entry.node);
    const inner = children.find((child) => !child.aliased && child.start <= offset && offset < child.end);
    if (inner === node) return false;
    node = inner;
  }
  return false;
}
