import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonReport } from '../../../server/src/reports/json.ts';
import { findingTexts } from '../../../server/src/reports/json-finding.ts';
import { jsonText } from '../../../server/src/reports/json-text.ts';
import type { ReportedFinding } from '../../../server/src/reports/reported.ts';
import { sarifReport } from '../../../server/src/reports/sarif.ts';
import { json } from '../../../server/src/text/json.ts';
import { file, finding, reported, whole } from './run.ts';

/** What steers a terminal, turns text around or ends a line for some readers; line ends stand between the parts. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
const UNSAFE = /[\0-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/u;

const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom('\u009b', '\u0085', '\u202e', '\u2066', '\u2028', '\ufff9', '\u{e0041}', '\ud800', '\n', '\\', '"'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
});

describe('JSON for other programs', () => {
  it('writes what cannot be seen as escapes, and all else as it is', () => {
    expect(json('a\u009b31mb\u202ec\u{e0041}')).toBe(String.raw`"a\u009b31mb\u202ec\udb40\udc41"`);
    expect(json({ 'naïve “日本” 👩‍💻': ['ü'] })).toBe(`{\n  "naïve “日本” 👩‍💻": [\n    "ü"\n  ]\n}`);
  });

  it('is read back as it was, whatever the texts hold', () => {
    fc.assert(
      fc.property(fc.dictionary(text, fc.array(text)), (value) => {
        const pieces = whole(jsonText({ value, items: () => [value] }));
        expect(pieces).not.toMatch(UNSAFE);
        expect(JSON.parse(pieces)).toEqual(JSON.parse(JSON.stringify({ value, items: [value] })));
      }),
    );
  });

  it('writes findings as it writes anything else, whatever they say', () => {
    const plainly = ({ file, document, excerpt, related, ...rest }: ReportedFinding) => ({
      file,
      document,
      ...rest,
      ...(related.length > 0 && { related }),
    });
    const item = (each: ReportedFinding): string => json(plainly(each)).replaceAll('\n', '\n    ');
    const usual = reported();
    expect(findingTexts(usual)).toBe(usual.findings.map(item).join(',\n    '));
    fc.assert(
      fc.property(text, text, text, (a, b, c) => {
        const related = [{ file: b, range: finding({}).range, message: c }];
        const odd = [
          finding({ file: a, document: b, message: c }),
          finding({ file: a, at: b, fingerprint: c, related }),
        ];
        expect(findingTexts(file(odd))).toBe(odd.map(item).join(',\n    '));
      }),
    );
  });

  it('holds nothing that steers a terminal, in a report of any shape', () => {
    const hostile = 'a\u009b31m \u202eb \u2066c\u2028d';
    const files = [file([finding({ file: hostile, message: hostile, at: hostile, rule: hostile })])];
    expect(whole(jsonReport(files))).not.toMatch(UNSAFE);
    expect(JSON.parse(whole(jsonReport(files))).findings[0].message).toBe(hostile);
    expect(whole(sarifReport(files))).not.toMatch(UNSAFE);
  });
});
