import type { Coverage } from '../../../check/questions.ts';
import { STUDY } from '../../../guidelines/study.ts';
import type { NamedPicture } from '../../../pictures/pictures.ts';
import { count } from '../../../rules/wordings.ts';
import type { ReportedFinding } from '../../reported.ts';
import { severityWord } from '../../severity.ts';
import { answeredIn } from '../../summary.ts';
import type { Exception } from '../exceptions.ts';
import { type DocumentReport, NO_CLAIM, type Person, type Report, type Since } from '../report.ts';
import { drawn, type Html, html, own, type Part } from './markup.ts';
import { answersTable, bar, pointsTable, ruleLink, table } from './tables.ts';

/** A part of a document's report with a heading of its own; `id` is unique within the document. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly body: (inner: Heading) => Part;
}

/** Writes a heading one level below that of the section. */
export type Heading = (title: Part) => Html;

/** The parts of a document's report, in the order people read them; those with nothing to say are left out. */
export function sectionsOf(document: DocumentReport, { since }: Pick<Report, 'since'>): Section[] {
  const { areas, people, exceptions, figures, standards, pictures = [] } = document;
  const open = areas.filter((area) => area.open.length > 0);
  const answered = areas.filter(({ answers, implied }) => answers.length + implied > 0);
  const [first, ...others] = pictures;
  const changes = document.since;
  return [
    part('short', 'In short', true, () => inShort(document, first)),
    part('people', 'Who could answer', people.length > 0, () => peopleTable(people)),
    part('exceptions', 'What was decided to leave as it is', exceptions.length > 0, () => exceptionsTable(exceptions)),
    part('since', `What has changed since ${since}`, changes !== undefined, (heading) => sinceParts(changes!, heading)),
    part('open', 'What is open', open.length > 0, (heading) =>
      open.map(({ name, counts, open: points }) => [
        heading(name),
        counts.questions > 0 && html`<p class="soft">${answeredWords(counts)}</p>`,
        pointsTable(['What is open under ', name], points),
      ]),
    ),
    part('pictures', 'More pictures', others.length > 0, () => others.map(figure)),
    part('answers', 'What is answered', answered.length > 0, (heading) =>
      answered.map(({ name, answers, implied }) => [
        heading(name),
        answers.length > 0 && answersTable(['What is answered under ', name], answers),
        implied > 0 && html`<p class="soft">${impliedWords(implied, answers.length)}</p>`,
      ]),
    ),
    part('background', 'Background', figures.length + standards.length > 0, (heading) => background(document, heading)),
  ].flat();
}

const part = (id: string, title: string, isWanted: boolean, body: Section['body']): Section[] =>
  isWanted ? [{ id, title, body }] : [];

const figure = (picture: NamedPicture): Html => html`<figure>
<figcaption>${picture.name}</figcaption>
${drawn(picture)}
</figure>
`;

const impliedWords = (implied: number, beside: number): string =>
  `${count(implied, beside > 0 ? 'more question' : 'question')} ${implied === 1 ? 'is' : 'are'} answered by what is listed elsewhere in the file.`;

const answeredWords = (counts: Coverage): string =>
  `${answeredIn(counts)} of ${count(counts.questions, 'question')} ${answeredIn(counts) === 1 ? 'is' : 'are'} answered.`;

/** The first picture shows how far each part is; where there is none, a table does. */
function inShort({ summary, counts, areas }: DocumentReport, picture: NamedPicture | undefined): Part {
  const asked = areas.filter((area) => area.counts.questions > 0);
  return [
    html`<ul class="summary">${summary.map((sentence) => html`<li dir="auto">${sentence}</li>`)}</ul>
`,
    counts.questions > 0 && countsList(counts),
    picture && figure(picture),
    !picture &&
      asked.length > 0 &&
      coverageTable(
        'How far each part is',
        'Part',
        asked.map(({ name, counts: each }) => [name, each]),
      ),
  ];
}

/** More people than these are only counted. */
const MOST_PEOPLE = 12;

const peopleTable = (people: readonly Person[]): Part => [
  table(
    { caption: 'Who could answer how much', look: 'people', columns: ['Who', 'Open points', 'Under'] },
    html`<tbody>${people.slice(0, MOST_PEOPLE).map(
      ({ name, open, areas }) =>
        html`<tr><th scope="row">${own(name)}</th><td>${open}</td><td>${areas.join(', ')}</td></tr>
`,
    )}</tbody>`,
  ),
  people.length > MOST_PEOPLE &&
    html`<p class="soft">and ${people.length - MOST_PEOPLE} more</p>
`,
];

const COUNTS = [
  ['Answered', 'answered', 'answered'],
  ['Do not arise', 'na', 'notApplicable'],
  ['Accepted for now', 'accepted', 'accepted'],
  ['Open', 'open', 'open'],
] as const;

const countsList = (counts: Coverage): Html => html`<dl class="counts">
<div><dt>Questions</dt><dd>${counts.questions}</dd></div>
${COUNTS.map(
  ([words, look, key]) => html`<div class="${look}"><dt>${words}</dt><dd>${counts[key]}</dd></div>
`,
)}</dl>
`;

/** Numbers and a bar for each of several parts. */
export const coverageTable = (
  caption: Part,
  what: string,
  rows: readonly (readonly [name: Part, counts: Coverage])[],
): Html =>
  html`<table class="coverage">
<caption>${caption}</caption>
<thead><tr><th scope="col">${what}</th><th scope="col" class="share"><span class="unseen">Share</span></th>${COUNTS.map(([words]) => html`<th scope="col" class="number">${words}</th>`)}</tr></thead>
<tbody>${rows.map(
    ([name, counts]) =>
      html`<tr><th scope="row">${name}</th><td class="share">${bar(counts)}</td>${COUNTS.map(([, , key]) => html`<td class="number">${counts[key]}</td>`)}</tr>
`,
  )}</tbody>
</table>
`;

const KINDS: Readonly<Record<Exception['kind'], string>> = {
  waiver: 'Accepted',
  comment: 'Accepted by a comment',
  not_applicable: 'Does not arise',
  ask_later: 'To be settled later',
};

const exceptionsTable = (exceptions: readonly Exception[]): Html =>
  table(
    {
      caption: 'What was decided, by whom and until when',
      look: 'decided',
      columns: ['About', 'Decision', 'Why', 'Who', 'Until'],
    },
    html`<tbody>${exceptions.map(
      ({ kind, about, line, rule, title, because, who, until, state, days }) =>
        html`<tr><th scope="row">${own(about)} <span class="soft">line ${line}</span></th><td>${KINDS[kind]}${
          title !== undefined && [': ', title]
        } ${rule !== undefined && ruleLink(rule)}</td><td>${
          because !== undefined ? own(because) : notSaid
        }</td><td>${who !== undefined ? own(who) : kind === 'comment' ? notNamed : notSaid}</td><td>${
          until === undefined
            ? html`<span class="soft">no day is given</span>`
            : html`<time datetime="${until}">${until}</time>`
        }${state !== 'holds' && html` <span class="severity grave">${endWords(days!)}</span>`}</td></tr>
`,
    )}</tbody>`,
  );

const notSaid = html`<span class="soft">not said</span>`;
const notNamed = html`<span class="soft">nobody is named</span>`;

const endWords = (days: number): string =>
  days < 0 ? `ended ${count(-days, 'day')} ago` : days === 0 ? 'ends today' : `ends in ${count(days, 'day')}`;

function sinceParts({ created, closed, changed }: Since, heading: Heading): Part {
  if (created.length + closed.length + changed.length === 0) return html`<p>Nothing came and nothing went.</p>`;
  return [
    findingsPart('New', created, heading, (each) => severityWord(each.severity)),
    findingsPart('Closed', closed, heading, ({ accepted }) => (accepted ? 'accepted' : 'closed')),
    findingsPart(
      'Of another weight',
      changed,
      heading,
      (each) => `${severityWord(each.severity)}, was ${severityWord(each.was)}`,
    ),
  ];
}

const findingsPart = <F extends ReportedFinding>(
  title: string,
  all: readonly F[],
  heading: Heading,
  mark: (finding: F) => string,
): Part =>
  all.length > 0 && [
    heading(title),
    html`<ul>${all.map(
      (each) =>
        html`<li><span class="severity">${mark(each)}</span><span dir="auto">${each.message}</span> ${ruleLink(each.rule)}</li>
`,
    )}</ul>
`,
  ];

const background = ({ figures, standards }: DocumentReport, heading: Heading): Part => [
  figures.length > 0 && [
    heading('What the study found'),
    html`<ul>${figures.map((figure) => html`<li>${figure}</li>`)}</ul>
<p class="soft">From ${STUDY}, who interviewed 187 people in 39 small and medium enterprises.</p>
`,
  ],
  standards.length > 0 && [
    heading('Related places in standards'),
    html`<dl>${standards.map(
      ({ standard, places }) =>
        html`<dt>${standard}</dt><dd>${places.map(({ place, about }, i) => [i > 0 && '; ', place, about !== undefined && html` <span class="soft">${about}</span>`])}</dd>
`,
    )}</dl>
<p>${NO_CLAIM}</p>
`,
  ],
];
