import { visible } from '../text/visible.ts';
import { characters, widthOf } from '../text/width.ts';

/** More than any box holds; what is longer is not even looked at. */
const MOST = 400;

/** Shares of the font size that Latin letters take in the widest of the fonts that may be at hand. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[ijlI.,:;'’|!()[\]]/, 0.4],
  [/[ftr\s"/\\-]/, 0.45],
  [/[mwMW@%…—&]/, 1],
  [/[A-Z]/, 0.76],
  [/[\x20-\x7e]/, 0.64],
];

/** How wide a text is at most at a font size. No font is asked, so that the same file gives the same picture anywhere. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const character of characters(text)) width += shareOf(character);
  return width * size;
}

function shareOf(character: string): number {
  if (/^[\x20-\x7e…—’]$/.test(character)) return WIDTHS.find(([letters]) => letters.test(character))![1];
  const columns = widthOf(character);
  return columns === 2 ? 1.3 : columns === 0 ? 0 : 0.85;
}

/** A text in lines that are no wider than `width`; cut with “…” where they do not suffice. */
export function fitted(text: string, width: number, size: number, most = 1): string[] {
  const lines: string[] = [];
  let line = '';
  const fits = (more: string): boolean => textWidth((line + more).trimEnd(), size) <= width;
  for (const piece of pieces(visible(text.slice(0, MOST)).trim())) {
    if (fits(piece)) {
      line += piece;
      continue;
    }
    if (line.trim() !== '') lines.push(line.trim());
    line = '';
    if (lines.length > most) break;
    for (const character of characters(piece.trimStart())) {
      if (line !== '' && !fits(character)) {
        lines.push(line);
        line = '';
      }
      line += character;
    }
  }
  if (line.trim() !== '') lines.push(line.trim());
  const isCut = lines.length > most || text.length > MOST;
  return isCut ? [...lines.slice(0, most - 1), shortened(lines[most - 1] ?? '', width, size)] : lines;
}

/** Words with the blanks before them; compound words may part behind their hyphens. */
const pieces = (text: string): readonly string[] => text.trimEnd().match(/\s*[^\s\-/_]*[-/_]+|\s*[^\s\-/_]+/g) ?? [];

function shortened(line: string, width: number, size: number): string {
  const kept = [...characters(line)];
  while (kept.length > 0 && textWidth(`${kept.join('').trimEnd()}…`, size) > width) kept.pop();
  return `${kept.join('').trimEnd()}…`;
}
