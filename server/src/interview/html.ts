import { escaped } from '../text/markup.ts';
import { STYLE } from './html-style.ts';
import type { Question } from './question.ts';
import type { Interview, Section, Sheet } from './sheet.ts';
import { ADVICE, introductionTo, NOTE } from './words.ts';

/** An interview as one page to print: it loads nothing, runs nothing, and leaves room to write by hand. */
export function htmlSheets({ day, sheets }: Interview): string {
  const title = `Questions: ${[...new Set(sheets.map((sheet) => sheet.title))].join(', ')}`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${STYLE.hash}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)}</title>
<style>${STYLE.text}</style>
</head>
<body>
<main>
${sheets.map((sheet) => sheetPart(sheet, day)).join('\n')}
</main>
</body>
</html>
`;
}

function sheetPart(sheet: Sheet, day: string): string {
  let number = 0;
  const question = (words: string, reference: string): string =>
    `<li value="${++number}"><p class="asked">${safe(words)}</p><div class="room"></div><p class="ref">${safe(reference)}</p></li>`;
  const list = (items: readonly string[]): string => `<ol>\n${items.join('\n')}\n</ol>`;
  const section = ({ heading, note, questions }: Section): string =>
    part(
      `<h2>${safe(heading)}</h2>`,
      ...(note ? [`<p class="note">${NOTE}${safe(note)}</p>`] : []),
      list(questions.map(({ words, reference }: Question) => question(words, reference))),
    );
  return part(
    `<h1>Questions for ${safe(sheet.for)}</h1>`,
    `<p>${safe(introductionTo(sheet, day))} ${ADVICE}</p>`,
    '<p class="by"><span>Answered by</span><span>Date</span></p>',
    ...sheet.sections.map(section),
    ...sheet.walkThrough.map(({ theme, topics }) =>
      part(
        `<h2>To talk about: ${safe(theme)}</h2>`,
        list(topics.map(({ words, guideline }) => question(words, guideline))),
      ),
    ),
  );
}

const part = (...inner: readonly string[]): string => `<section>\n${inner.join('\n')}\n</section>`;

/** Text from a file, set apart from the direction of the text around it. */
const safe = (text: string): string => `<bdi>${escaped(text)}</bdi>`;
