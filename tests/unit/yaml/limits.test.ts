import { describe, expect, it } from 'vitest';
import { parseStream } from '../../../server/src/yaml/parse.ts';
import { data, read } from './helpers.ts';

describe('deep nesting', () => {
  const deep = 10_000;
  const stairs = Array.from({ length: 3_000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n');
  it.each([
    ['brackets', '['.repeat(deep), 64],
    ['brackets that close', '['.repeat(deep) + ']'.repeat(deep), 64],
    ['braces', '{a: '.repeat(deep), 64 * 4],
    ['dashes on one line', '- '.repeat(deep), 64 * 2],
    ['maps below each other', stairs, 2272],
    ['question marks', '? '.repeat(deep), 64 * 2],
  ])('of %s is one problem, at the first node too deep, at once', (_, text, start) => {
    const begin = performance.now();
    const document = read(text);
    expect(performance.now() - begin).toBeLessThan(200);
    expect(document.root).toBeUndefined();
    expect(document.problems).toEqual([{ code: 'depth-limit', limit: 64, start, end: start + 1 }]);
  });

  it('of 64 levels is fine, of 65 is not', () => {
    expect(read('['.repeat(64) + ']'.repeat(64)).problems).toEqual([]);
    expect(read('['.repeat(65) + ']'.repeat(65)).problems).toMatchObject([{ code: 'depth-limit', start: 64 }]);
    expect(read(`${'['.repeat(63)}x${']'.repeat(63)}`).problems).toEqual([]);
    expect(read(`${'['.repeat(64)}x${']'.repeat(64)}`).problems).toMatchObject([{ code: 'depth-limit', start: 64 }]);
  });

  it('hides no other document of the stream', () => {
    const { documents } = parseStream(
      `a: 1\n---\n${'- '.repeat(deep)}\n---\nb: 2\n---\n${'['.repeat(deep)}\n...\n# x\nc: 3\n`,
    );
    expect(documents.map((one) => data(one.root) ?? one.problems[0]?.code)).toEqual([
      { a: 1 },
      'depth-limit',
      { b: 2 },
      'depth-limit',
      { c: 3 },
    ]);
  });

  it('is also counted behind aliases', () => {
    const nested = (inner: string): string => `${'['.repeat(40)}${inner}${']'.repeat(40)}`;
    const text = `a: &a ${nested('')}\nb: ${nested('*a')}\n`;
    expect(read(text).problems).toEqual([
      { code: 'depth-limit', limit: 64, start: text.indexOf('*a'), end: text.indexOf('*a') + 2 },
    ]);
  });
});

describe('aliases', () => {
  it('that multiply without end are one problem, and cost nothing', () => {
    const lines = ['l0: &l0 [x, x, x, x, x, x, x, x, x]'];
    for (let i = 1; i < 30; i++) lines.push(`l${i}: &l${i} [${`*l${i - 1}, `.repeat(9)}]`);
    const begin = performance.now();
    const document = read(lines.join('\n'));
    expect(performance.now() - begin).toBeLessThan(500);
    expect(document.root).toBeUndefined();
    expect(document.problems).toMatchObject([{ code: 'alias-limit' }]);
    expect(document.stream.text.slice(document.problems[0]?.start, document.problems[0]?.end)).toBe('*l4');
  });

  it('that lead back to themselves are one problem', () => {
    for (const text of ['a: &a [*a]', 'a: &a\n  b: *a\n', 'a: &a\n  <<: *a\n']) {
      expect(read(text).problems).toMatchObject([{ code: 'alias-limit', start: text.indexOf('*a') }]);
    }
  });

  it('are welcome in great numbers', () => {
    const text = `base: &base { a: 1, b: [x, y] }\n${Array.from({ length: 8_000 }, (_, i) => `k${i}: *base`).join('\n')}`;
    expect(read(text).problems).toEqual([]);
  });

  it('are counted in the nodes they bring in', () => {
    const text = 'a: &a [x, y]\nb: *a\nc: *a\n';
    expect(parseStream(text, { max_alias_expansion_nodes: 6 }).documents[0]?.problems).toEqual([]);
    expect(parseStream(text, { max_alias_expansion_nodes: 5 }).documents[0]?.problems).toMatchObject([
      { code: 'alias-limit', start: 22 },
    ]);
  });
});

describe('large files', () => {
  it('are refused without being read', () => {
    const text = `kind: work-system\n${'# padding\n'.repeat(600_000)}`;
    const begin = performance.now();
    const stream = parseStream(text);
    expect(performance.now() - begin).toBeLessThan(500);
    expect(stream.documents).toEqual([]);
    expect(stream.problems).toEqual([{ code: 'too-large', bytes: text.length, limit: 5_242_880, start: 0, end: 17 }]);
    expect(parseStream(new TextEncoder().encode(text)).problems).toEqual(stream.problems);
  });

  it('are measured in bytes', () => {
    expect(parseStream('a: ééé', { max_file_bytes: 9 }).problems).toEqual([]);
    expect(parseStream('a: ééé', { max_file_bytes: 8 }).problems).toMatchObject([{ bytes: 9 }]);
    expect(parseStream('a: 😀', { max_file_bytes: 6 }).problems).toMatchObject([{ bytes: 7 }]);
  });
});
