import { addCoverage, totalOf } from '../../../check/questions.ts';
import { nameOf, SECTION_NAMES } from '../names.ts';
import type { DocumentReport, Report } from '../report.ts';
import type { Shared, SharedIn } from '../shared.ts';
import { type Html, html, own, type Part } from './markup.ts';
import { coverageTable } from './sections.ts';
import { table } from './tables.ts';

/** What is said of several documents together: how far each is, and what they share. */
export function overviewParts({
  documents,
  shared,
  since,
  gone = [],
}: Report): { id: string; title: string; body: Part }[] {
  const links = new Map(documents.map((each, i) => [keyOf(each), html`<a href="#d${i + 1}">${own(nameOf(each))}</a>`]));
  const all = totalOf(addCoverage(documents.map(({ counts }) => ({ all: counts }))));
  return [
    {
      id: 'overview',
      title: 'Overview',
      body: [
        documents.length > 0 &&
          coverageTable('How far each document is', 'Document', [
            ...documents.map((document) => [links.get(keyOf(document)), document.counts] as const),
            ['All together', all],
          ]),
        gone.length > 0 &&
          html`<p>No longer there since ${since}: ${gone.map((file, i) => [i > 0 && ', ', own(file)])}.</p>
`,
      ],
    },
    ...(shared.length > 0 ? [{ id: 'shared', title: 'What they share', body: sharedTable(shared, links) }] : []),
  ];
}

const keyOf = ({ file, document }: SharedIn | DocumentReport): string => JSON.stringify([file, document]);

const sharedTable = (shared: readonly Shared[], links: ReadonlyMap<string, Html>): Part => [
  html`<p>Listed under the same id or name in several documents. What is decided about it in one of them concerns the others.</p>
`,
  table(
    {
      caption: 'What several documents have in common',
      look: 'shared',
      columns: ['What', 'Sort', 'Where, and how much is open about it there'],
    },
    html`<tbody>${shared.map(
      ({ section, name, in: places }) =>
        html`<tr><th scope="row">${own(name)}</th><td>${SECTION_NAMES[section]}</td><td>${places.map((place, i) => [
          i > 0 && ', ',
          links.get(keyOf(place)),
          place.open > 0 && ` (${place.open} open)`,
        ])}</td></tr>
`,
    )}</tbody>`,
  ),
];
