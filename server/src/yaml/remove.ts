import type { DocumentModel } from './document.ts';
import type { MapEntry, MapNode, Path, Span, TextEdit, YamlNode } from './node.ts';
import { LONGEST_PROPERTIES, type Page } from './page.ts';
import { keyText } from './render.ts';
import { endOfLineAbove, headOf, writeValue } from './value.ts';
import { holdsShared, type Step, type Way, wayTo } from './way.ts';

/** Gives a key another name; undefined where it has none of its own or the new name is taken. */
export function renameEdits(page: Page, way: Way, key: string): TextEdit[] | undefined {
  const { holder, inFlow } = way.last;
  if (way.rest.length > 0 || holder?.kind !== 'map') return undefined;
  const { entry, map } = holder;
  const { start, end } = entry.keySpan;
  const first = page.text.charAt(start);
  const written = entry.plainKey || /^["']/.test(first);
  if (start === end || !written || holdsShared(page.document, entry.keySpan)) return undefined;
  // The same name asks for the quotes a name such as “on” needs.
  if (entry.key !== key && map.entries.has(key)) return undefined;
  const newText = keyText(key, inFlow, entry.plainKey ? '' : first);
  return newText === page.text.slice(start, end) ? [] : [{ start, end, newText }];
}

/** Takes an entry or an element out; undefined where it is not there or aliases need it. */
export function removeEdits(page: Page, at: Path, nth = 0): TextEdit[] | undefined {
  const way = nth > 0 ? wayToRepeated(page.document, at, nth) : wayTo(page.document, at, true);
  if (!way || way.rest.length > 0) return undefined;
  const { holder, node } = way.last;
  const owner = way.steps.at(-2);
  if (!holder || !owner) return undefined;
  const own =
    holder.kind === 'map' ? { start: holder.entry.keySpan.start, end: node.end } : { start: node.start, end: node.end };
  if (holdsShared(page.document, own)) return undefined;
  const held = holder.kind === 'map' ? holder.map : holder.list;
  if (held.flow) return removeFromFlow(page, held, own);
  const start = holder.kind === 'map' ? entryStart(page, holder.map, holder.entry) : headOf(page, way.last).end - 1;
  if (start < 0) return undefined;
  return removeFromBlock(page, owner, held, { start, end: Math.max(own.end, own.start) }, node);
}

function wayToRepeated(document: DocumentModel, at: Path, nth: number): Way | undefined {
  const way = wayTo(document, at.slice(0, -1), false);
  const map = way?.rest.length === 0 ? way.last.node : undefined;
  if (!way || map?.kind !== 'map') return undefined;
  const entry = map.repeated?.filter((one: MapEntry) => one.key === String(at.at(-1)))[nth - 1];
  if (!entry || document.shared.includes(entry.node)) return undefined;
  const last: Step = { node: entry.node, holder: { kind: 'map', map, entry }, inFlow: way.last.inFlow || map.flow };
  return { steps: [...way.steps, last], last, rest: [] };
}

/** Where an entry of a block map begins, with the `?`, anchor or tag in front of its key; -1 where that is unclear. */
function entryStart(page: Page, map: MapNode, entry: MapEntry): number {
  const start = page.lineStart(entry.keySpan.start) + page.blockColumn(map);
  return start <= entry.keySpan.start && /^(?:[?&!]|$)/.test(page.text.slice(start, entry.keySpan.start)) ? start : -1;
}

function removeFromBlock(page: Page, owner: Step, held: YamlNode, own: Span, node: YamlNode): TextEdit[] | undefined {
  const next = page.contentAfter(own.end);
  const isFirst = own.start === page.blockStart(held);
  if (isFirst && next >= held.end) return emptied(page, owner, held);
  const end = page.blockEnd(
    node.end >= own.end ? { ...node, end: Math.max(node.end, own.end) } : own,
    page.column(own.start) + 1,
  );
  if (page.beginsLine(own.start)) return [wholeLines(page, own.start, end)];
  // The first of a map or list that begins behind a dash: what follows moves up to the dash.
  const line = page.nextLine(end);
  const following = line + Math.max(0, page.text.slice(line).search(/\S/));
  return [{ start: own.start, end: following, newText: '' }];
}

/** The lines from the one an offset lies in to the one where another ends. */
export function wholeLines(page: Page, start: number, end: number): TextEdit {
  const from = page.lineStart(start);
  const to = page.nextLine(end);
  const isLast = to === page.lineEnd(end);
  return { start: isLast ? endOfLineAbove(page, from) : from, end: to, newText: '' };
}

/** Nothing is left of a map or list: a section keeps its bare key, a list becomes `[]`. */
function emptied(page: Page, owner: Step, held: YamlNode): TextEdit[] | undefined {
  if (!owner.holder) return [{ start: held.start, end: held.end, newText: held.kind === 'list' ? '[]' : '{}' }];
  if (held.kind === 'list') return writeValue(page, owner, []);
  return writeValue(page, owner, owner.holder.kind === 'list' ? {} : null);
}

function removeFromFlow(page: Page, held: YamlNode, own: Span): TextEdit[] | undefined {
  if (!/[[{]/.test(page.text.charAt(held.start))) return [{ start: held.start, end: held.end, newText: '{}' }];
  const start = flowStart(page, own.start);
  const before = page.contentBefore(start);
  const after = page.contentAfter(own.end);
  const comma = page.text.charAt(after) === ',';
  const isFirst = before <= held.start + 1;
  const next = comma ? page.contentAfter(after + 1) : after;
  const isLast = next >= held.end - 1;
  if (isFirst && isLast) return onlyOne(page, held, start, comma ? after + 1 : own.end);
  const end = comma ? after + 1 : own.end;
  if (page.beginsLine(start) && /^[ \t]*(?:#.*)?$/.test(page.restOfLine(end)) && page.nextLine(end) > end) {
    const lines: TextEdit = { start: page.lineStart(start), end: page.nextLine(end), newText: '' };
    return comma || isFirst ? [lines] : [{ start: before - 1, end: before, newText: '' }, lines];
  }
  if (!isLast) return [{ start, end: Math.min(next, end + blanksBehind(page, end)), newText: '' }];
  // The last one goes together with the comma before it, or after it where the list ends in one.
  return [{ start: comma ? before : before - 1, end, newText: '' }];
}

function onlyOne(page: Page, held: YamlNode, start: number, end: number): TextEdit[] {
  const inside = { start: held.start + 1, end: held.end - 1 };
  if (page.hasComment(inside.start, inside.end)) return [{ start, end, newText: '' }];
  return [{ ...inside, newText: '' }];
}

function blanksBehind(page: Page, offset: number): number {
  return /^[ \t]*/.exec(page.restOfLine(offset))?.[0].length ?? 0;
}

/** Where an entry or element between brackets begins, with its anchor, tag or `?`. */
function flowStart(page: Page, offset: number): number {
  let start = offset;
  for (;;) {
    const end = page.contentBefore(start);
    const word = /[^\s,[\]{}]*$/.exec(page.text.slice(Math.max(0, end - LONGEST_PROPERTIES), end))?.[0] ?? '';
    if (!/^(?:[&!]|\?$)/.test(word)) return start;
    start = end - word.length;
  }
}
