import { addCoverage, type Coverage, totalOf } from '../../check/questions.ts';
import { ruleById } from '../../rules/index.ts';
import { ruleUrl } from '../../rules/url.ts';
import { count } from '../../rules/wordings.ts';
import { escaped } from '../markdown-text.ts';
import { severityWord } from '../severity.ts';
import { answeredIn } from '../summary.ts';
import type { Exception } from './exceptions.ts';
import { nameOf, SECTION_NAMES } from './names.ts';
import { type AreaReport, type DocumentReport, NO_CLAIM, type OpenPoint, type Report, type Since } from './report.ts';
import type { Shared } from './shared.ts';

/** Entries told of each list, and names told in a row. */
const MOST = 8;
const MOST_NAMES = 5;
const MOST_FIGURES = 4;
/** GitHub refuses a comment of more than 65,536 characters. */
const MOST_CHARACTERS = 60_000;
/** Longer texts are cut: the file has the whole of them. */
const LONGEST = 200;

/** The report as Markdown, short enough for a pull request: how things stand, what is open, and what ends soon. */
export function markdownReport(report: Report): string {
  const { documents } = report;
  const [only] = documents;
  if (only && documents.length === 1) return pages([documentPart(only, report, 2)], 0);
  const head = [
    `## ${count(documents.length, 'document')} of work systems and projects`,
    `As of ${report.today}.`,
    ...overview(report),
  ].join('\n\n');
  const parts = documents.map((document) => documentPart(document, report, 3));
  let room = MOST_CHARACTERS - head.length;
  const told = parts.filter((part) => {
    room -= part.length + 2;
    return room >= 0;
  });
  return pages([head, ...told], parts.length - told.length);
}

const pages = (parts: readonly string[], untold: number): string =>
  `${[...parts, ...(untold > 0 ? [`${count(untold, 'more document')}: \`worksec report --output report.html\` shows all of them.`] : [])].join('\n\n')}\n`;

function documentPart(document: DocumentReport, { today, since }: Report, level: number): string {
  const { areas, exceptions, summary } = document;
  const open = areas.filter((area) => area.open.length > 0);
  const head = (title: string): string => `${'#'.repeat(level + 1)} ${title}`;
  return [
    `${'#'.repeat(level)} ${escaped(nameOf(document), 100)}`,
    `${whence(document)}${level === 2 ? ` · as of ${today}` : ''}`,
    list(summary, (sentence) => escaped(sentence), summary.length),
    ...(open.length > 0 ? [head('What is open'), ...open.map((area) => areaPart(area, level + 2))] : []),
    ...(exceptions.length > 0 ? [head('What was decided to leave as it is'), list(exceptions, exceptionItem)] : []),
    ...(document.since && since !== undefined
      ? [head(`What has changed since ${escaped(since, 60)}`), sincePart(document.since)]
      : []),
    ...background(document, head),
  ].join('\n\n');
}

const whence = ({ file, document, describedOn }: DocumentReport): string =>
  [
    `In ${escaped(file)}`,
    document !== undefined && `document ${escaped(document, 60)}`,
    describedOn !== undefined && `describes ${escaped(describedOn, 60)}`,
  ]
    .filter(Boolean)
    .join(' · ');

function areaPart({ name, counts, open }: AreaReport, level: number): string {
  const answered = counts.questions > 0 ? ` (${answeredIn(counts)} of ${counts.questions} answered)` : '';
  return `${'#'.repeat(level)} ${escaped(name)}${answered}\n\n${list(open, pointItem)}`;
}

function pointItem({ rule, severity, question, items }: OpenPoint): string {
  const mark =
    severity === undefined
      ? ''
      : `${severity === 'error' || severity === 'warning' ? `**${severityWord(severity)}**` : severityWord(severity)}: `;
  const places = items.map(({ about, line }) => `${about === '' ? '' : `${escaped(about, 60)}, `}line ${line}`);
  const who = [...new Set(items.flatMap((each) => each.who))].map((name) => escaped(name, 60));
  const by = items[0]?.by === undefined ? '' : `, by ${escaped(items[0].by, 20)}`;
  const asks = who.length > 0 ? `could answer: ${few(who, ', ')}${by}` : 'nobody is named yet who could answer';
  return `${mark}${escaped(question, LONGEST)} (${few(places, '; ')}; ${asks}) ${ruleLink(rule)}`;
}

const few = (all: readonly string[], between: string): string =>
  all.length <= MOST_NAMES
    ? all.join(between)
    : `${all.slice(0, MOST_NAMES - 1).join(between)} and ${all.length - MOST_NAMES + 1} more`;

const DECIDED: Readonly<Record<Exception['kind'], string>> = {
  waiver: 'accepted',
  comment: 'accepted by a comment',
  not_applicable: 'does not arise',
  ask_later: 'to be settled later',
};

function exceptionItem({ kind, about, line, title, because, who, until, state, days }: Exception): string {
  const end =
    state === 'holds'
      ? `until ${until ?? 'an open day'}`
      : days! < 0
        ? `**ended on ${until}**`
        : `**ends on ${until}, ${days === 0 ? 'today' : `in ${count(days!, 'day')}`}**`;
  const what = `${DECIDED[kind]}: ${escaped(about, 60)}, line ${line}${title === undefined ? '' : ` (${escaped(title)})`}`;
  const by = who === undefined ? '' : `, ${kind === 'ask_later' ? 'by' : 'decided by'} ${escaped(who, 60)}`;
  return `${what}, ${end}${by}.${because === undefined ? '' : ` ${escaped(because, LONGEST)}`}`;
}

const sincePart = ({ created, closed, changed }: Since): string =>
  created.length + closed.length + changed.length === 0
    ? 'Nothing came and nothing went.'
    : [
        ...(created.length > 0
          ? [list(created, (each) => `new: ${escaped(each.message, LONGEST)} ${ruleLink(each.rule)}`)]
          : []),
        ...(closed.length > 0
          ? [
              list(
                closed,
                (each) =>
                  `${each.accepted ? 'accepted' : 'closed'}: ${escaped(each.message, LONGEST)} ${ruleLink(each.rule)}`,
              ),
            ]
          : []),
        ...(changed.length > 0
          ? [
              list(
                changed,
                (each) =>
                  `${severityWord(each.severity)}, was ${severityWord(each.was)}: ${escaped(each.message, LONGEST)} ${ruleLink(each.rule)}`,
              ),
            ]
          : []),
      ].join('\n');

function background({ figures, standards }: DocumentReport, head: (title: string) => string): string[] {
  if (figures.length + standards.length === 0) return [];
  const places = standards.map(
    ({ standard, places: all }) =>
      `${standard}: ${few(
        all.map(({ place }) => escaped(place)),
        ', ',
      )}`,
  );
  return [
    head('Background'),
    list(figures, (figure) => escaped(figure), MOST_FIGURES),
    ...(places.length > 0 ? ['Related places in standards:', list(places, (line) => line), NO_CLAIM] : []),
  ];
}

function overview({ documents, shared, since, gone = [] }: Report): string[] {
  const all = totalOf(addCoverage(documents.map(({ counts }) => ({ all: counts }))));
  const rows = [
    ...told(documents).map((each) => [escaped(nameOf(each), 60), each.counts] as const),
    ['All together', all] as const,
  ];
  const more = documents.length - told(documents).length;
  return [
    ...(documents.length > 0
      ? [
          ['| | Answered | Do not arise | Accepted | Open |', '| --- | --: | --: | --: | --: |', ...rows.map(row)].join(
            '\n',
          ),
        ]
      : []),
    ...(more > 0 ? [`and ${more} more`] : []),
    ...(gone.length > 0
      ? [
          `No longer there since ${escaped(since ?? '', 60)}: ${few(
            gone.map((file) => escaped(file)),
            ', ',
          )}.`,
        ]
      : []),
    ...(shared.length > 0 ? ['### What they share', list(shared, sharedItem)] : []),
  ];
}

/** Rows of the overview. */
const MOST_ROWS = 50;
const told = (documents: Report['documents']): Report['documents'] => documents.slice(0, MOST_ROWS);

const row = ([name, { answered, notApplicable, accepted, open }]: readonly [string, Coverage]): string =>
  `| ${name} | ${answered} | ${notApplicable} | ${accepted} | ${open} |`;

function sharedItem({ section, name, in: places }: Shared): string {
  const open = places.reduce((sum, each) => sum + each.open, 0);
  const where = few(
    places.map(({ file, document }) => escaped(document === undefined ? file : `${file}, ${document}`, 80)),
    ', ',
  );
  return `${SECTION_NAMES[section].toLowerCase()} ${escaped(name, 60)} in ${where}${open > 0 ? `; ${open} open about it` : ''}`;
}

function list<E>(all: readonly E[], item: (entry: E) => string, most = MOST): string {
  const shown = all.length <= most ? all : all.slice(0, most - 1);
  const more = shown.length < all.length ? [`and ${all.length - shown.length} more`] : [];
  return [...shown.map(item), ...more].map((text) => `- ${beginning(text)}`).join('\n');
}

/** What would begin a list, a heading or a block at the start of an entry is shown as it is. */
const beginning = (text: string): string =>
  text
    .trimStart()
    .replace(/^\d{1,9}(?=[.)])/, '$&\\')
    .replace(/^[-+=#]/, '\\$&');

const ruleLink = (rule: string): string => (ruleById(rule) ? `([${rule}](${ruleUrl(rule)}))` : `(${escaped(rule)})`);
