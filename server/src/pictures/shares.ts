import { type Coverage, FATES, type Fate } from '../check/questions.ts';
import { textWidth } from './fit.ts';
import { el, type Markup } from './svg.ts';

/** What people call a fate. */
export const FATE_WORDS: Readonly<Record<Fate, string>> = {
  answered: 'answered',
  open: 'open',
  accepted: 'accepted for now',
  notApplicable: 'does not apply',
};

/** “3 of 5 questions answered, 1 open, 1 accepted for now” */
export function shareWords(counts: Coverage | undefined): string {
  if (!counts || counts.questions === 0) return 'no questions';
  const rest = FATES.filter((fate) => fate !== 'answered' && counts[fate] > 0);
  return [
    `${counts.answered} of ${counts.questions} questions answered`,
    ...rest.map((fate) => `${counts[fate]} ${FATE_WORDS[fate]}`),
  ].join(', ');
}

const R = 7;

/** The sign of a fate around a point: a shape with a mark in it, as well as a colour. */
export function sign(fate: Fate, x: number, y: number): Markup {
  switch (fate) {
    case 'answered':
      return el(
        'g',
        {},
        el('circle', { class: 'ws-answered', cx: x, cy: y, r: R }),
        el('path', { class: 'ws-check', d: `M${x - 3.2} ${y + 0.2}l2.3 2.4 4.2-4.8` }),
      );
    case 'open':
      return el(
        'g',
        {},
        el('circle', { class: 'ws-hollow', cx: x, cy: y, r: R - 1 }),
        el('circle', { class: 'ws-open-line', cx: x, cy: y, r: R - 1 }),
        el('text', { class: 'ws-open-sign', x, y: y + 4, 'text-anchor': 'middle' }, '?'),
      );
    case 'accepted':
      return el(
        'g',
        {},
        el('path', {
          class: 'ws-accepted',
          d: `M${x} ${y - R - 1}l${R + 1} ${R + 1}-${R + 1} ${R + 1}-${R + 1}-${R + 1}z`,
        }),
        el('path', { class: 'ws-check', d: `M${x - 2} ${y - 2.6}v5.2M${x + 2} ${y - 2.6}v5.2` }),
      );
    case 'notApplicable':
      return el(
        'g',
        {},
        el('rect', { class: 'ws-hollow', x: x - R + 1, y: y - R + 1, width: 2 * R - 2, height: 2 * R - 2 }),
        el('path', {
          class: 'ws-notApplicable-line',
          d: `M${x - R + 1} ${y - R + 1}h${2 * R - 2}v${2 * R - 2}h-${2 * R - 2}zM${x - 3} ${y}h6`,
        }),
      );
  }
}

/** Signs with a word or number each, in a row from `x`; `y` is their middle. */
function signsFrom(x: number, y: number, entries: readonly (readonly [Fate, string])[], gap: number): Markup[] {
  let at = x;
  return entries.flatMap(([fate, words]) => {
    const drawn = [sign(fate, at + R, y), el('text', { class: 'ws-number', x: at + 2 * R + 4, y: y + 4.2 }, words)];
    at += 2 * R + 4 + textWidth(words, 12) + gap;
    return drawn;
  });
}

const rowWidth = (entries: readonly (readonly [Fate, string])[], gap: number): number =>
  entries.reduce((sum, [, words]) => sum + 2 * R + 4 + textWidth(words, 12), 0) + gap * (entries.length - 1);

/** How many questions went which way, as signs with numbers, centred at `x`. */
export function countSigns(counts: Coverage, x: number, y: number, width: number): Markup[] {
  const entries = FATES.filter((fate) => counts[fate] > 0).map((fate) => [fate, String(counts[fate])] as const);
  const gap = Math.max(4, Math.min(12, (width - rowWidth(entries, 0)) / Math.max(1, entries.length - 1)));
  return signsFrom(x - rowWidth(entries, gap) / 2, y, entries, gap);
}

/** A bar of all questions, filled by what became of them. */
export function bar(counts: Coverage, x: number, y: number, width: number, prefix: string, height = 10): Markup[] {
  const given = FATES.filter((fate) => counts[fate] > 0);
  // However small a share is, it can be seen.
  const least = Math.min(6, width / given.length);
  const rest = width - least * given.length;
  let at = x;
  const parts = given.map((fate) => {
    const share = least + (rest * counts[fate]) / counts.questions;
    const fill =
      fate === 'answered'
        ? { class: 'ws-answered' }
        : fate === 'notApplicable'
          ? { class: 'ws-hollow' }
          : { fill: `url(#${prefix}-${fate})` };
    const part = el('rect', { ...fill, x: at, y, width: share, height });
    at += share;
    return part;
  });
  return [...parts, el('rect', { class: 'ws-rim', x, y, width, height })];
}

/** What the signs mean, in a row. */
export function legend(x: number, y: number): Markup {
  return el(
    'g',
    {},
    signsFrom(
      x,
      y,
      FATES.map((fate) => [fate, FATE_WORDS[fate]] as const),
      22,
    ),
  );
}

export const LEGEND_WIDTH = rowWidth(
  FATES.map((fate) => [fate, FATE_WORDS[fate]] as const),
  22,
);
