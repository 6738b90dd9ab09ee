import { escaped } from '../reports/markdown-text.ts';
import type { Question } from './question.ts';
import type { Interview, Section, Sheet } from './sheet.ts';
import { ADVICE, introductionTo, NOTE } from './words.ts';

/** Marks a line of the sheet as one of its own, so that whatever people write can be told apart from it. */
const mark = (text = ''): string => `<!-- worksec${text && ` ${text}`} -->`;

/** An interview as Markdown, with room below each question. */
export const markdownSheets = ({ day, sheets }: Interview): string =>
  sheets.map((sheet) => `${sheetPart(sheet, day)}\n`).join('\n');

function sheetPart(sheet: Sheet, day: string): string {
  let number = 0;
  const question = (words: string, reference: string): string =>
    `### ${++number}. ${escaped(words, 1000)} ${mark(reference)}\n\nAnswer:\n`;
  const section = ({ heading, note, questions }: Section): string[] => [
    `## ${escaped(heading)} ${mark()}`,
    '',
    ...(note ? [`${NOTE}${escaped(note, 1000)}`, ''] : []),
    ...questions.map(({ words, reference }: Question) => question(words, reference)),
  ];
  return [
    `# Questions for ${escaped(sheet.for)} ${mark()}`,
    '',
    `${escaped(introductionTo(sheet, day), 1000)} ${ADVICE}`,
    '',
    'Answered by:',
    '',
    'Date:',
    '',
    ...sheet.sections.flatMap(section),
    ...sheet.walkThrough.flatMap(({ theme, topics }) => [
      `## To talk about: ${escaped(theme)} ${mark()}`,
      '',
      ...topics.map(({ words, guideline }) => question(words, `theme ${guideline}`)),
    ]),
  ]
    .join('\n')
    .trimEnd();
}
