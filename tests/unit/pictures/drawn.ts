import { DOMParser, type Element } from '@xmldom/xmldom';
import { textWidth } from '../../../server/src/pictures/fit.ts';

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly what: string;
}

/** An SVG text as a tree; throws where it is not well-formed XML. */
export function parsed(svg: string): Element {
  const onError = (level: string, message: string): void => {
    if (level !== 'warning') throw new Error(`${level}: ${message}`);
  };
  return new DOMParser({ onError }).parseFromString(svg, 'image/svg+xml').documentElement!;
}

const SIZES: Readonly<Record<string, number>> = { 'ws-name': 15, 'ws-head': 14, 'ws-note': 11, 'ws-open-sign': 11 };

const numberOf = (element: Element, name: string): number => Number(element.getAttribute(name) ?? 0);

/** How far a group has been moved. */
function shiftOf(element: Element): { x: number; y: number } {
  const shift = { x: 0, y: 0 };
  for (let at = element.parentNode as Element | null; at?.getAttribute; at = at.parentNode as Element | null) {
    const moved = /translate\(([\d.-]+) ([\d.-]+)\)/.exec(at.getAttribute('transform') ?? '');
    shift.x += Number(moved?.[1] ?? 0);
    shift.y += Number(moved?.[2] ?? 0);
  }
  return shift;
}

/** The room each text takes at most. */
export const textsIn = (svg: Element): Area[] =>
  [...svg.getElementsByTagName('text')].map((text) => {
    const what = text.textContent ?? '';
    const size = SIZES[text.getAttribute('class') ?? ''] ?? 12;
    const width = textWidth(what, size);
    const anchor = { middle: 0.5, end: 1 }[text.getAttribute('text-anchor') ?? ''] ?? 0;
    const shift = shiftOf(text);
    const [x, y] = [numberOf(text, 'x') + shift.x - anchor * width, numberOf(text, 'y') + shift.y];
    return { x, y: y - size * 0.75, width, height: size * 0.9, what };
  });

export const boxesIn = (svg: Element): Area[] =>
  [...svg.getElementsByTagName('rect')]
    .filter((rect) => rect.getAttribute('class') === 'ws-box')
    .map((rect, i) => {
      const shift = shiftOf(rect);
      return {
        x: numberOf(rect, 'x') + shift.x,
        y: numberOf(rect, 'y') + shift.y,
        width: numberOf(rect, 'width'),
        height: numberOf(rect, 'height'),
        what: `box ${i}`,
      };
    });

/** The pairs of areas that lie over one another. */
export const overlaps = (areas: readonly Area[]): string[] =>
  areas.flatMap((a, i) => areas.slice(i + 1).flatMap((b) => (meet(a, b) ? [`${a.what} | ${b.what}`] : [])));

/** The texts that cross the rim of a box. */
export const crossing = (texts: readonly Area[], boxes: readonly Area[]): string[] =>
  texts.filter((text) => boxes.some((box) => meet(text, box) && !inside(text, box))).map(({ what }) => what);

/** What leaves the picture. */
export function outside(svg: Element, areas: readonly Area[]): string[] {
  const [x, y, width, height] = (svg.getAttribute('viewBox') ?? '').split(' ').map(Number);
  const sheet = { x: x!, y: y!, width: width!, height: height!, what: 'sheet' };
  return areas.filter((area) => !inside(area, sheet)).map(({ what }) => what);
}

const meet = (a: Area, b: Area): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const inside = (a: Area, b: Area): boolean =>
  a.x >= b.x && a.y >= b.y && a.x + a.width <= b.x + b.width && a.y + a.height <= b.y + b.height;

/** The stretches of flow lines that pass a column of stops, as areas without height. */
export const passing = (svg: Element): Area[] =>
  [...svg.getElementsByTagName('path')]
    .filter((path) => path.getAttribute('class')?.startsWith('ws-flow'))
    .flatMap((path) => {
      const { x, y } = shiftOf(path);
      return [...(path.getAttribute('d') ?? '').matchAll(/ ([\d.-]+) ([\d.-]+)H([\d.-]+)/g)].map(
        ([, from, at, to]) => ({
          x: Number(from) + x,
          y: Number(at) + y,
          width: Number(to) - Number(from),
          height: 0,
          what: `line at ${at}`,
        }),
      );
    });
