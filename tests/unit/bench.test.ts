import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CLAIMS, claimIds } from '../bench/claims.ts';
import { compared } from '../bench/outcome.ts';
import { page } from '../bench/page.ts';
import { doubling, extended, figure, quantile, ratio } from '../bench/statistics.ts';
import { cells, HEADINGS } from '../bench/table.ts';
import { TypedText } from '../bench/text.ts';
import { check } from '../helpers/check.ts';
import { generatedDescription } from '../helpers/generated.ts';

const ROOT = join(import.meta.dirname, '../..');

const rowsOf = (text: string): string[][] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.slice(2, -2).split(' | '));

describe('a generated description', () => {
  const rulesOf = (text: string): string[] => check(text).findings.map(({ rule }) => rule);

  it.each([100, 500, 2_000])('of %i lines has so many, fits the format, and gives rise to questions', (lines) => {
    const text = generatedDescription(lines);
    expect(text.trimEnd().split('\n')).toHaveLength(lines);
    const rules = rulesOf(text);
    expect(rules.filter((rule) => /^(?:format|reference)\//.test(rule))).toEqual([]);
    expect(rules.length).toBeGreaterThan(lines / 20);
    expect(rules).toContain('information/no-owner');
  });

  it('is the same each time, and another one with another seed', () => {
    expect(generatedDescription(300, 7)).toBe(generatedDescription(300, 7));
    expect(generatedDescription(300, 7)).not.toBe(generatedDescription(300, 8));
  });
});

describe('keys', () => {
  const text = generatedDescription(200);

  it('lengthen sentences all over the text, which stays in order', () => {
    const typed = new TypedText(text);
    const keys = Array.from({ length: 20 }, () => typed.letter());
    expect(new Set(keys.map(({ at }) => at.line)).size).toBeGreaterThan(10);
    expect(typed.whole).toHaveLength(text.length + 20);
    expect(check(typed.whole).findings.filter(({ rule }) => rule.startsWith('format/'))).toEqual([]);
  });

  it('are sent with the place where they go in', () => {
    const typed = new TypedText(text);
    const { at, text: letter } = typed.letter();
    const lines = text.split('\n');
    lines[at.line] = `${lines[at.line]!.slice(0, at.character)}${letter}${lines[at.line]!.slice(at.character)}`;
    expect(typed.whole).toBe(lines.join('\n'));
  });

  it('in a broken text leave it broken', () => {
    const typed = new TypedText(text);
    for (const type of [() => typed.break(), () => typed.brokenLetter(), () => typed.brokenLetter()]) {
      type();
      expect(check(typed.whole).findings.map(({ rule }) => rule)).toContain('format/yaml-syntax');
    }
    expect(typed.whole).toContain('\n    protecee\n');
  });
});

describe('the figures', () => {
  it('are medians with the middle half of the rounds', () => {
    expect(figure([5, 1, 4, 2, 3])).toEqual({ value: 3, low: 2, high: 4 });
    expect(quantile([1, 2], 0.5)).toBe(1.5);
    expect(() => quantile([], 0.5)).toThrow('Nothing was measured.');
  });

  it('take rounds in pairs, so that a slow while of the machine does not count', () => {
    expect(ratio([1, 10, 1], [2, 20, 2])).toEqual({ value: 0.5, low: 0.5, high: 0.5 });
    expect(() => ratio([1], [1, 2])).toThrow('Rounds go in pairs.');
  });

  it('tell linear from quadratic', () => {
    expect(doubling([1, 2, 4], [3, 6, 12])).toBeCloseTo(2);
    expect(doubling([1, 2, 4], [3, 12, 48])).toBeCloseTo(4);
    expect(doubling([1, 2, 4], [3, 3, 3])).toBeCloseTo(1);
  });

  it('go on along a straight line', () => {
    expect(extended({ from: { size: 50, time: 7 }, through: { size: 100, time: 12 } }, 1_000)).toBe(102);
  });
});

describe('a row', () => {
  const claim = CLAIMS['key-500'];

  it('tells whether the target is met', () => {
    const met = compared('key-500', [2, 2, 2], [10, 10, 10]);
    expect(cells(claim, met).slice(2)).toEqual(['0.20', '0.20 to 0.20', '2.0 / 10 ms', '≤ 0.3', 'yes']);
    expect(cells(claim, compared('key-500', [4], [10])).at(-1)).toBe('no');
    expect(cells(CLAIMS['key-100'], compared('key-100', [4], [10])).slice(-2)).toEqual(['', '']);
  });

  it('that was not measured says so', () => {
    expect(cells(claim, undefined).slice(2)).toEqual(['not measured', '', '', '≤ 0.3', '']);
  });
});

describe('docs/performance.md', () => {
  const committed = readFileSync(join(ROOT, 'docs/performance.md'), 'utf8');

  it('has the rows and targets of the benchmark; else run `npm run bench`', () => {
    const told = (text: string): string[] => rowsOf(text).map((row) => [row[0], row[1], row[5]].join(' | '));
    expect(told(committed)).toEqual(told(page([], { minutes: 0, quick: false })));
    expect(rowsOf(committed)).toHaveLength(claimIds.length + 2);
    expect(rowsOf(committed)[0]).toEqual(HEADINGS);
  });

  it('says of every target that was measured whether it is met', () => {
    for (const row of rowsOf(committed).slice(2)) {
      const measured = row[2] !== 'not measured';
      expect(row[6], row.join(' | ')).toMatch(measured && row[5] ? /^(?:yes|no)$/ : /^$/);
    }
  });

  it('says on what machine, and when', () => {
    expect(committed).toMatch(/^\d{4}-\d{2}-\d{2}, .* \d+ cores .* Node \d+\.\d+\.\d+/m);
  });
});
