import { type Cell, cells } from '../text/width.ts';
import type { Stream } from '../yaml/document.ts';
import type { Span } from '../yaml/node.ts';
import { apart } from './apart.ts';

/** The part of a line that a finding is about, with some text around it. */
export interface Excerpt {
  readonly text: string;
  /** What is underlined, in UTF-16 units of `text`. */
  readonly start: number;
  readonly end: number;
  /** True where the line goes on before or behind `text`. */
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

/** Most units kept of a line: more than any terminal shows, little enough for lines of many megabytes. */
const MOST = 480;
const BEFORE = 160;

/** The first line of a span. */
export function excerptAt(span: Span, { text, lines }: Stream): Excerpt {
  const { line } = lines.position(span.start);
  const [lineStart, lineEnd] = [lines.start(line), lines.end(line)];
  let from = lineEnd - lineStart <= MOST ? lineStart : Math.max(lineStart, span.start - BEFORE);
  let to = Math.min(lineEnd, from + MOST);
  if (from > lineStart && isLowHalf(text, from)) from++;
  if (to < lineEnd && isLowHalf(text, to)) to--;
  const start = clamp(span.start, from, to);
  return {
    text: apart(text.slice(from, to)),
    start: start - from,
    end: clamp(Math.max(span.end, start), from, to) - from,
    cutBefore: from > lineStart,
    cutAfter: to < lineEnd,
  };
}

const isLowHalf = (text: string, at: number): boolean => /[\udc00-\udfff]/.test(text.charAt(at));

const clamp = (offset: number, from: number, to: number): number => Math.min(Math.max(offset, from), to);

/** An excerpt as two lines: the text, safe to print, and marks below what is meant. */
export interface Underlined {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
  /** Blanks, then marks. */
  readonly blanks: string;
  readonly marks: string;
}

/** Fits an excerpt into a number of columns; long lines are cut around what is meant. */
export function underline(excerpt: Excerpt, width: number): Underlined {
  const all = cells(excerpt.text);
  const first = Math.max(
    0,
    all.findIndex(({ end }) => end > excerpt.start),
  );
  const isMeant = (cell: Cell): boolean => cell.start < excerpt.end && cell.end > excerpt.start;
  const [from, to] = windowAround(all, first, width);
  const shown = all.slice(from, to);
  const part = (which: readonly Cell[]): string => which.map((cell) => cell.shown).join('');
  const meant = shown.filter(isMeant);
  const before = shown.filter((cell) => !isMeant(cell) && cell.end <= excerpt.start);
  const after = shown.filter((cell) => !isMeant(cell) && cell.start >= excerpt.start);
  const left = (excerpt.cutBefore || from > 0 ? '…' : '') + part(before);
  return {
    before: left,
    marked: part(meant),
    after: part(after) + (excerpt.cutAfter || to < all.length ? '…' : ''),
    blanks: ' '.repeat(total(before) + (left.startsWith('…') ? 1 : 0)),
    // Where nothing is left to be underlined, such as a missing end, one mark shows the place.
    marks: '^'.repeat(Math.max(1, total(meant))),
  };
}

const total = (some: readonly Cell[]): number => some.reduce((sum, { width }) => sum + width, 0);

/** From the start of the line where that shows the place too, else from a little before it. */
function windowAround(all: readonly Cell[], first: number, width: number): [number, number] {
  const room = Math.max(width - 2, 10);
  if (total(all) <= room) return [0, all.length];
  const needed = total(all.slice(0, first)) + Math.min(12, total(all.slice(first)));
  let from = 0;
  if (needed > room) {
    const lead = Math.floor(room / 3);
    from = first;
    for (let used = 0; from > 0 && used + all[from - 1]!.width <= lead; from--) used += all[from - 1]!.width;
  }
  let to = from;
  for (let used = 0; to < all.length && used + all[to]!.width <= room; to++) used += all[to]!.width;
  return [from, to];
}
