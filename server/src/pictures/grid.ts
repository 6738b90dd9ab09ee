import type { CheckedDocument } from '../check/checked-document.ts';
import { fitted } from './fit.ts';
import { type GridBlock, type GridRow, gridOf } from './grid-table.ts';
import { centred, leadingTo, type PictureOptions, picture, titleOf } from './picture.ts';
import { FATE_WORDS, shareWords, sign } from './shares.ts';
import { el, type Markup } from './svg.ts';

const EDGE = 16;
const NAME = 250;
const CELL = { width: 96, height: 26 };
const GAP = 26;

/**
 * What became of every question: for each element or phase a table with a row for each item and a column for each
 * question.
 */
export function questionGrid(document: CheckedDocument, options: PictureOptions = {}): string {
  const { prefix = 'grid' } = options;
  const blocks = gridOf(document);
  const columns = Math.max(3, ...blocks.map((block) => block.columns.length));
  let top = EDGE;
  const parts = blocks.map((block) => {
    const drawn = blockParts(block, top);
    top += headHeight(block) + block.rows.length * CELL.height + GAP;
    return drawn;
  });
  return picture(
    {
      title: `Questions by item: ${titleOf(document)}`,
      words:
        blocks.length === 0
          ? 'No questions yet.'
          : blocks.map(({ area, name }) => `${name}: ${shareWords(document.coverage[area])}.`).join(' '),
      width: EDGE + NAME + columns * CELL.width + EDGE,
      height: blocks.length === 0 ? 60 : top,
      parts: blocks.length === 0 ? centred(['No questions yet.'], 240, 36, 'ws-note') : parts,
      legend: true,
    },
    prefix,
    options,
  );
}

const headLines = (words: string): string[] => fitted(words, CELL.width - 10, 11, 3);

const headHeight = ({ columns }: GridBlock): number =>
  20 + 13 * Math.max(1, ...columns.map(({ words }) => headLines(words).length));

function blockParts(block: GridBlock, top: number): Markup[] {
  const { name, at, columns, rows } = block;
  const body = top + headHeight(block);
  const right = EDGE + NAME + columns.length * CELL.width;
  return [
    leadingTo(at, name, el('text', { class: 'ws-name', x: EDGE, y: body - 10 }, name)),
    ...columns.map(({ words, title }, i) => {
      const lines = headLines(words);
      const x = EDGE + NAME + (i + 0.5) * CELL.width;
      return leadingTo(undefined, title, centred(lines, x, body - 10 - (lines.length - 1) * 13, 'ws-note', 13));
    }),
    ...rows.map((row, i) => rowParts(row, columns, body + i * CELL.height)),
    ...[body, body + rows.length * CELL.height].map((y) =>
      el('path', { class: 'ws-rim', d: `M${EDGE} ${y}H${right}` }),
    ),
  ];
}

function rowParts({ name, at, cells }: GridRow, columns: GridBlock['columns'], top: number): Markup {
  const y = top + CELL.height / 2;
  return el(
    'g',
    {},
    leadingTo(
      at,
      name,
      fitted(name, NAME - 16, 12).map((line) => el('text', { x: EDGE, y: y + 4 }, line)),
    ),
    columns.map(({ rule, words }, i) => {
      const x = EDGE + NAME + (i + 0.5) * CELL.width;
      const cell = cells.get(rule);
      if (!cell) return el('circle', { class: 'ws-none', cx: x, cy: y, r: 1.3 });
      const { fate, count } = cell;
      return leadingTo(
        cell.at,
        `${name}, ${words}: ${FATE_WORDS[fate]}${count > 1 ? ` (${count})` : ''}`,
        sign(fate, x, y),
        count > 1 && el('text', { class: 'ws-number', x: x + 12, y: y + 4 }, String(count)),
      );
    }),
  );
}
