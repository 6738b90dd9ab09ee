import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { htmlReport } from '../../../server/src/reports/report/html/page.ts';
import { markdownReport } from '../../../server/src/reports/report/markdown.ts';
import { type Report, reportOf } from '../../../server/src/reports/report/report.ts';
import { escaped } from '../../../server/src/text/markup.ts';
import { visible } from '../../../server/src/text/visible.ts';
import { TODAY } from '../../helpers/check.ts';
import { HOSTILE } from '../reports/run.ts';
import { allSamples, reportable, sampleReport, withTexts } from './samples.ts';

const OLD = 'kind: work-system\nformat: 1\ntitle: Lettings\nodd: 1\n';
const NEW = 'kind: work-system\nformat: 1\ntitle: Lettings\nother: 1\nactivities: { let: They let }\n';

const SHORT = ['bakery-orders.work-system.yaml', 'phone-upload.charter.yaml'];
const all = allSamples();

/** One of each sort: several documents with something shared, one alone, and a comparison. */
const REPORTS: readonly Report[] = [
  // Not all of them: where there is too much to tell, Markdown leaves out what does not fit.
  {
    ...all,
    documents: all.documents.filter(({ file }) => SHORT.includes(file)),
    since: 'main',
    gone: ['old.work-system.yaml'],
  },
  sampleReport('vet-appointments.work-system.yaml'),
  reportOf([reportable(NEW, { before: reportable(OLD).checked })], { today: TODAY, since: 'main' }),
];

const tagsIn = (text: string): string[] => text.match(/<[^>]*>/g) ?? [];

const reader = new MarkdownIt({ html: true, linkify: true });
reader.linkify.set({ fuzzyLink: false });

/** Pieces that are dangerous somewhere, in any order. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...HOSTILE.split(' '),
        '</style>',
        '</title>',
        '"',
        "'",
        '`',
        '>',
        '- ',
        '1. ',
        '# ',
        '---',
        '\n',
      ),
      fc.string({ unit: 'binary', maxLength: 12 }),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((pieces) => pieces.join(' '))
  .filter((pieces) => pieces !== '');

describe('texts of a file in a report', () => {
  it('become no markup of the page, whatever they are', () => {
    const plain = REPORTS.map((report) => tagsIn(htmlReport(withTexts(report, 'x'))));
    fc.assert(
      fc.property(text, (hostile) => {
        for (const [i, report] of REPORTS.entries())
          expect(tagsIn(htmlReport(withTexts(report, hostile)))).toEqual(plain[i]);
      }),
      { numRuns: 25, examples: [[HOSTILE]] },
    );
  });

  it('become no markup of the Markdown, whatever they are', () => {
    const plain = REPORTS.map((report) => tagsIn(reader.render(markdownReport(withTexts(report, 'x')))));
    fc.assert(
      fc.property(text, (hostile) => {
        for (const [i, report] of REPORTS.entries())
          expect(tagsIn(reader.render(markdownReport(withTexts(report, hostile))))).toEqual(plain[i]);
      }),
      { numRuns: 25, examples: [[HOSTILE]] },
    );
  });

  it('never make Markdown longer than a comment may be', () => {
    expect(markdownReport(withTexts(all, HOSTILE)).length).toBeLessThan(65_536);
    expect(markdownReport(withTexts(all, HOSTILE))).toMatch(/\n\n\d more documents: `worksec report/);
  });

  it('are shown as they are', () => {
    const shown = escaped(HOSTILE).replace(
      /&(lt|gt|quot|amp|#39);/g,
      (_, name: string) => ({ lt: '<', gt: '>', quot: '"', amp: '&', '#39': "'" })[name]!,
    );
    expect(shown).toBe(visible(HOSTILE).replace('\ufffe', '\ufffd'));
    expect(htmlReport(withTexts(REPORTS[1]!, HOSTILE))).toContain(`<bdi>${escaped(HOSTILE)}</bdi>`);
  });

  it('fetch nothing: a page names no address but those of our own pages, and only in links', () => {
    const page = htmlReport(withTexts(REPORTS[0]!, HOSTILE));
    expect(
      tagsIn(page).filter((tag) => /^<(?:script|link|img|iframe|object|embed|base|form|image|use)\b/i.test(tag)),
    ).toEqual([]);
    for (const tag of tagsIn(htmlReport(REPORTS[0]!)).filter((each) => /https?:/.test(each)))
      expect(tag).toMatch(
        /^<a class="soft rule" href="https:\/\/github\.com\/[^"]*\/docs\/rules\/[a-z/-]+\.md" rel="noreferrer">$/,
      );
    expect(page).toMatch(/<meta http-equiv="Content-Security-Policy" content="default-src 'none'; /);
  });
});
