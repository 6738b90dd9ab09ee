import type { ScalarNode, TextEdit } from './node.ts';
import type { Page } from './page.ts';
import { behind, blockLines, commentLines, flowElement, flowText, inlineText, isInline } from './render.ts';
import { holdsShared, type Step } from './way.ts';

/** Where the key's colon or the element's dash ends, and the column that what it holds must pass. */
export interface Head {
  readonly end: number;
  readonly column: number;
}

/** The key with its colon, or the dash, in front of a value; `end` is -1 where a key has no colon. */
export function headOf(page: Page, step: Step): Head {
  const { holder } = step;
  if (holder?.kind === 'map') {
    return { end: page.colonEnd(holder.entry.keySpan.end), column: page.blockColumn(holder.map) };
  }
  if (holder && !holder.list.flow) {
    const before = holder.list.items[holder.position - 1];
    const dash = before ? page.contentAfter(before.end) : holder.list.start;
    return { end: dash + 1, column: page.column(holder.list.start) };
  }
  return { end: step.node.start, column: 0 };
}

/** Where a value begins, with the anchor or tag in front of it. */
export function valueStart(page: Page, step: Step): number {
  const head = headOf(page, step);
  if (head.end < 0 || head.end > step.node.start) return step.node.start;
  const start = page.contentAfter(head.end);
  return start < step.node.start && /[&!]/.test(page.text.charAt(start)) ? start : step.node.start;
}

/** Puts a value where a node stands, and leaves the comments around it. */
export function writeValue(page: Page, step: Step, value: unknown, comment?: string): TextEdit[] | undefined {
  if (holdsShared(page.document, step.node) || !step.holder) return undefined;
  const head = headOf(page, step);
  if (step.inFlow) return writeInFlow(page, step, head, value);
  if (head.end < 0 || head.end > step.node.start) return undefined;
  if (isAbsent(step)) return fillSlot(page, step, value, comment);
  const start = valueStart(page, step);
  const { end } = step.node;
  if (page.lineOf(start) === page.lineOf(head.end)) return writeBehind(page, step, head, start, value);
  if (!isInline(value)) {
    const lines = blockLinesAt(page, step, head, value);
    const first = start - page.column(start);
    return [{ start: first, end, newText: page.below(first, lines.lines, lines.column).slice(page.eol(first).length) }];
  }
  const text = behind(inlineText(value));
  // The lines of the old value go; comment lines above it stay.
  const from = page.lineStart(start);
  const to = page.nextLine(end);
  const lineGone = to > page.lineEnd(end) ? { start: from, end: to } : { start: endOfLineAbove(page, from), end: to };
  return [
    { start: head.end, end: head.end, newText: text },
    { ...lineGone, newText: '' },
  ];
}

function isAbsent(step: Step): boolean {
  return step.node.start === step.node.end;
}

export function endOfLineAbove(page: Page, lineStart: number): number {
  const line = page.lineOf(lineStart);
  return line === 0 ? lineStart : page.document.stream.lines.end(line - 1);
}

function writeInFlow(page: Page, step: Step, head: Head, value: unknown): TextEdit[] | undefined {
  const { holder } = step;
  const inMap = holder?.kind === 'map';
  const text = inMap ? flowText(value) : flowElement(value);
  if (!isAbsent(step)) return [{ start: valueStart(page, step), end: step.node.end, newText: text }];
  const at = step.node.start;
  if (inMap && (head.end < 0 || head.end > at)) return [{ start: at, end: at, newText: `:${behind(text)}` }];
  if (text === '') return [];
  const blanks = /^[ \t]+(?=,)/.exec(page.restOfLine(at))?.[0].length ?? 0;
  return [{ start: at, end: at + blanks, newText: behind(text) }];
}

/** A value behind its key or dash on the same line is replaced; the comment behind it stays on that line. */
function writeBehind(page: Page, step: Step, head: Head, start: number, value: unknown): TextEdit[] {
  const { end } = step.node;
  if (isInline(value)) {
    const text = inlineText(value);
    return text === '' ? [{ start: head.end, end, newText: '' }] : [{ start, end, newText: text }];
  }
  if (step.holder?.kind === 'list') {
    const lines = blockLines(value, page.style(undefined));
    return [{ start, end, newText: page.below(start, lines, page.column(start)).trimStart() }];
  }
  const { lines, column } = blockLinesAt(page, step, head, value);
  const below = page.lineEnd(end);
  return [
    { start: head.end, end, newText: '' },
    { start: below, end: below, newText: page.below(below, lines, column) },
  ];
}

/** `key:` or `-` with nothing behind it. */
function fillSlot(page: Page, step: Step, value: unknown, comment: string | undefined): TextEdit[] {
  const at = (step.node as ScalarNode).start;
  const rest = page.restOfLine(at);
  const blank = rest.trim() === '';
  if (isInline(value)) {
    const text = behind(inlineText(value));
    return text === '' ? [] : [{ start: at, end: blank ? at + rest.length : at, newText: text }];
  }
  const head = headOf(page, step);
  const { lines, column } = blockLinesAt(page, step, head, value);
  if (step.holder?.kind === 'list' && blank && comment === undefined) {
    return [{ start: at, end: at + rest.length, newText: ` ${page.below(at, lines, column).trimStart()}` }];
  }
  const end = page.blockEnd({ start: at, end: at }, head.column + 1);
  return [{ start: end, end, newText: page.below(end, [...commentLines(comment), ...lines], column) }];
}

/** The lines of a value that stands below its key or dash, and the column they begin at. */
function blockLinesAt(page: Page, step: Step, head: Head, value: unknown): { lines: string[]; column: number } {
  const style = page.style(step.holder?.kind === 'map' ? step.holder.map : undefined);
  const own = Array.isArray(value) ? style.dash : style.width;
  const by = step.holder?.kind === 'list' ? 2 : own;
  return { lines: blockLines(value, style), column: head.column + by };
}
