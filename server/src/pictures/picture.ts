import type { CheckedDocument } from '../check/checked-document.ts';
import type { Path } from '../yaml/node.ts';
import { patterns, styleSheet } from './look.ts';
import { LEGEND_WIDTH, legend } from './shares.ts';
import { type Child, el, type Markup, rounded } from './svg.ts';

export interface PictureOptions {
  /** Begins every id in the picture, so that several can stand on one page. */
  readonly prefix?: string;
  /** False where the page around the picture has `PICTURE_STYLE` itself. */
  readonly style?: boolean;
}

/** A drawing before it becomes a picture. */
export interface Drawing {
  /** What it shows, and of what. */
  readonly title: string;
  /** All that is seen, as a text for those who do not see it. */
  readonly words: string;
  readonly width: number;
  readonly height: number;
  readonly parts: readonly Child[];
  /** True where fates are shown, so that their signs are explained below. */
  readonly legend: boolean;
}

const LEGEND_HEIGHT = 34;
const EDGE = 16;

/** A drawing as an SVG text that can stand in a page or in a file of its own. */
export function picture(drawing: Drawing, prefix: string, { style = true }: PictureOptions): string {
  const { title, words } = drawing;
  const width = Math.max(drawing.width, drawing.legend ? LEGEND_WIDTH + 2 * EDGE : 0);
  const height = drawing.height + (drawing.legend ? LEGEND_HEIGHT : 0);
  return el(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'ws-picture',
      viewBox: `0 0 ${rounded(width)} ${rounded(height)}`,
      width,
      height,
      role: 'img',
      'aria-labelledby': `${prefix}-title`,
      'aria-describedby': `${prefix}-words`,
    },
    el('title', { id: `${prefix}-title` }, title),
    el('desc', { id: `${prefix}-words` }, words),
    style && styleSheet(),
    el('defs', {}, patterns(prefix), tips(prefix)),
    el('rect', { class: 'ws-sheet', width, height }),
    drawing.parts,
    drawing.legend && legend(EDGE, height - LEGEND_HEIGHT / 2),
  ).svg;
}

/** Arrow heads; those of both ends are one, as it turns around at the start of a line. */
const tips = (prefix: string): Markup[] =>
  ['tip', 'flow-tip'].map((name) =>
    el(
      'marker',
      {
        id: `${prefix}-${name}`,
        viewBox: '0 0 10 10',
        refX: 9,
        refY: 5,
        markerWidth: 10,
        markerHeight: 10,
        markerUnits: 'userSpaceOnUse',
        orient: 'auto-start-reverse',
      },
      el('path', { class: `ws-${name}`, d: 'M0 1 10 5 0 9z' }),
    ),
  );

/** A part that leads to a place in the document: a JSON pointer, which hosts may follow. */
export const leadingTo = (at: Path | undefined, tip: string, ...parts: readonly Child[]): Markup =>
  el('g', at ? { 'data-at': pointer(at) } : {}, el('title', {}, tip), parts);

/** A path as a JSON pointer. */
const pointer = (at: Path): string =>
  at.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** What a document is called in the titles of its pictures. */
export const titleOf = ({ title, kind }: CheckedDocument): string =>
  title ?? (kind === 'project-charter' ? 'a project charter' : 'a work system');

/** Lines of text below one another, centred at `x`; `y` is the base of the first. */
export const centred = (lines: readonly string[], x: number, y: number, look: string, step = 15): Markup[] =>
  lines.map((line, i) => el('text', { class: look, x, y: y + i * step, 'text-anchor': 'middle' }, line));
