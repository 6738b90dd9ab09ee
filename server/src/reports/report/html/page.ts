import { PICTURE_STYLE } from '../../../pictures/look.ts';
import { count } from '../../../rules/wordings.ts';
import { nameOf } from '../names.ts';
import type { DocumentReport, Report } from '../report.ts';
import { type Html, html, own, type Part } from './markup.ts';
import { overviewParts } from './overview.ts';
import { type Section, sectionsOf } from './sections.ts';
import { STYLE } from './style.ts';

/** The whole report as one page that needs nothing else: no script, no picture or font from elsewhere, no request. */
export function htmlReport(report: Report): string {
  const { documents } = report;
  const [only] = documents;
  const single = only !== undefined && documents.length === 1;
  const title = single ? nameOf(only) : `${count(documents.length, 'document')} of work systems and projects`;
  return page(title, single ? singlePage(only, report) : severalPage(title, report)).text;
}

const page = (title: string, body: Part): Html => html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title} · Work System Security</title>
<style>${STYLE_SHEET}</style>
</head>
<body>
<a class="skip" href="#main">To the report</a>
${body}
<footer>
<p>Made by Work System Security from the files named above, on the day named above. The files are where the answers belong; this page is only a picture of them.</p>
</footer>
</body>
</html>
`;

/** A style sheet is no text of a page: entities would not be read there, and none of its words come from a file. */
const STYLE_SHEET = html([`${STYLE}${PICTURE_STYLE}\n`] as unknown as TemplateStringsArray);

function singlePage(document: DocumentReport, report: Report): Part {
  const sections = sectionsOf(document, report);
  return [
    html`<header>
<p class="soft">Work System Security · report of <time datetime="${report.today}">${report.today}</time></p>
<h1>${own(nameOf(document))}</h1>
${about(document)}</header>
`,
    contents(sections.map(({ id, title }) => [id, title])),
    html`<main id="main">
${sections.map(
  ({ id, title, body }) => html`<section aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
${body(
  (words) => html`<h3>${words}</h3>
`,
)}</section>
`,
)}</main>
`,
  ];
}

function severalPage(title: string, report: Report): Part {
  const parts = overviewParts(report);
  const documents = report.documents.map((document, i) => ({ id: `d${i + 1}`, document }));
  return [
    html`<header>
<p class="soft">Work System Security · report of <time datetime="${report.today}">${report.today}</time></p>
<h1>${title}</h1>
</header>
`,
    contents([
      ...parts.map(({ id, title: words }) => [id, words] as const),
      ...documents.map(({ id, document }) => [id, own(nameOf(document))] as const),
    ]),
    html`<main id="main">
${parts.map(
  ({ id, title: words, body }) => html`<section aria-labelledby="${id}">
<h2 id="${id}">${words}</h2>
${body}</section>
`,
)}${documents.map(({ id, document }) => article(id, document, sectionsOf(document, report)))}</main>
`,
  ];
}

const article = (
  id: string,
  document: DocumentReport,
  sections: readonly Section[],
): Html => html`<article aria-labelledby="${id}">
<h2 id="${id}">${own(nameOf(document))}</h2>
${about(document)}${sections.map(
  ({ id: part, title, body }) => html`<section>
<h3 id="${id}-${part}">${title}</h3>
${body(
  (words) => html`<h4>${words}</h4>
`,
)}</section>
`,
)}</article>
`;

const KINDS = { 'work-system': 'Work system description', 'project-charter': 'Project charter' } as const;

const about = ({ file, document, kind, title, purpose, describedOn }: DocumentReport): Html => html`<p class="soft">${
  kind ? KINDS[kind] : 'File'
}${(title !== undefined || kind === undefined) && [' in ', own(file)]}${document !== undefined && [', document ', own(document)]}${
  describedOn !== undefined && [', as of ', own(describedOn)]
}</p>
${
  purpose !== undefined &&
  html`<p class="lead" dir="auto">${purpose}</p>
`
}`;

const contents = (links: readonly (readonly [id: string, title: Part])[]): Html => html`<nav aria-labelledby="contents">
<h2 id="contents">Contents</h2>
<ul>
${links.map(
  ([id, title]) => html`<li><a href="#${id}">${title}</a></li>
`,
)}</ul>
</nav>
`;
