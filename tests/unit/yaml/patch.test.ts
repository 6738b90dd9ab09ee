import { describe, expect, it } from 'vitest';
import type { Patch } from '../../../server/src/yaml/node.ts';
import { patched, yaml } from './helpers.ts';

/** One row: a name, the text before, what is asked for, and the text after. */
type Row = readonly [name: string, before: string, patch: Patch | readonly Patch[], after: string];

function table(rows: readonly Row[]): void {
  for (const [name, before, patch, after] of rows) {
    it(name, () => {
      expect(patched(before, Array.isArray(patch) ? patch : [patch as Patch])).toBe(after);
    });
  }
}

const set = (at: string, value: unknown, more: Partial<Patch> = {}): Patch =>
  ({ op: 'set', at: path(at), value, ...more }) as Patch;
const append = (at: string, value: unknown, more: Partial<Patch> = {}): Patch =>
  ({ op: 'append', at: path(at), value, ...more }) as Patch;
const remove = (at: string, nth?: number): Patch =>
  nth === undefined ? { op: 'remove', at: path(at) } : { op: 'remove', at: path(at), nth };
const rename = (at: string, key: string): Patch => ({ op: 'rename', at: path(at), key });

function path(dotted: string): (string | number)[] {
  return dotted === '' ? [] : dotted.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}

describe('setting a new field', () => {
  table([
    ['goes below the last field of the map', 'a: 1\n', set('b', 2), 'a: 1\nb: 2\n'],
    ['needs no line end at the end of the text', 'a: 1', set('b', 2), 'a: 1\nb: 2'],
    ['keeps CRLF', 'a: 1\r\nb:\r\n  c: 2\r\n', set('b.d', 3), 'a: 1\r\nb:\r\n  c: 2\r\n  d: 3\r\n'],
    ['ends as the line above does', 'a: 1\nb:\r\n  c: 2\r\n', set('b.d', 3), 'a: 1\nb:\r\n  c: 2\r\n  d: 3\r\n'],
    ['keeps a lone CR', 'a: 1\rb: 2\r', set('c', 3), 'a: 1\rb: 2\rc: 3\r'],
    ['leaves a byte order mark alone', '\ufeffa: 1\n', set('b', 2), '\ufeffa: 1\nb: 2\n'],
    ['stands behind a comment at the end of the last line', 'a: 1 # one\n', set('b', 2), 'a: 1 # one\nb: 2\n'],
    [
      'stands before comments and blank lines of what follows',
      yaml`
        customers:
          ann:
            receives: letter

        # What is made
        products:
          letter: A letter
      `,
      set('customers.ann.sees', ['claim']),
      yaml`
        customers:
          ann:
            receives: letter
            sees: [claim]

        # What is made
        products:
          letter: A letter
      `,
    ],
    [
      'stands behind comment lines that belong to the map by their indentation',
      yaml`
        a:
          b: 1
          # the last word about b
        c: 2
      `,
      set('a.d', 3),
      yaml`
        a:
          b: 1
          # the last word about b
          d: 3
        c: 2
      `,
    ],
    [
      'makes the maps on the way, with the indentation of the document',
      yaml`
        a:
            b: 1
      `,
      set('c.d.e', 'x'),
      yaml`
        a:
            b: 1
        c:
            d:
                e: x
      `,
    ],
    [
      'has its comment above it',
      'a:\n  b: 1\n',
      set('a.c', null, { comment: 'who can say?' }),
      'a:\n  b: 1\n  # who can say?\n  c:\n',
    ],
    [
      'may be a whole scaffold with empty slots',
      'customers:\n  ann: {}\n  bob:\n    sees: claim\n',
      set('customers.bob.use_limits', { what: null, told_how: null }),
      'customers:\n  ann: {}\n  bob:\n    sees: claim\n    use_limits:\n      what:\n      told_how:\n',
    ],
    ['works in a map of a list', '- what: x\n- what: y\n', set('0.who', 'ann'), '- what: x\n  who: ann\n- what: y\n'],
    [
      'keeps the dashes of a new list where the others are',
      'a:\n- x\nb: 1\n',
      set('c', [{ d: 1 }, { d: 2 }]),
      'a:\n- x\nb: 1\nc:\n- d: 1\n- d: 2\n',
    ],
    ['follows a block text', 'a: |\n  text\n\n  more\n\n', set('b', 1), 'a: |\n  text\n\n  more\nb: 1\n\n'],
    ['does not touch the blank lines a text keeps', 'a: |+\n  text\n\n', set('b', 1), 'a: |+\n  text\n\nb: 1\n'],
    ['follows a text over several lines', 'a: one\n  two\n', set('b', 1), 'a: one\n  two\nb: 1\n'],
    [
      'goes below a merge key',
      'a: &a { x: 1 }\nb:\n  <<: *a\n',
      set('b.w', 2),
      'a: &a { x: 1 }\nb:\n  <<: *a\n  w: 2\n',
    ],
    ['quotes what needs it', 'a: 1\n', set('on', 'no: yes'), 'a: 1\n"on": "no: yes"\n'],
  ]);
});

describe('setting below nothing', () => {
  table([
    ['fills a bare key', 'handlers:\nb: 1\n', set('handlers.does', 'x'), 'handlers:\n  does: x\nb: 1\n'],
    ['fills a bare key with a value on its line', 'handlers:\nb: 1\n', set('handlers', 'x'), 'handlers: x\nb: 1\n'],
    ['keeps a comment behind the key', 'a: # later\nb: 1\n', set('a', 'x'), 'a: x # later\nb: 1\n'],
    ['keeps a comment above the new map', 'a: # later\nb: 1\n', set('a.c', 'x'), 'a: # later\n  c: x\nb: 1\n'],
    [
      'keeps comment lines in the section',
      'a:\n  # nobody yet\nb: 1\n',
      set('a.c', 'x'),
      'a:\n  # nobody yet\n  c: x\nb: 1\n',
    ],
    ['takes blanks behind the key away', 'a:  \n', set('a', 1), 'a: 1\n'],
    ['fills an empty element', '- \n- b\n', set('0', 'a'), '- a\n- b\n'],
    ['fills an empty element with a map', '-\n- b\n', set('0', { a: 1, c: 2 }), '- a: 1\n  c: 2\n- b\n'],
    ['fills {}', 'a: {}\n', set('a.b', 1), 'a: { b: 1 }\n'],
    ['fills a root of {}', '{}\n', set('b', 1), '{ b: 1 }\n'],
    ['replaces a spelled null', 'a: ~ # none\n', set('a.b', 1), 'a: # none\n  b: 1\n'],
    ['has its comment above the first line', 'a:\n', set('a.b', 1, { comment: 'why' }), 'a:\n  # why\n  b: 1\n'],
  ]);
});

describe('setting in flow style', () => {
  table([
    ['adds to a map on one line', 'a: { b: 1 }\n', set('a.c', 2), 'a: { b: 1, c: 2 }\n'],
    ['keeps tight braces', 'a: {b: 1}\n', set('a.c', 2), 'a: {b: 1, c: 2}\n'],
    ['keeps a comma at the end', 'a: { b: 1, }\n', set('a.c', 2), 'a: { b: 1, c: 2, }\n'],
    ['leaves an empty slot', 'a: { b: 1 }\n', set('a.c', null), 'a: { b: 1, c: }\n'],
    ['leaves an empty slot in tight braces', 'a: {b: 1}\n', set('a.c', null), 'a: {b: 1, c: }\n'],
    ['follows an empty slot', 'a: { b: }\n', set('a.c', null), 'a: { b: , c: }\n'],
    ['fills an empty slot', 'a: { b: , c: 1 }\n', set('a.b', 'x'), 'a: { b: x, c: 1 }\n'],
    ['fills a key without a colon', 'a: { b, c: 1 }\n', set('a.b', 'x'), 'a: { b: x, c: 1 }\n'],
    ['makes maps on the way', 'a: { b: 1 }\n', set('a.c.d', 2), 'a: { b: 1, c: { d: 2 } }\n'],
    ['quotes what brackets need', 'a: { b: 1 }\n', set('a.c', 'x, y'), 'a: { b: 1, c: "x, y" }\n'],
    [
      'adds a line where the entries have lines of their own',
      'a: {\n  b: 1, # one\n  c: 2 # two\n}\n',
      set('a.d', 3),
      'a: {\n  b: 1, # one\n  c: 2, # two\n  d: 3\n}\n',
    ],
    [
      'adds a line below a comma at the end',
      'a: {\n  b: 1,\n}\n',
      set('a.d', 3, { comment: 'why' }),
      'a: {\n  b: 1,\n  # why\n  d: 3,\n}\n',
    ],
    [
      'has its comment at the end of the line',
      'a: { b: 1 }\n',
      set('a.c', 2, { comment: 'why' }),
      'a: { b: 1, c: 2 } # why\n',
    ],
    [
      'has its comment above where a comment is there already',
      'x:\n  a: { b: 1 } # one\n',
      set('x.a.c', 2, { comment: 'why' }),
      'x:\n  # why\n  a: { b: 1, c: 2 } # one\n',
    ],
    ['puts braces around the one pair of a list', 'a: [b: 1]\n', set('a.0.c', 2), 'a: [{ b: 1, c: 2 }]\n'],
    ['writes into braces that hold a comment only', 'a: { # none\n}\n', set('a.b', 1), 'a: { b: 1 # none\n}\n'],
  ]);
});

describe('setting a field of a plain sentence', () => {
  const does = { sentenceField: 'does' } as Partial<Patch>;
  table([
    [
      'turns the sentence into a field',
      'activities:\n  assess: Handlers decide # soon\n  pay: x\n',
      set('activities.assess.performed_by', [], does),
      'activities:\n  assess:\n    does: Handlers decide # soon\n    performed_by: []\n  pay: x\n',
    ],
    ['calls it description when nothing is said', 'a: "x: y"\n', set('a.b', 1), 'a:\n  description: "x: y"\n  b: 1\n'],
    ['in an element of a list', '- Do it\n- x\n', set('0.who', 'ann', does), '- does: Do it\n  who: ann\n- x\n'],
    ['below its key', 'a:\n  Do it\nb: 1\n', set('a.who', 'ann', does), 'a:\n  does: Do it\n  who: ann\nb: 1\n'],
    [
      'in flow style',
      'a: { b: Do it, c: 1 }\n',
      set('a.b.who', 'ann', does),
      'a: { b: { does: Do it, who: ann }, c: 1 }\n',
    ],
    [
      'moves a block text',
      'a: |\n  One\n\n  two\nb: 1\n',
      set('a.c', 1),
      'a:\n  description: |\n    One\n\n    two\n  c: 1\nb: 1\n',
    ],
    ['moves a text over several lines', 'a: One\n  two\n', set('a.c', 1), 'a:\n  description: One\n    two\n  c: 1\n'],
    ['replaces the sentence itself', 'a: Do it\n', set('a.does', 'Do that', does), 'a: Do that\n'],
    [
      'twice at the same item',
      'a: Do it\n',
      [set('a.b', 1), set('a.c', 2)],
      'a:\n  description: Do it\n  b: 1\n  c: 2\n',
    ],
  ]);
});

describe('replacing a value', () => {
  table([
    ['changes its own text only', 'a: 1 # one\nb: 2\n', set('a', 'x'), 'a: x # one\nb: 2\n'],
    ['takes the tag along', 'a: !!str 1 # one\n', set('a', 2), 'a: 2 # one\n'],
    ['puts a map below the key', 'a: 1 # one\nb: 2\n', set('a', { c: 1 }), 'a: # one\n  c: 1\nb: 2\n'],
    [
      'puts a single value for a map',
      'a:\n  # about c\n  c: 1\n  d: 2\nb: 2\n',
      set('a', 'x'),
      'a: x\n  # about c\nb: 2\n',
    ],
    ['puts a map for a map', 'a:\n  c: 1\nb: 2\n', set('a', { d: 1, e: 2 }), 'a:\n  d: 1\n  e: 2\nb: 2\n'],
    ['empties a slot', 'a: 1 # one\n', set('a', null), 'a: # one\n'],
    ['in flow style', 'a: { b: [1, 2], c: 1 }\n', set('a.b', 'x'), 'a: { b: x, c: 1 }\n'],
    ['in a list', '- a\n- b # two\n', set('1', 'c'), '- a\n- c # two\n'],
    ['replaces a block text', 'a: |\n  One\n  two\n\nb: 1\n', set('a', 'x'), 'a: x\n\nb: 1\n'],
  ]);
});

describe('appending', () => {
  table([
    ['makes the list', 'a:\n  b: 1\n', append('a.c', 'x'), 'a:\n  b: 1\n  c: [x]\n'],
    ['makes the list of maps', 'a: 1\n', append('c', { x: 1, w: 2 }), 'a: 1\nc:\n  - x: 1\n    w: 2\n'],
    ['fills a bare key', 'a:\n', append('a', 'x'), 'a: [x]\n'],
    ['adds a dash', 'a:\n  - x # one\n\nb: 1\n', append('a', 'w'), 'a:\n  - x # one\n  - w\n\nb: 1\n'],
    [
      'adds a dash where the dashes are',
      'a:\n- x\nb: 1\n',
      append('a', { c: 1, d: 2 }),
      'a:\n- x\n- c: 1\n  d: 2\nb: 1\n',
    ],
    ['has its comment above the dash', '- x\n', append('', 'w', { comment: 'why' }), '- x\n# why\n- w\n'],
    ['adds between brackets', 'a: [x] # one\n', append('a', 'w'), 'a: [x, w] # one\n'],
    ['adds to []', 'a: []\n', append('a', 'w'), 'a: [w]\n'],
    ['adds to brackets over several lines', 'a: [\n  x,\n  y\n]\n', append('a', 'z'), 'a: [\n  x,\n  y,\n  z\n]\n'],
    ['makes a list of a single value', 'a: x # one\n', append('a', 'w'), 'a: [x, w] # one\n'],
    ['with dashes where brackets cannot hold it', 'a: x, y\nb: 1\n', append('a', 'z'), 'a:\n  - x, y\n  - z\nb: 1\n'],
    ['with dashes for a block text', 'a: |\n  x\nb: 1\n', append('a', 'z'), 'a:\n  - |\n    x\n  - z\nb: 1\n'],
    [
      'makes a list of a single map',
      'a:\n  b: 1\n  c: 2\nd: 1\n',
      append('a', { b: 3 }),
      'a:\n  - b: 1\n    c: 2\n  - b: 3\nd: 1\n',
    ],
    ['makes a list of a single map in braces', 'a: { b: 1 }\n', append('a', { b: 3 }), 'a: [{ b: 1 }, { b: 3 }]\n'],
    ['twice', 'a:\n  - x\n', [append('a', 'w'), append('a', 'z')], 'a:\n  - x\n  - w\n  - z\n'],
    ['twice to an absent list', 'a: 1\n', [append('b', 'w'), append('b', 'z')], 'a: 1\nb: [w, z]\n'],
  ]);
});

describe('renaming', () => {
  table([
    ['changes the key only', 'a : 1 # one\n', rename('a', 'b'), 'b : 1 # one\n'],
    ['keeps quotes', '"a": 1\n', rename('a', 'b'), '"b": 1\n'],
    ['adds quotes where needed', 'a: { b: 1 }\n', rename('a.b', 'x, y'), 'a: { "x, y": 1 }\n'],
  ]);

  it('is not possible to a name that is there already, or in a list', () => {
    expect(patched('a: 1\nb: 2\n', [rename('a', 'b')])).toBeUndefined();
    expect(patched('- a\n', [rename('0', 'b')])).toBeUndefined();
  });
});

describe('removing', () => {
  table([
    ['takes the whole line', 'a: 1 # one\nb: 2\n', remove('a'), 'b: 2\n'],
    ['takes the last line', 'a: 1\nb: 2', remove('b'), 'a: 1'],
    ['takes all below', 'a:\n  b:\n    c: 1\n    # d\n  e: 2\n', remove('a.b'), 'a:\n  e: 2\n'],
    ['leaves comments of what follows', 'a: 1\n\n# two\nb: 2\n', remove('a'), '\n# two\nb: 2\n'],
    ['leaves a bare section', 'a:\n  # about\n  b: 1\nc: 2\n', remove('a.b'), 'a:\n  # about\nc: 2\n'],
    ['leaves an empty list', 'a:\n  - b # x\nc: 2\n', remove('a.0'), 'a: []\nc: 2\n'],
    ['leaves an empty root', 'a: 1\n', remove('a'), '{}\n'],
    ['takes an element', '- a\n- b:\n  - c\n- d\n', remove('1'), '- a\n- d\n'],
    ['takes the first field behind a dash', '- a: 1 # one\n  # two\n  b: 2\n', remove('0.a'), '- # two\n  b: 2\n'],
    ['takes the only field behind a dash', '- a: 1\n- b\n', remove('0.a'), '- {}\n- b\n'],
    ['takes a comma along', 'a: { b: 1, c: 2, d: 3 }\n', remove('a.c'), 'a: { b: 1, d: 3 }\n'],
    ['takes the first in braces', 'a: { b: 1, c: 2 }\n', remove('a.b'), 'a: { c: 2 }\n'],
    ['takes the last in braces', 'a: { b: 1, c: 2 }\n', remove('a.c'), 'a: { b: 1 }\n'],
    ['takes the last before a comma', 'a: [b, c, ]\n', remove('a.1'), 'a: [b, ]\n'],
    ['takes the only one', 'a: { b: 1 }\n', remove('a.b'), 'a: {}\n'],
    ['takes a line in braces', 'a: {\n  b: 1, # one\n  c: 2 # two\n}\n', remove('a.b'), 'a: {\n  c: 2 # two\n}\n'],
    [
      'takes the last line in braces',
      'a: {\n  b: 1, # one\n  c: 2 # two\n}\n',
      remove('a.c'),
      'a: {\n  b: 1 # one\n}\n',
    ],
    ['takes a repeated key', 'a: 1\nb: 2\na: 3\n', remove('a', 1), 'a: 1\nb: 2\n'],
    ['takes several', '- a\n- b\n- c\n- d\n', [remove('1'), remove('2')], '- a\n- d\n'],
    ['takes several in brackets', '[a, b, c]\n', [remove('0'), remove('1'), remove('2')], '[]\n'],
  ]);
});

/** Another text for the comment of these words; none takes it out. */
function comment(before: string, words: string, text: string | null): Patch {
  const start = before.indexOf(words);
  return { op: 'comment', at: [], span: { start, end: start + words.length }, text };
}

describe('changing a comment', () => {
  const rows: readonly (readonly [name: string, before: string, words: string, text: string | null, after: string])[] =
    [
      ['puts another text in its place', 'a: 1 # one\nb: 2\n', '# one', '# two', 'a: 1 # two\nb: 2\n'],
      ['takes its line along', 'a:\n  # one\n  b: 2\n', '# one', null, 'a:\n  b: 2\n'],
      ['takes the last line along', 'a: 1\n# one', '# one', null, 'a: 1'],
      ['takes the first line along', '\ufeff# one\na: 1\n', '# one', null, '\ufeffa: 1\n'],
      ['leaves what stands before it', 'a: 1 \t # one\nb: 2\n', '# one', null, 'a: 1\nb: 2\n'],
      ['keeps CRLF', 'a: 1 # one\r\n# two\r\nb: 2\r\n', '# two', null, 'a: 1 # one\r\nb: 2\r\n'],
      ['works inside brackets', 'a: [1, # one\n  2]\n', '# one', null, 'a: [1,\n  2]\n'],
    ];
  it.each(rows)('%s', (_name, before, words, text, after) => {
    expect(patched(before, [comment(before, words, text)])).toBe(after);
  });

  it('goes together with other patches', () => {
    const before = '# one\n# two\na: 1 # three\n';
    const changes = [set('b', 2), comment(before, '# two', null), comment(before, '# one', null), rename('a', 'c')];
    expect(patched(before, changes)).toBe('c: 1 # three\nb: 2\n');
  });

  it.each([
    ['no comment begins there', 'a: "# one"\n', '# one', null],
    ['the new text is none', 'a: 1 # one\n', '# one', 'two'],
    ['the new text has two lines', 'a: 1 # one\n', '# one', '# two\n# three'],
    ['it belongs to another document', 'a: 1\n---\nb: 1 # one\n', '# one', null],
  ])('is not possible where %s', (_why, before, words, text) => {
    expect(patched(before, [comment(before, words, text)])).toBeUndefined();
  });
});

describe('several patches', () => {
  table([
    [
      'into one new map',
      'x: 1\n',
      [set('a.b.c', 1), set('a.b.d', 2), set('a.e', 3)],
      'x: 1\na:\n  b:\n    c: 1\n    d: 2\n  e: 3\n',
    ],
    [
      'in different places',
      'a:\n  x: 1\nb:\n  w: 2\n',
      [set('b.z', 1), set('a.z', 1)],
      'a:\n  x: 1\n  z: 1\nb:\n  w: 2\n  z: 1\n',
    ],
    ['of different kinds', 'a: 1\nb: 2\nc: 3\n', [remove('b'), rename('a', 'x'), set('d', 4)], 'x: 1\nc: 3\nd: 4\n'],
  ]);
});

describe('documents of a stream', () => {
  const text = 'a: 1\n# end\n---\nb: 2\n...\n---\nc: 3\n';
  it('are edited each on its own', () => {
    expect(patched(text, [set('x', 1)], 0)).toBe('a: 1\nx: 1\n# end\n---\nb: 2\n...\n---\nc: 3\n');
    expect(patched(text, [set('x', 1)], 1)).toBe('a: 1\n# end\n---\nb: 2\nx: 1\n...\n---\nc: 3\n');
    expect(patched(text, [set('x', 1)], 2)).toBe('a: 1\n# end\n---\nb: 2\n...\n---\nc: 3\nx: 1\n');
  });
});

describe('what is tied to other places', () => {
  it('is never changed', () => {
    const text = 'a: &a\n  x: { y: 1 }\nb: *a\nc:\n  <<: *a\n  own: 1\n';
    expect(patched(text, [set('b.z', 1)])).toBeUndefined();
    expect(patched(text, [set('c.x.z', 1)])).toBeUndefined();
    expect(patched(text, [set('a.z', 1)])).toBeUndefined();
    expect(patched(text, [remove('a')])).toBeUndefined();
    expect(patched(text, [set('c.z', 1)])).toContain('  own: 1\n  z: 1\n');
    expect(patched(text, [remove('b')])).toBe('a: &a\n  x: { y: 1 }\nc:\n  <<: *a\n  own: 1\n');
  });
});

it('broken text is not edited', () => {
  expect(patched('a: [1\nb: 2\n', [set('c', 1)])).toBeUndefined();
});
