import { AREAS } from '../check/areas.ts';
import type { CheckedDocument } from '../check/checked-document.ts';
import type { SectionName } from '../formats/field.ts';
import { capital, keyWords, names } from '../rules/wordings.ts';
import { type PictureOptions, picture, titleOf } from './picture.ts';
import { type Box, type Share, shareBox } from './share-box.ts';
import { shareWords } from './shares.ts';
import { el, type Markup } from './svg.ts';

const WIDTH = 960;

/** Where the work system framework has its nine elements. */
const PLACES: Readonly<Record<string, Box>> = {
  customers: { x: 208, y: 16, width: 544, height: 92 },
  products: { x: 208, y: 140, width: 544, height: 92 },
  activities: { x: 224, y: 280, width: 512, height: 92 },
  participants: { x: 224, y: 404, width: 160, height: 104 },
  information: { x: 400, y: 404, width: 160, height: 104 },
  technologies: { x: 576, y: 404, width: 160, height: 104 },
  environment: { x: 16, y: 16, width: 160, height: 508 },
  strategies: { x: 784, y: 16, width: 160, height: 508 },
  infrastructure: { x: 16, y: 556, width: 928, height: 92 },
};

/** The part of the figure that does the work. */
const WORK: Box = { x: 208, y: 264, width: 544, height: 260 };

/** Its arrows, which all point both ways. */
const ARROWS: readonly (readonly [x1: number, y1: number, x2: number, y2: number])[] = [
  [480, 108, 480, 140],
  [480, 232, 480, 280],
  [304, 372, 304, 404],
  [480, 372, 480, 404],
  [656, 372, 656, 404],
  [176, 394, 208, 394],
  [752, 394, 784, 394],
  [480, 524, 480, 556],
  [176, 62, 208, 62],
  [752, 62, 784, 62],
  [176, 186, 208, 186],
  [752, 186, 784, 186],
];

const NAMES: Readonly<Record<string, string>> = {
  products: 'Products and services',
  activities: 'Processes and activities',
};

/** Elements whose items stand in a section of another name. */
const SECTIONS: Readonly<Record<string, SectionName>> = { environment: 'policies' };

/**
 * The work system framework with the questions of each element: how many are answered, open, accepted and not
 * applicable. What protects the work, and questions about the whole of it, stand below the figure.
 */
export function frameworkPicture(document: CheckedDocument, options: PictureOptions = {}): string {
  const { prefix = 'framework' } = options;
  const shares = sharesOf(document);
  const drawn = shares.filter(({ id }) => PLACES[id]);
  const besides = shares.filter(({ id }) => !PLACES[id]);
  const top = 672;
  const each = (WIDTH - 32 - 16 * (besides.length - 1)) / besides.length;
  return picture(
    {
      title: `Work system framework: ${titleOf(document)}`,
      words: shares.map(({ name, counts }) => `${name}: ${shareWords(counts)}.`).join(' '),
      width: WIDTH,
      height: besides.length > 0 ? top + 92 + 8 : top - 12,
      parts: [
        el('rect', { class: 'ws-frame', ...WORK, rx: 12 }),
        ARROWS.map((arrow) => bothWays(arrow, prefix)),
        drawn.map((share) => shareBox(share, PLACES[share.id]!, prefix)),
        besides.map((share, i) =>
          shareBox(share, { x: 16 + i * (each + 16), y: top, width: each, height: 92 }, prefix),
        ),
      ],
      legend: true,
    },
    prefix,
    options,
  );
}

/** The nine elements, and those of the others that questions were asked about. */
function sharesOf({ coverage, model }: CheckedDocument): (Share & { id: string })[] {
  const known = AREAS['work-system'];
  const others = Object.keys(coverage)
    .filter((id) => known.every((area) => area.id !== id))
    .map((id) => ({ id, name: capital(keyWords(id)), at: [] }));
  return [...known, ...others]
    .filter(({ id }) => PLACES[id] || coverage[id])
    .map(({ id, name, at }) => ({
      id,
      name: NAMES[id] ?? name,
      note: names(model?.sections.get(SECTIONS[id] ?? (id as SectionName))?.values() ?? [], 6),
      at,
      counts: coverage[id],
    }));
}

const bothWays = ([x1, y1, x2, y2]: readonly [number, number, number, number], prefix: string): Markup => {
  const [dx, dy] = [Math.sign(x2 - x1) * 3, Math.sign(y2 - y1) * 3];
  return el('path', {
    class: 'ws-line',
    d: `M${x1 + dx} ${y1 + dy}L${x2 - dx} ${y2 - dy}`,
    'marker-start': `url(#${prefix}-tip)`,
    'marker-end': `url(#${prefix}-tip)`,
  });
};
