import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Coverage } from '../../../server/src/check/questions.ts';
import { figureOf as figure } from '../../../server/src/guidelines/study.ts';
import { explanation } from '../../../server/src/reports/explanation.ts';
import { jsonReport } from '../../../server/src/reports/json.ts';
import { jsonText } from '../../../server/src/reports/json-text.ts';
import { plain } from '../../../server/src/reports/paint.ts';
import { counted, type ReportedFile, type ReportedFinding } from '../../../server/src/reports/reported.ts';
import { statsReport } from '../../../server/src/reports/stats.ts';
import { summarise, summaryLine } from '../../../server/src/reports/summary.ts';
import { textReport } from '../../../server/src/reports/text.ts';
import { exampleOf } from '../../../server/src/rules/examples/index.ts';
import { rules } from '../../../server/src/rules/index.ts';
import type { Severity } from '../../../server/src/rules/rule.ts';
import { json } from '../../../server/src/text/json.ts';
import { whole } from './run.ts';

const range = (line: number, from: number, to: number) => ({
  start: { line, character: from },
  end: { line, character: to },
});

const finding = (severity: Severity, rule: string, more: Partial<ReportedFinding> = {}): ReportedFinding => ({
  file: 'a.work-system.yaml',
  rule,
  severity,
  at: 'title',
  message: `A message of ${rule}`,
  range: range(1, 0, 5),
  fingerprint: `${rule}@title`,
  related: [],
  excerpt: { text: 'title: Claims', start: 0, end: 5, cutBefore: false, cutAfter: false },
  ...more,
});

const coverage = (answered: number, open: number, more: Partial<Coverage> = {}): Coverage => ({
  questions: answered + open + (more.accepted ?? 0) + (more.notApplicable ?? 0),
  answered,
  open,
  accepted: 0,
  notApplicable: 0,
  ...more,
});

const file = (findings: readonly ReportedFinding[], more: Partial<ReportedFile> = {}): ReportedFile => ({
  file: 'a.work-system.yaml',
  documents: [{ file: 'a.work-system.yaml', kind: 'work-system', title: 'Claims' }],
  findings,
  waived: [],
  coverage: {},
  counted: counted(findings),
  ...more,
});

describe('the summary line', () => {
  it.each<[ReportedFile[], string]>([
    [[file([])], '1 file: nothing to report.'],
    [[file([finding('error', 'x/a')]), file([])], '2 files: 1 error.'],
    [
      [
        file([
          finding('warning', 'x/a'),
          finding('information', 'x/b'),
          finding('information', 'x/b'),
          finding('hint', 'x/c'),
        ]),
      ],
      '1 file: 1 warning, 2 notes, 1 hint.',
    ],
    [
      [file([], { coverage: { customers: coverage(2, 0) } })],
      '1 file: nothing to report. All 2 questions are answered.',
    ],
    [
      [file([], { coverage: { customers: coverage(1, 2, { notApplicable: 1, accepted: 1 }) } })],
      '1 file: nothing to report. 2 of 5 questions are answered.',
    ],
    [
      [file([], { coverage: { customers: coverage(0, 1) } })],
      '1 file: nothing to report. 0 of 1 question is answered.',
    ],
  ])('%#', (files, line) => {
    expect(summaryLine(summarise(files))).toBe(line);
  });
});

describe('the text report', () => {
  const options = { paint: plain, width: 70 };

  it('says nothing about files in which nothing was found', () => {
    expect(whole(textReport([file([])], options))).toBe('1 file: nothing to report.\n');
  });

  it('shows a line once, wraps messages, and tells of some related places', () => {
    const related = [1, 2, 3, 4].map((line) => ({
      file: line === 1 ? 'other.work-system.yaml' : 'a.work-system.yaml',
      range: range(line, 2, 3),
      message: `Item ${line}`,
    }));
    const long = 'A long message that has to be broken into two lines so that it can be read';
    const waiver = { because: 'It moves soon', decided_by: 'Manager', until: '2027-01-31', by: 'waiver' as const };
    const report = whole(
      textReport(
        [
          file(
            [
              finding('warning', 'x/a', { message: long, document: 'claims' }),
              finding('information', 'x/b', { related }),
            ],
            {
              waived: [{ ...finding('warning', 'x/c'), waiver }],
            },
          ),
        ],
        options,
      ),
    );
    expect(report).toMatchInlineSnapshot(`
      "a.work-system.yaml · Claims

        2:1  warning  A long message that has to be broken into two lines so
                      that it can be read
                      x/a in claims
                      │ title: Claims
                      │ ^^^^^

        2:1  note     A message of x/b
                      x/b
                      → other.work-system.yaml 2:3 Item 1
                      → 3:3 Item 2
                        and 2 more places

        2:1  accepted until 2027-01-31, decided by Manager: x/c. It moves
             soon

      1 file: 1 warning, 1 note. 1 finding accepted.
      "
    `);
  });
});

describe('the JSON report', () => {
  it('comes in pieces that together are what one piece would be', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.array(fc.jsonValue()), (value, items) => {
        const pieces = whole(jsonText({ value, items: () => items, deeper: [{ items: () => items, not: undefined }] }));
        expect(pieces).toBe(json({ value, items, deeper: [{ items }] }));
      }),
    );
  });

  it('has its keys in a fixed order and leaves out what there is not', () => {
    const report = whole(jsonReport([file([finding('error', 'x/a')])]));
    expect(report.endsWith('}\n')).toBe(true);
    expect(Object.keys(JSON.parse(report))).toEqual(['version', 'files', 'findings', 'waived', 'summary']);
    expect(Object.keys(JSON.parse(report).findings[0])).toEqual([
      'file',
      'rule',
      'severity',
      'at',
      'message',
      'range',
      'fingerprint',
    ]);
    expect(Object.keys(JSON.parse(report).summary)).toEqual([
      'files',
      'errors',
      'warnings',
      'informations',
      'hints',
      'waived',
      'answered',
    ]);
  });
});

describe('the numbers', () => {
  it('count findings by rule and questions by element and phase', () => {
    const files = [
      file([finding('error', 'x/a'), finding('warning', 'x/b'), finding('warning', 'x/b')], {
        coverage: {
          operation: coverage(10, 0),
          customers: coverage(1, 98, { accepted: 1 }),
          governance: coverage(0, 2, { notApplicable: 1 }),
        },
      }),
    ];
    expect(statsReport(files, plain)).toMatchInlineSnapshot(`
      "Findings by rule
        2  warning  x/b
        1  error    x/a

      Questions answered
        Customers   █░░░░░░░░░    1 of 100  98 open, 1 accepted
        Operation   ██████████   10 of  10
        Governance  ███░░░░░░░    1 of   3  2 open, 1 not applicable
      "
    `);
    expect(statsReport([file([])], plain)).toBe('');
  });
});

describe('explanations', () => {
  it('exist for every rule and claim no conformity', () => {
    for (const rule of rules) {
      const text = explanation(rule, exampleOf(rule.id), { paint: plain, width: 100 });
      expect(text).toContain(rule.title);
      expect(text).toContain(rule.id);
      if (text.includes('Related standards')) expect(text).toContain('claims no conformity');
    }
  });

  it('say the figures of the study as sentences', () => {
    expect(figure({ percent: 48, what: 'of those interviewed did not know of the controls' })).toBe(
      '48 % of those interviewed did not know of the controls.',
    );
    expect(figure({ percent: 80, bound: 'more-than', what: 'took no part' })).toBe(
      'More than 80 % of those interviewed took no part.',
    );
  });
});
