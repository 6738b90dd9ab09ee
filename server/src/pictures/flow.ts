import type { CheckedDocument } from '../check/checked-document.ts';
import type { SectionName } from '../formats/field.ts';
import { count, names } from '../rules/wordings.ts';
import { fitted, textWidth } from './fit.ts';
import { flowOf, type Stop } from './flow-graph.ts';
import { type FlowLayout, layOut, type PlacedStep, type PlacedStop, type Point, STOP } from './flow-layout.ts';
import { centred, leadingTo, type PictureOptions, picture, titleOf } from './picture.ts';
import { sign } from './shares.ts';
import { el, type Markup, rounded } from './svg.ts';

const EDGE = 16;
const HEAD = 44;

const HEADS = [
  ['Sensitive information'],
  ['Activities'],
  ['People, tools and', 'shared services'],
  ['Products'],
  ['Customers'],
] as const;

const NOUNS: Partial<Record<SectionName, string>> = {
  participants: 'people',
  technologies: 'tool',
  infrastructure: 'shared service',
};

/**
 * The ways sensitive information takes: from each item to the activities that touch it, on to the people and tools that
 * handle it, into products, and to customers. A charter shows those of the items it touches.
 */
export function flowPicture(document: CheckedDocument, options: PictureOptions = {}): string {
  const { prefix = 'flow' } = options;
  const flow = document.model && flowOf(document.model);
  const title = `Ways of sensitive information: ${titleOf(document)}`;
  if (!flow || flow.stops.length === 0) return nothing(title, prefix, options);
  const laid = layOut(flow);
  const open = openQuestions(document);
  const last = laid.columns.at(-1)!;
  return picture(
    {
      title,
      words: wayWords(laid),
      width: last.x + STOP.width / 2 + 2 * EDGE,
      height: laid.height + HEAD + 2 * EDGE,
      parts: [
        laid.columns.map(({ column, x }) => heading(HEADS[column]!, x + EDGE)),
        el(
          'g',
          { transform: `translate(${EDGE} ${EDGE + HEAD})` },
          laid.steps.map((step) => stepPath(step, prefix)),
          laid.stops.map((stop) => stopBox(stop, open)),
        ),
      ],
      legend: false,
    },
    prefix,
    options,
  );
}

const nothing = (title: string, prefix: string, options: PictureOptions): string => {
  const words = 'No item of information is marked as sensitive here.';
  const parts = centred([words], 300, 64, 'ws-note');
  return picture({ title, words, width: 600, height: 120, parts, legend: false }, prefix, options);
};

const heading = (lines: readonly string[], x: number): Markup[] =>
  centred(lines, x, EDGE + (lines.length === 1 ? 22 : 14), 'ws-head', 16);

/** How many questions are open about each item, by its path. */
function openQuestions({ questions }: CheckedDocument): ReadonlyMap<string, number> {
  const open = new Map<string, number>();
  for (const { at, fate } of questions) {
    if (fate !== 'open') continue;
    for (let length = 1; length <= at.length; length++) {
      const path = at.slice(0, length).join('/');
      open.set(path, (open.get(path) ?? 0) + 1);
    }
  }
  return open;
}

function stopBox(stop: PlacedStop, open: ReadonlyMap<string, number>): Markup {
  const { items, x, y } = stop;
  const [left, top] = [x - STOP.width / 2, y - STOP.height / 2];
  const asked = stop.at ? items.reduce((sum, item) => sum + (open.get(item.path.join('/')) ?? 0), 0) : 0;
  const number = String(asked);
  const room = STOP.width - 20 - (asked > 0 ? textWidth(number, 12) + 22 : 0);
  const note = noteOf(stop);
  const lines = fitted(nameOf(stop), room, 12.6, 2);
  const text = [
    ...lines.map((line) => ['ws-number', line] as const),
    ...fitted(note ?? '', STOP.width - 20, 11).map((line) => ['ws-note', line] as const),
  ];
  const first = y - (text.length - 1) * 7.5 + 4;
  return leadingTo(
    stop.at,
    `${items.map(({ name }) => name).join(', ')}${asked > 0 ? `: ${count(asked, 'open question')}` : ''}`,
    el('rect', { class: 'ws-box', x: left, y: top, ...STOP, rx: ROUND[stop.section] ?? 4 }),
    stop.section === 'information' &&
      el('rect', { class: 'ws-flow-tip', x: left, y: top + 4, width: 4, height: STOP.height - 8 }),
    text.map(([look, line], i) => el('text', { class: look, x: left + 12, y: first + i * 15 }, line)),
    asked > 0 && [
      sign('open', left + STOP.width - textWidth(number, 12) - 22, first - 4.2),
      el('text', { class: 'ws-number', x: left + STOP.width - 10, y: first, 'text-anchor': 'end' }, number),
    ],
  );
}

/** People and customers have round ends. */
const ROUND: Partial<Record<SectionName, number>> = { participants: 25, customers: 25 };

const nameOf = ({ items }: Stop): string => names(items, 3);

function noteOf({ section, items }: Stop): string | undefined {
  if (section !== 'information') {
    const noun = NOUNS[section];
    return noun && (items.length > 1 ? `${items.length} × ${noun}` : noun);
  }
  const classes = new Set(items.map((item) => item.get('sensitivity').text ?? 'no class'));
  const isPersonal = items.some((item) => !['none', undefined].includes(item.get('personal_data').text));
  const said = [...(classes.size === 1 ? classes : ['mixed']), ...(isPersonal ? ['about people'] : [])];
  return `${items.length > 1 ? `${items.length} × ` : ''}${said.join(', ')}`;
}

/** A line that lies level in every column it passes, so that it bends only between columns. */
function stepPath({ from, to, by }: PlacedStep, prefix: string): Markup {
  const half = STOP.width / 2;
  const stretches: [Point, Point][] = by.map(({ x, y }) => [
    { x: x - half, y },
    { x: x + half, y },
  ]);
  let at: Point = { x: from.x + half, y: from.y };
  let d = `M${rounded(at.x)} ${rounded(at.y)}`;
  for (const [start, end] of [...stretches, [{ x: to.x - half - 2, y: to.y }, undefined] as const]) {
    const middle = rounded((at.x + start.x) / 2);
    d += `C${middle} ${rounded(at.y)} ${middle} ${rounded(start.y)} ${rounded(start.x)} ${rounded(start.y)}`;
    if (end) d += `H${rounded(end.x)}`;
    at = end ?? start;
  }
  const isStrict =
    from.section === 'information' && from.items.some((item) => item.get('sensitivity').text === 'restricted');
  return el('path', {
    class: isStrict ? 'ws-flow ws-strict' : 'ws-flow',
    d,
    'marker-end': `url(#${prefix}-flow-tip)`,
  });
}

/** “Wages goes to Work out pay, Payroll program. …” */
function wayWords({ stops, steps }: FlowLayout): string {
  return stops
    .flatMap((stop) => {
      const next = steps.filter(({ from }) => from === stop).map(({ to }) => nameOf(to));
      return next.length > 0 ? [`${nameOf(stop)} → ${next.join(', ')}.`] : [];
    })
    .join(' ');
}
