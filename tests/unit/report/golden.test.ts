import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { htmlReport } from '../../../server/src/reports/report/html/page.ts';
import { jsonReport } from '../../../server/src/reports/report/json.ts';
import { markdownReport } from '../../../server/src/reports/report/markdown.ts';
import { fixture, sampleFiles } from '../../helpers/collection.ts';
import { allSamples, sampleReport } from './samples.ts';

const VET = 'vet-appointments.work-system.yaml';

const FORMATS = [
  ['html', htmlReport],
  ['md', markdownReport],
  ['json', jsonReport],
] as const;

const validator = new HtmlValidate({ extends: ['html-validate:standard'] });

const reports = [
  ...sampleFiles.map((file) => [file.replace(/\.yaml$/, ''), () => sampleReport(file)] as const),
  ['all-samples', allSamples] as const,
];

describe('the report of a sample, and of all of them', () => {
  it.each(
    reports.flatMap(([name, report]) =>
      FORMATS.map(([ending, format]) => [`${name}.${ending}`, report, format] as const),
    ),
  )('%s', async (name, report, format) => {
    const text = format(report());
    await expect(text).toMatchFileSnapshot(fixture('reports', name));
    // Each time the same, from nothing but the files and the day.
    expect(format(report())).toBe(text);
  });

  // All samples together hold every part a report can have; a report of its own has another frame.
  it.each([
    ['of a description', () => sampleReport(VET, { pictures: true })],
    ['of all samples', () => allSamples({ pictures: true })],
  ])(
    '%s is HTML by the rules',
    async (_name, report) => {
      const { results } = await validator.validateString(htmlReport(report()));
      const told = results.flatMap(({ messages }) =>
        messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`),
      );
      expect(told).toEqual([]);
    },
    60_000,
  );

  it('shows the pictures as they are drawn elsewhere, and says nothing else because of them', () => {
    const report = sampleReport(VET, { pictures: true });
    const pictures = report.documents[0]!.pictures!;
    expect(pictures.map(({ id }) => id)).toEqual(['framework', 'flow', 'grid', 'life-cycle']);
    for (const { svg } of pictures) expect(htmlReport(report)).toContain(svg);
    expect([jsonReport(report), markdownReport(report)]).toEqual([
      jsonReport(sampleReport(VET)),
      markdownReport(sampleReport(VET)),
    ]);
  });
});
