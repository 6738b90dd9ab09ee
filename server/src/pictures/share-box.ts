import type { Coverage } from '../check/questions.ts';
import type { Path } from '../yaml/node.ts';
import { fitted } from './fit.ts';
import { centred, leadingTo } from './picture.ts';
import { bar, countSigns, shareWords } from './shares.ts';
import { el, type Markup } from './svg.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** An element or phase as it is drawn. */
export interface Share {
  readonly name: string;
  /** What is in it, in a few names. */
  readonly note?: string;
  readonly at: Path;
  readonly counts: Coverage | undefined;
}

/** A box with a name, and with its questions as numbers, shapes and colours. */
export function shareBox({ name, note, at, counts }: Share, { x, y, width, height }: Box, prefix: string): Markup {
  const middle = x + width / 2;
  const inner = width - 20;
  const notes = note ? fitted(note, inner, 11, height > 150 ? 4 : width < 200 ? 2 : 1) : [];
  const names = fitted(name, inner, 15, 2);
  const block = names.length * 18 + notes.length * 14 + 44;
  let line = y + (height - block) / 2 + 15;
  const heading = centred(names, middle, line, 'ws-name', 18);
  line += (names.length - 1) * 18 + 16;
  const noted = centred(notes, middle, line, 'ws-note', 14);
  line += notes.length * 14;
  const asked = counts && counts.questions > 0;
  const barWidth = Math.min(inner, 220);
  return leadingTo(
    at,
    `${name}: ${shareWords(counts)}`,
    el('rect', { class: 'ws-box', x, y, width, height, rx: 8 }),
    heading,
    noted,
    asked
      ? [bar(counts, middle - barWidth / 2, line - 6, barWidth, prefix), countSigns(counts, middle, line + 18, inner)]
      : centred(['no questions'], middle, line + 8, 'ws-note'),
  );
}
