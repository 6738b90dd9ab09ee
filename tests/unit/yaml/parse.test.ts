import { describe, expect, it } from 'vitest';
import { parseStream } from '../../../server/src/yaml/parse.ts';
import { data, read, yaml } from './helpers.ts';

/** The value and the text of the scalar behind `a`. */
function scalar(text: string): unknown[] {
  const node = read(`a: ${text}\n`).node(['a']);
  return node?.kind === 'scalar' ? [node.value, node.text] : [node?.kind];
}

describe('single values', () => {
  it.each([
    ['x y', 'x y', 'x y'],
    ['007', 7, '007'],
    ['1e3', 1000, '1e3'],
    ['0x1F', 31, '0x1F'],
    ['0o17', 15, '0o17'],
    ['1_000', '1_000', '1_000'],
    ['123456789012345678901', 123456789012345680000, '123456789012345678901'],
    ['true', true, 'true'],
    ['yes', 'yes', 'yes'],
    ['on', 'on', 'on'],
    ['~', null, '~'],
    ['', null, ''],
    ['2027-01-31', '2027-01-31', '2027-01-31'],
    ['12:30', '12:30', '12:30'],
    ['"007"', '007', '007'],
    ["'it''s'", "it's", "it's"],
    ['"a\\n\\u00e9"', 'a\né', 'a\né'],
    ['one\n  two', 'one two', 'one two'],
    ['|\n  one\n  two', 'one\ntwo\n', 'one\ntwo\n'],
    ['>-\n  one\n  two', 'one two', 'one two'],
    ['!!str 12', '12', '12'],
    ['!!int "12"', 12, '12'],
    ['!secret 12', '12', '12'],
    ['!!timestamp 2027-01-31', '2027-01-31', '2027-01-31'],
    ['!!binary aGk=', 'aGk=', 'aGk='],
  ])('%j', (text, value, source) => {
    expect(scalar(text)).toEqual([value, source]);
    expect(read(`a: ${text}\n`).problems).toEqual([]);
  });

  it('are plain only without quotes', () => {
    const plain = (text: string): unknown => {
      const node = read(text).root;
      return node?.kind === 'scalar' && node.plain;
    };
    expect([plain('x'), plain('"x"'), plain('|\n x')]).toEqual([true, false, false]);
  });
});

describe('keys', () => {
  it('are the texts as written, safe whatever they are', () => {
    const root = read('__proto__: 1\nconstructor: 2\n007: 3\n"q": 4\n? [x, y]\n: 5\n: 6\n').root;
    expect(root?.kind === 'map' && [...root.entries.keys()]).toEqual([
      '__proto__',
      'constructor',
      '007',
      'q',
      '[x, y]',
      '',
    ]);
  });

  it('given twice count once, and the second is a problem', () => {
    const document = read('a: 1\nb:\n  c: 1\n  c: 2\n  c: 3\na: 4\n');
    expect(data(document.root)).toEqual({ a: 1, b: { c: 1 } });
    expect(document.problems).toEqual([
      { code: 'duplicate-key', key: 'c', at: ['b', 'c'], nth: 1, first: { start: 10, end: 11 }, start: 17, end: 18 },
      { code: 'duplicate-key', key: 'c', at: ['b', 'c'], nth: 2, first: { start: 10, end: 11 }, start: 24, end: 25 },
      { code: 'duplicate-key', key: 'a', at: ['a'], nth: 1, first: { start: 0, end: 1 }, start: 29, end: 30 },
    ]);
  });

  it('are found twice without taking longer and longer', () => {
    const text = Array.from({ length: 20_000 }, (_, i) => `key-${i}: 1`).join('\n');
    expect(read(`${text}\nkey-7: 2`).problems).toHaveLength(1);
  });
});

describe('merge keys', () => {
  it('bring in what the map does not say itself', () => {
    const document = read(yaml`
      base: &base { a: 1, b: 1 }
      other: &other { b: 2, c: 2 }
      one:
        <<: *base
        b: own
      both:
        <<: [*base, *other]
      inline: { <<: { x: 1 }, y: 2 }
      quoted: { "<<": *base }
    `);
    expect(document.problems).toEqual([]);
    expect(data(document.node(['one']))).toEqual({ b: 'own', a: 1 });
    expect(data(document.node(['both']))).toEqual({ a: 1, b: 1, c: 2 });
    expect(data(document.node(['inline']))).toEqual({ x: 1, y: 2 });
    expect(data(document.node(['quoted']))).toEqual({ '<<': { a: 1, b: 1 } });
  });

  it('mark their entries, which lie where the alias stands', () => {
    const one = read('b: &b { a: 1 }\none:\n  <<: *b\n').node(['one']);
    const entry = one?.kind === 'map' ? one.entries.get('a') : undefined;
    expect(entry).toMatchObject({
      merged: true,
      keySpan: { start: 26, end: 28 },
      node: { start: 26, end: 28, aliased: true },
    });
  });

  it('are ordinary keys when there is no map to bring in', () => {
    expect(data(read('<<: text\n').root)).toEqual({ '<<': 'text' });
  });
});

describe('aliases', () => {
  it('stand for what their anchor holds', () => {
    const document = read('a: &x [1, { b: 2 }]\nc: *x\n? &k key\n: 1\nd: { *k : 2 }\n');
    expect(data(document.root)).toEqual({ a: [1, { b: 2 }], c: [1, { b: 2 }], key: 1, d: { key: 2 } });
    expect(document.node(['c', 1, 'b'])).toMatchObject({ aliased: true, start: 23, end: 25 });
    expect(document.node(['a', 1, 'b'])?.aliased).toBeUndefined();
  });

  it('mean the nearest anchor above', () => {
    expect(data(read('a: &x 1\nb: *x\nc: &x 2\nd: *x\n').root)).toEqual({ a: 1, b: 1, c: 2, d: 2 });
  });

  it('without an anchor are a problem', () => {
    expect(read('a: *x\n').problems).toEqual([
      { code: 'syntax', reason: 'no anchor &x stands above this alias', start: 3, end: 5 },
    ]);
  });
});

describe('documents of a stream', () => {
  const text = '# nothing yet\n---\n%no directive\n...\n%YAML 1.2\n---\na: 1\n...\n---\n---\n# nothing\n---\n- b';
  it('are those that hold something', () => {
    const { documents } = parseStream('# first\na: 1\n---\n# nothing\n---\nb: 2\n...\n---\n...\n%YAML 1.2\n---\n- c');
    expect(documents.map((document) => data(document.root))).toEqual([{ a: 1 }, { b: 2 }, ['c']]);
    expect(documents.map((document) => document.index)).toEqual([0, 1, 2]);
  });

  it('lie one behind the other in the text', () => {
    let last = 0;
    for (const { extent, root } of parseStream(text).documents) {
      expect(extent.start).toBeGreaterThanOrEqual(last);
      expect(extent.end).toBeGreaterThanOrEqual(root?.end ?? 0);
      last = extent.end;
    }
    expect(last).toBe(text.length);
  });

  it('may be none', () => {
    for (const empty of ['', '\n', '# hi', '---', '---\n...\n', '\ufeff', '%YAML 1.2\n']) {
      expect(parseStream(empty)).toMatchObject({ documents: [], problems: [] });
    }
  });

  it('are always read as YAML 1.2', () => {
    expect(data(read('%YAML 1.1\n---\na: yes\nb: 010\n').root)).toEqual({ a: 'yes', b: 10 });
  });
});

describe('comments', () => {
  const comments = (text: string): string[] =>
    parseStream(text)
      .comments()
      .map((comment) => comment.text);

  it('are found wherever they stand', () => {
    expect(
      comments('# one\na: 1 # two\nb: [ # three\n  x # four\n]\nc: | # five\n  text\n# six\n---\n# seven'),
    ).toEqual(['one', 'two', 'three', 'four', 'five', 'six', 'seven'].map((word) => `# ${word}`));
  });

  it('are not the # inside of texts', () => {
    expect(comments('a: "x # y"\nb: x#y\nc: |\n  # z\n\nd: \'#\'\ne: http://x#y\n')).toEqual([]);
  });

  it('have their place', () => {
    const [comment] = parseStream('a: "😀" # é\r\n').comments();
    expect(comment).toEqual({ text: '# é', start: 8, end: 11 });
  });
});
