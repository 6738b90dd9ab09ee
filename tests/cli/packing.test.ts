import { describe, expect, it } from 'vitest';
import { PackedFiles, pack, unpack, whole } from '../../server/src/cli/packing.ts';
import type { ReportedFile } from '../../server/src/reports/reported.ts';
import { file, finding, reported } from '../unit/reports/run.ts';

/** All of it, as other programs would get it. */
const all = ({ file, documents, findings, waived, coverage, counted }: ReportedFile) => ({
  file,
  documents,
  findings,
  waived,
  coverage,
  counted,
});

describe('what was found in a file', () => {
  it.each([false, true])('is the same after it was packed (for being kept: %s)', (small) => {
    const found = reported();
    expect(found.findings.some(({ related }) => related.length > 0)).toBe(true);
    expect(all(unpack(whole(pack(found, small))))).toEqual(all(found));
    const none = file([], found.waived);
    expect(all(unpack(whole(pack(none, small))))).toEqual(all(none));
  });

  it('keeps names, fingerprints and excerpts of every kind', () => {
    const range = { start: { line: 1, character: 2 }, end: { line: 3, character: 4 } };
    const odd = finding({
      document: 'second',
      fingerprint: 'as somebody wrote it',
      related: [{ file: 'other.work-system.yaml', range, message: '🏠' }],
      excerpt: { text: 'é', start: 0, end: 1, cutBefore: true, cutAfter: false },
    });
    const usual = finding({ document: '0', rule: 'a/b', at: 'c', fingerprint: 'a/b@0#c' });
    expect(unpack(whole(pack(file([odd, usual])))).findings).toEqual([odd, usual]);
  });

  it('is unpacked as often as somebody goes through it', () => {
    const files = new PackedFiles([reported(), file([])].map((each) => whole(pack(each).slice())));
    expect([...files].map(({ findings }) => findings.length)).toEqual([...files].map(({ counted }) => sum(counted)));
  });
});

const sum = (counted: ReportedFile['counted']): number => Object.values(counted).reduce((a, b) => a + b);
