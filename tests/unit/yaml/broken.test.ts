import { describe, expect, it } from 'vitest';
import { parseStream } from '../../../server/src/yaml/parse.ts';
import { data, read } from './helpers.ts';

/** The one problem of a text, as the text it underlines and the reason. */
function problem(text: string): unknown[] {
  return read(text).problems.map((one) => [
    text.slice(one.start, one.end),
    one.code === 'syntax' ? one.reason : one.code,
  ]);
}

describe('broken text has one problem, in plain words and at a place one can see', () => {
  it.each([
    ['a: [1, 2\nb: 3\n', '[', 'a closing bracket ] is missing'],
    ['a: [1, [2]\n', '[', 'a closing bracket ] is missing'],
    ['a: { b: 1\nc: 2\n', '{', 'a closing bracket } is missing'],
    ['a: 1]\nb: ]\n', ']', 'no opening bracket stands before this ]'],
    ['a: "x\nb: 1\n', '"', 'a closing quotation mark " is missing'],
    ["a: 'x\n", "'", "a closing quotation mark ' is missing"],
    ["a: 'x' y\n", 'y', 'this cannot follow here; a quotation mark, a comma or a colon may be missing'],
    ['a:\n\t- x\n', '\t', 'a tab cannot indent here, use blanks'],
    ['a: b: c\n', 'b', 'a second “: ” on one line; quote the text or put the inner entry on its own line'],
    ['a: 1\n  b: 2\n', 'b', 'this line is indented deeper than the value above it allows'],
    ['a:\n    b: 1\n  c: 2\n', 'c', 'this line is indented differently from its neighbours'],
    ['a:\n  b: 1\n  cc\nd: 1\n', 'cc', 'a colon is missing after this key'],
    ['aa\n  b: 1\n', 'aa', 'a key must stand on one line; a colon or a closing mark may be missing'],
    ['a: [1 2, "x" y]\n', 'y', 'a comma or a colon is missing before this'],
    ['a: [1,, 2]\n', ',', 'nothing stands before this comma'],
    ['a: "\\q"\n', '\\', '\\q means nothing inside double quotes; write \\\\ for a backslash'],
    ['a: @x\n', '@', 'text that begins with @ needs quotes'],
    ['a: `x`\n', '`', 'text that begins with ` needs quotes'],
    ['a: "x"#y\n', '#y', 'a blank is missing before the comment'],
    ['a: | x\n  y\n', 'x', 'only a comment may follow | or > on its line'],
    ['a: &x &y 1\n', '&y', 'a value can have one anchor only'],
    ['--- a: 1\n', 'a', 'the first entry cannot stand on the line of ---'],
    ['}', '}', 'no opening bracket stands before this }'],
  ])('%j', (text, where, reason) => {
    expect(problem(text)).toEqual([[where, reason]]);
  });
});

describe('what can be read is read', () => {
  it.each([
    ['a: 1\nb:\n  c: [x\nd: 2\n', { a: 1, b: { c: ['x'] }, d: 2 }],
    ['a: 1\nb:\n  c: x\n  de\nf: 1\n', { a: 1, b: { c: 'x', de: null }, f: 1 }],
    ['a: 1\nb: "x\n', { a: 1, b: 'x' }],
    ['a: 1\n- b\nc: 2\n', { a: 1 }],
  ])('%j', (text, rest) => {
    const document = read(text);
    expect(document.problems).toHaveLength(1);
    expect(data(document.root)).toMatchObject(rest);
  });

  it('in the other documents too', () => {
    const { documents } = parseStream('a: [\n---\nb: 1\n---\n}\n---\nc: 1\n');
    expect(documents.map((one) => one.problems.length)).toEqual([1, 0, 1, 0]);
    expect(data(documents[1]?.root)).toEqual({ b: 1 });
  });

  it('and a key repeated above is still named', () => {
    expect(problem('a: 1\na: 2\nb: [\nc: 1\nc: 2\n')).toEqual([
      ['a', 'duplicate-key'],
      ['[', 'a closing bracket ] is missing'],
    ]);
  });
});

describe('what is never closed', () => {
  it.each(['a: {b: [ c: d, e: [f] }\r\n', 'a: { b: [ c: d, e: [f] }\r\n\0# the end\r\n'])(
    'ends before both units of a line end: %j',
    (text) => {
      const broken = read(text).node(['a'])!;
      expect(text.slice(broken.start, broken.end)).toMatch(/^\{[^\r\n]*$/);
    },
  );
});

describe('where a line ends with CR and LF', () => {
  it('what has no words stands before both', () => {
    const text = 'kind: work-system\nformat: 1\n? \r\n';
    const { start, end } = read(text).span({ at: [''], part: 'key' });
    expect([start, end, text.slice(start, end)]).toEqual([29, 30, ' ']);
  });

  it('a repeated key without words is told of before both', () => {
    const [problem] = parseStream(': \r\n: ').documents[0]!.problems;
    expect(problem).toMatchObject({ code: 'duplicate-key', start: 1, end: 2 });
  });

  it('a document ends behind both, or before them', () => {
    const text = 'kind: project-charter\nactivities: - \r\n---\n';
    for (const { extent } of parseStream(text).documents)
      for (const end of [extent.start, extent.end]) expect(text.slice(end - 1, end + 1)).not.toBe('\r\n');
  });
});
