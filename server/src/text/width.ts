import { visible } from './visible.ts';

/** One character as people count them, and how much room it takes on a terminal. */
export interface Cell {
  /** Safe to print. */
  readonly shown: string;
  readonly width: number;
  /** Where it stands in the text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

const TAB_WIDTH = 4;

let segmenter: Intl.Segmenter | undefined;

/** The characters of a line. Tabs reach to the next stop; what cannot be seen is replaced by a sign. */
export function cells(line: string): Cell[] {
  const result: Cell[] = [];
  let column = 0;
  let start = 0;
  for (const character of characters(line)) {
    const end = start + character.length;
    const cell =
      character === '\t'
        ? { shown: ' '.repeat(TAB_WIDTH - (column % TAB_WIDTH)), width: TAB_WIDTH - (column % TAB_WIDTH) }
        : { shown: visible(character), width: widthOf(character) };
    result.push({ ...cell, start, end });
    column += cell.width;
    start = end;
  }
  return result;
}

/** How many columns a text takes on a terminal. */
export function displayWidth(text: string): number {
  if (isPlain(text)) return text.length;
  let width = 0;
  for (const character of characters(text)) width += widthOf(character);
  return width;
}

/** Fills a text up with blanks to a number of columns. */
export const padded = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - displayWidth(text)));

/** The characters of a text as people count them. */
export function* characters(text: string): Iterable<string> {
  if (isPlain(text)) return yield* text;
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  for (const { segment } of segmenter.segment(text)) yield segment;
}

const isPlain = (text: string): boolean => /^[\x20-\x7e\t]*$/.test(text);

/** How many columns one character takes. */
export function widthOf(character: string): number {
  if (character.length === 1 && character < '\u0300') return 1;
  if (/\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f|\p{RI}{2}|[\d#*]\ufe0f?\u20e3/u.test(character)) return 2;
  if (/^[\p{Mark}\u200b-\u200f\u2060-\u2064\ufeff]+$/u.test(character)) return 0;
  return isWide(character.codePointAt(0) ?? 0) ? 2 : 1;
}

/** East Asian scripts, whose characters take two columns. */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x20000, 0x3fffd],
];

const isWide = (code: number): boolean => code >= 0x1100 && WIDE.some(([from, to]) => code >= from && code <= to);
