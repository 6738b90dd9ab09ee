import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { guideline } from '../../../server/src/guidelines/index.ts';
import { tableRows, tableText } from '../../../server/src/interview/cells.ts';
import { readSheet } from '../../../server/src/interview/filled.ts';
import { SHEET_FORMATS, type SheetFormat } from '../../../server/src/interview/formats.ts';
import { STYLE } from '../../../server/src/interview/html-style.ts';
import { interviewSheets } from '../../../server/src/interview/sheet.ts';
import { WALK_THROUGH } from '../../../server/src/interview/walk-through.ts';
import { WORDINGS } from '../../../server/src/interview/wordings.ts';
import { exampleOf } from '../../../server/src/rules/examples/index.ts';
import { modelRules } from '../../../server/src/rules/index.ts';
import { check, fileNameFor, TODAY } from '../../helpers/check.ts';
import { checkAmongSamples, everySheet, fixture, readSample, sampleFiles } from '../../helpers/collection.ts';
import { questionsIn } from '../../helpers/interviewing.ts';

const FORMAT_NAMES = Object.keys(SHEET_FORMATS) as SheetFormat[];

describe('sheets of questions', () => {
  it.each(sampleFiles.flatMap((file) => FORMAT_NAMES.map((format) => [file, format] as const)))(
    '%s as %s',
    async (file, format) => {
      const interview = interviewSheets(checkAmongSamples(file, readSample(file)), { today: TODAY });
      await expect(SHEET_FORMATS[format](interview)).toMatchFileSnapshot(
        fixture('interview', `${file}.questions.${format}`),
      );
    },
  );

  it('puts every open question to somebody, and only open ones', () => {
    for (const file of sampleFiles) {
      const checked = checkAmongSamples(file, readSample(file));
      const { sheets } = interviewSheets(checked, { today: TODAY });
      const asked = sheets.flatMap(({ sections }) => sections.flatMap(({ questions }) => questions));
      expect(new Set(asked.map(({ reference }) => reference))).toEqual(
        new Set(questionsIn(checked).map(({ reference }) => reference)),
      );
    }
  });

  it('asks in questions, whichever rule speaks', () => {
    const examples = modelRules.map(({ id }) => exampleOf(id).bad);
    const checked = [
      ...examples.map((text) => check(text, { file: fileNameFor(text) })),
      ...everySheet.map(({ text, check: again }) => again(text)),
    ];
    const statements = checked.flatMap(questionsIn).filter(({ words }) => !words.endsWith('?'));
    expect(statements.map(({ rule, words }) => `${rule}: ${words}`)).toEqual([]);
  });

  it('has words only for rules and guidelines that there are', () => {
    const ids = modelRules.map(({ id }) => id);
    expect(Object.keys(WORDINGS).filter((rule) => !ids.includes(rule))).toEqual([]);
    for (const { topics } of WALK_THROUGH)
      for (const topic of topics) expect(guideline(topic.guideline).group).toBe('theme');
  });

  it('allows its page its own style and nothing else', () => {
    expect(STYLE.hash).toBe(`sha256-${createHash('sha256').update(STYLE.text).digest('base64')}`);
  });
});

/** Names that mean something to Markdown, HTML, spreadsheets or the sheet itself. */
const hostile = fc.oneof(
  fc.constantFrom(
    '<script>alert(1)</script>',
    '--> <b>x</b> <!-- worksec -->',
    '=HYPERLINK("http://x")',
    '+1|2',
    '@SUM(A1)',
    '| a | b |',
    '[x](javascript:1)',
    '`code` *bold*',
    '\u202egnihton',
    'a\tb',
    "'=1",
    '"quoted", and ; more',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
);

const withNames = (title: string, name: string, does: string): string =>
  [
    'kind: work-system',
    'format: 1',
    `title: ${JSON.stringify(title)}`,
    'participants:',
    `  people: { name: ${JSON.stringify(name)} }`,
    'activities:',
    `  work: { does: ${JSON.stringify(does)}, performed_by: [people], uses: [papers] }`,
    'information:',
    `  papers: { name: ${JSON.stringify(name)}, sensitivity: confidential }`,
    '',
  ].join('\n');

describe('names from a file', () => {
  it('stay text in every format, and never change which questions are read back', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (title, name, does) => {
        const checked = check(withNames(title, name, does));
        const interview = interviewSheets(checked, { today: TODAY });
        const references = interview.sheets.flatMap(({ sections }) =>
          sections.flatMap(({ questions }) => questions.map(({ reference }) => reference)),
        );
        const markdown = SHEET_FORMATS.md(interview);
        for (const text of [markdown, SHEET_FORMATS.csv(interview)]) {
          const back = readSheet(text)!;
          expect(back.answers.map(({ reference }) => reference)).toEqual(references);
          expect(back.answers.every((answer) => answer.text === '')).toBe(true);
          expect(back.stray).toEqual([]);
        }
        const html = SHEET_FORMATS.html(interview);
        expect(
          html.replace(/<\/?(?:bdi|li|ol|p|div|section|main|h1|h2|span)(?: (?:class|value)="[\w]+")*>/g, ''),
        ).not.toMatch(/<(?!!DOCTYPE html>|\/?(?:html|head|meta|title|style|body)\b)/);
        const rendered = new MarkdownIt({ html: true }).render(markdown);
        expect(rendered.replace(/<!-- worksec(?: [^<>]*)? -->/g, '')).not.toMatch(/<(?!\/?(?:h[1-3]|p)>)/);
      }),
      { numRuns: 150 },
    );
  });

  it('come back from a table as they were, with any separator a spreadsheet saves with', () => {
    const cell = fc.oneof(hostile, fc.constantFrom("''=x", '\r\nx', '-', '=', ''));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 5 }), (cells) => {
        const rows = [['ref', 'answer'], ...cells.map(([a, b]) => [a, b])];
        const text = tableText(rows);
        expect(tableRows(text).slice(0, rows.length)).toEqual(rows);
        for (const line of cells.flat()) if (/^[=+\-@]/.test(line)) expect(text).toMatch(/(?:^|[,"\n])'/);
      }),
    );
  });
});
