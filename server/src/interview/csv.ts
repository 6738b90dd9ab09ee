import { visible } from '../text/visible.ts';
import { tableText } from './cells.ts';
import type { Interview } from './sheet.ts';

/** The columns of a table of questions; the last three are filled in. */
export const COLUMNS = ['ref', 'group', 'activity', 'about', 'question', 'answer', 'who', 'date'] as const;

/** An interview as a table: one row for each question and group. */
export function csvSheets({ sheets }: Interview): string {
  const rows = sheets.flatMap((sheet) => [
    ...sheet.sections.flatMap(({ of, questions }) =>
      questions.map(({ reference, about, words }) => [reference, sheet.for, of, about, words, '', '', '']),
    ),
    ...sheet.walkThrough.flatMap(({ theme, topics }) =>
      topics.map(({ guideline, words }) => [
        `theme ${guideline}`,
        sheet.for,
        'To talk about',
        theme,
        words,
        '',
        '',
        '',
      ]),
    ),
  ]);
  return tableText([COLUMNS, ...rows.map((row) => row.map(visible))]);
}
