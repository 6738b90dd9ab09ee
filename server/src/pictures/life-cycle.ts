import { AREAS } from '../check/areas.ts';
import type { CheckedDocument } from '../check/checked-document.ts';
import type { Activity, Item } from '../model/sections.ts';
import type { WorkSystem } from '../model/work-system.ts';
import { count } from '../rules/wordings.ts';
import type { Path } from '../yaml/node.ts';
import { fitted } from './fit.ts';
import { centred, leadingTo, type PictureOptions, picture, titleOf } from './picture.ts';
import { type Box, shareBox } from './share-box.ts';
import { shareWords } from './shares.ts';
import { el, type Markup } from './svg.ts';

const BOX = { width: 216, height: 96 };
const CENTRE = { x: 600, y: 296 };
const RADIUS = { x: 216, y: 176 };

/** The phases as they follow each other around the circle, each with the side from which unplanned change reaches it. */
const PLACES: Readonly<Record<string, readonly [x: number, y: number, from: 'left' | 'right']>> = {
  initiation: [0, -1, 'right'],
  development: [1, 0, 'right'],
  implementation: [0, 1, 'right'],
  operation: [-1, 0, 'left'],
};

/** A short cut that nothing has settled yet, with the activity it is taken in. */
interface ShortCut {
  readonly what: string;
  readonly activity: string;
  /** Undefined where it stands in another file. */
  readonly at: Path | undefined;
}

const MOST = 6;

/** Where they are listed. */
const LIST = { x: 16, width: 236 };

/**
 * The life cycle as its circle of four phases with their questions, and the short cuts people have found as unplanned
 * change on its way in: those of the description itself, or of the descriptions a charter links.
 */
export function lifeCyclePicture(document: CheckedDocument, options: PictureOptions = {}): string {
  const { prefix = 'life-cycle' } = options;
  const { coverage, kind } = document;
  const phases = AREAS['project-charter'].map((area) => ({ ...area, counts: coverage[area.id] }));
  const isCharter = kind === 'project-charter';
  const shortCuts = shortCutsOf(document);
  const told = `Unplanned change: ${count(shortCuts.length, 'open short cut')}${shortCuts.length > 0 ? ` (${shortCuts.map(({ what }) => what).join('; ')})` : ''}.`;
  return picture(
    {
      title: `Work system life cycle: ${titleOf(document)}`,
      words: [...(isCharter ? phases.map(({ name, counts }) => `${name}: ${shareWords(counts)}.`) : []), told].join(
        ' ',
      ),
      width: 960,
      height: 592,
      parts: [
        circle(prefix),
        phases.map((phase) => inward(placeOf(phase.id), PLACES[phase.id]![2], prefix)),
        centred(['planned change'], CENTRE.x, CENTRE.y + 4, 'ws-note'),
        el('text', { class: 'ws-note', x: CENTRE.x + 10, y: 42 }, 'unplanned change'),
        phases.map((phase) =>
          isCharter ? shareBox(phase, placeOf(phase.id), prefix) : phaseBox(phase.name, placeOf(phase.id)),
        ),
        unplanned(shortCuts),
      ],
      legend: isCharter,
    },
    prefix,
    options,
  );
}

function placeOf(phase: string): Box {
  const [dx, dy] = PLACES[phase]!;
  return { x: CENTRE.x + dx * RADIUS.x - BOX.width / 2, y: CENTRE.y + dy * RADIUS.y - BOX.height / 2, ...BOX };
}

const phaseBox = (name: string, { x, y, width, height }: Box): Markup =>
  el(
    'g',
    {},
    el('rect', { class: 'ws-box', x, y, width, height, rx: 8 }),
    centred(fitted(name, width - 20, 15, 2), x + width / 2, y + height / 2 + 5, 'ws-name', 18),
  );

/** Four arcs, each from one phase to the next. */
function circle(prefix: string): Markup[] {
  const { x, y } = CENTRE;
  const [rx, ry] = [RADIUS.x, RADIUS.y];
  const [w, h] = [BOX.width / 2, BOX.height / 2];
  const arcs = [
    [x + w + 4, y - ry, x + rx, y - h - 4],
    [x + rx, y + h + 4, x + w + 4, y + ry],
    [x - w - 4, y + ry, x - rx, y + h + 4],
    [x - rx, y - h - 4, x - w - 4, y - ry],
  ];
  return arcs.map(([x1, y1, x2, y2]) =>
    el('path', {
      class: 'ws-line',
      d: `M${x1} ${y1}A${Math.abs(x2! - x1!)} ${Math.abs(y2! - y1!)} 0 0 1 ${x2} ${y2}`,
      'marker-end': `url(#${prefix}-tip)`,
    }),
  );
}

/** The arrow of unplanned change into a phase. */
function inward(box: Box, from: 'left' | 'right', prefix: string): Markup {
  const y = box.y + box.height / 2;
  const [start, end] = from === 'left' ? [box.x - 22, box.x - 3] : [box.x + box.width + 22, box.x + box.width + 3];
  const isTopOrBottom = box.x + box.width / 2 === CENTRE.x;
  // Left and right of the upper and lower phases are the arcs; unplanned change reaches those from above and below.
  const above = box.y < CENTRE.y;
  const x = box.x + box.width / 2;
  const d = isTopOrBottom
    ? above
      ? `M${x} ${box.y - 46}V${box.y - 4}`
      : `M${x} ${box.y + box.height + 46}V${box.y + box.height + 4}`
    : `M${start} ${y}H${end}`;
  return el('path', { class: 'ws-line', 'stroke-dasharray': '4 3', d, 'marker-end': `url(#${prefix}-tip)` });
}

/** The short cuts, in a box from which an arrow leads into the work as it is. */
function unplanned(shortCuts: readonly ShortCut[]): Markup[] {
  const { x, width } = LIST;
  const shown = shortCuts.length > MOST ? shortCuts.slice(0, MOST - 1) : shortCuts;
  const more = shortCuts.length - shown.length;
  const entries = shown.map((each) => ({
    ...each,
    lines: fitted(each.what, width - 24, 12, 2),
    where: fitted(each.activity, width - 24, 11),
  }));
  const rest = shortCuts.length === 0 ? 'none is written down' : more > 0 ? `and ${more} more` : undefined;
  const height = 48 + entries.reduce((sum, { lines }) => sum + lines.length * 15 + 24, 0) + (rest ? 16 : -8);
  const top = CENTRE.y - height / 2;
  let y = top + 48;
  const parts = entries.map(({ what, activity, at, lines, where }) => {
    const base = y;
    y += lines.length * 15 + 24;
    return leadingTo(
      at,
      `${activity}: ${what}`,
      lines.map((line, i) => el('text', { x: x + 12, y: base + i * 15 }, line)),
      where.map((line) => el('text', { class: 'ws-note', x: x + 12, y: base + lines.length * 15 }, line)),
    );
  });
  return [
    el('rect', { class: 'ws-box', x, y: top, width, height, rx: 8 }),
    el('text', { class: 'ws-head', x: x + 12, y: top + 26 }, 'Unplanned change'),
    ...parts,
    ...(rest ? [el('text', { class: 'ws-note', x: x + 12, y }, rest)] : []),
  ];
}

function shortCutsOf({ model }: CheckedDocument): ShortCut[] {
  if (!model) return [];
  if (model.kind === 'work-system') return openShortCuts(model).map((found) => shortCut(found, true));
  return model.systems().flatMap((system) => openShortCuts(system).map((found) => shortCut(found, false)));
}

/** Short cuts without an answer, and those whose answer is neither carried out nor to live with them. */
const openShortCuts = (system: WorkSystem): { activity: Activity; item: Item }[] =>
  system.activities.flatMap((activity) =>
    activity
      .get('workarounds')
      .list()
      .filter((item) => {
        const response = item.get('response');
        if (!item.given || !response.detailed) return item.given && response.lacking;
        return response.get('done_on').lacking && response.get('kind').text !== 'accept';
      })
      .map((item) => ({ activity, item: item as Item })),
  );

const shortCut = ({ activity, item }: { activity: Activity; item: Item }, own: boolean): ShortCut => ({
  what: item.get('what').text ?? item.text ?? 'A short cut',
  activity: activity.name,
  at: own ? item.path : undefined,
});
