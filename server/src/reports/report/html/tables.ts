import type { Coverage } from '../../../check/questions.ts';
import { ruleById } from '../../../rules/index.ts';
import { ruleUrl } from '../../../rules/url.ts';
import { severityWord } from '../../severity.ts';
import type { Answer, OpenItem, OpenPoint, Said } from '../report.ts';
import { type Html, html, listed, own, type Part } from './markup.ts';

/** A table with a caption and headed columns. Without `seen` the caption is for those who do not see the page. */
export const table = (
  { caption, seen, look, columns }: { caption: Part; seen?: boolean; look?: string; columns: readonly Part[] },
  bodies: Part,
): Html => html`<table${look !== undefined && html` class="${look}"`}>
<caption${!seen && html` class="unseen"`}>${caption}</caption>
<thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
${bodies}
</table>
`;

/** How many questions there are and what became of them, as a row of signs of their own length. */
export function bar({ questions, answered, notApplicable, accepted, open }: Coverage): Html {
  let from = 0;
  const parts = (
    [
      ['answered', answered],
      ['na', notApplicable],
      ['accepted', accepted],
      ['open', open],
    ] as const
  ).flatMap(([look, n]): Html[] => {
    if (n === 0) return [];
    const [x, width] = [from, n];
    from += n;
    return [html`<rect class="${look}" x="${x}" y="0" width="${width}" height="1"/>`];
  });
  return html`<svg class="bar" viewBox="0 0 ${Math.max(1, questions)} 1" preserveAspectRatio="none" aria-hidden="true" focusable="false">${parts}</svg>`;
}

/** What is open, a group of rows for each question; items that the same people could answer for share a row. */
export const pointsTable = (caption: Part, points: readonly OpenPoint[]): Html =>
  table(
    { caption, look: 'points', columns: ['What is open', 'About', 'Who could answer'] },
    points.map(({ rule, severity, question, items }) => {
      const rows = bySamePeople(items);
      const span = rows.length > 1 && html` rowspan="${rows.length}"`;
      const mark =
        severity &&
        html`<span class="severity${(severity === 'error' || severity === 'warning') && ' grave'}">${severityWord(severity)}</span>`;
      const head = html`<th scope="rowgroup"${span}>${mark}<span dir="auto">${question}</span> ${ruleLink(rule)}</th>`;
      return html`<tbody>${rows.map(
        (row, i) => html`<tr>${i === 0 && head}<td>${row.map(itemPart)}</td><td>${people(row[0]!)}</td></tr>
`,
      )}</tbody>
`;
    }),
  );

const itemPart = ({ about, line }: OpenItem, i: number): Part => [
  i > 0 && html`, `,
  about !== '' && [own(about), ' '],
  html`<span class="soft">line ${line}</span>`,
];

function bySamePeople(items: readonly OpenItem[]): OpenItem[][] {
  const groups = new Map<string, OpenItem[]>();
  for (const item of items) {
    const key = JSON.stringify([item.who, item.by]);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()];
}

const people = ({ who, by }: OpenItem): Part => [
  who.length > 0 ? listed(who) : html`<span class="soft">nobody is named yet</span>`,
  by !== undefined && html`, by ${by}`,
];

/** The page of a rule, where it has one. */
export const ruleLink = (rule: string): Html =>
  ruleById(rule)
    ? html`<a class="soft rule" href="${ruleUrl(rule)}" rel="noreferrer">${rule}</a>`
    : html`<span class="soft rule">${own(rule)}</span>`;

export const answersTable = (caption: Part, answers: readonly Answer[]): Html =>
  table(
    { caption, look: 'answers', columns: ['About', 'Asked', 'Answer', 'Who and when'] },
    html`<tbody>${answers.map(
      ({ about, line, field, how, who, when }) =>
        html`<tr><th scope="row">${own(about)} <span class="soft">line ${line}</span></th><td>${field}</td><td class="how">${lines(how.map(said))}</td><td>${lines([...(who.length > 0 ? [listed(who)] : []), ...when.map(said)])}</td></tr>
`,
    )}</tbody>`,
  );

const said = ({ as, text }: Said): Part => [as !== undefined && html`<span class="as">${as}: </span>`, own(text)];

const lines = (parts: readonly Part[]): Part =>
  parts.length < 2 ? parts : html`<ul class="lines">${parts.map((part) => html`<li>${part}</li>`)}</ul>`;
