import { cut } from '../../server/src/yaml/chunks.ts';
import type { TextEdit } from '../../server/src/yaml/node.ts';

/** Numbers that only look like chance, the same for the same start. */
export function chance(start: number): (below: number) => number {
  let state = start >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** What people type, and what makes YAML mean something else. */
const WORDS = [
  ...[
    'a',
    'x',
    ' ',
    '  ',
    '\n',
    '\n  ',
    '\n    ',
    '\n\n',
    ':',
    ': ',
    '-',
    '- ',
    '\n  - ',
    '\n- ',
    '#',
    ' # note',
    '\n# note',
  ],
  ...[
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    ',',
    '|',
    '>',
    '|\n',
    '>-\n',
    '|2\n',
    '|+\n',
    '\t',
    '\n\t',
    '\r\n',
    '\r',
    '---',
    '\n---\n',
    '...',
  ],
  ...[
    '&a',
    '&a ',
    '*a',
    '*a ',
    '<<: ',
    '<<: *a',
    '!tag ',
    '%YAML 1.2\n',
    '? ',
    '@',
    '`',
    '~',
    'null',
    'yes',
    '\\',
    '\\"',
    "''",
  ],
  ...[
    '\n  new-item:',
    '\n  new-item: A sentence',
    '\nroles:',
    '\nnotes: |\n  one\n  two',
    'TBD',
    '2027-01-01',
    '[]',
    '{}',
    'ä',
    '😀',
    '\u0085',
  ],
];

/** A random edit: typing, deleting, indenting, copying, and broken halves of lines. */
export function randomEdit(text: string, below: (most: number) => number): TextEdit {
  const at = below(text.length + 1);
  const line = text.lastIndexOf('\n', at - 1) + 1;
  const next = text.indexOf('\n', at);
  const end = next < 0 ? text.length : next;
  switch (below(12)) {
    case 0:
      return { start: at, end: Math.min(text.length, at + 1 + below(3)), newText: '' };
    case 1:
      return { start: at, end, newText: '' };
    case 2:
      return { start: line, end: Math.min(end + 1, text.length), newText: '' };
    case 3:
      return { start: line, end: line, newText: ' '.repeat(1 + below(4)) };
    case 4: {
      const blanks = /^ */.exec(text.slice(line, end))![0].length;
      return { start: line, end: line + Math.min(blanks, 1 + below(4)), newText: '' };
    }
    case 5:
      return { start: line, end: line, newText: text.slice(line, Math.min(end + 1, text.length)) };
    case 6: {
      const from = below(text.length + 1);
      return { start: at, end: at, newText: text.slice(from, from + below(60)) };
    }
    case 7:
      return { start: at, end: Math.min(text.length, at + below(80)), newText: '' };
    default:
      return {
        start: at,
        end: below(4) === 0 ? Math.min(text.length, at + 1) : at,
        newText: WORDS[below(WORDS.length)]!,
      };
  }
}

/** Some sections of a text with some of their items: small enough to be read thousands of times. */
export function excerpt(text: string, below: (most: number) => number): string {
  const { sections } = cut(text) ?? { sections: [] };
  const few = sections.filter(
    ({ head }) => /^(?:kind|format|defaults|waivers|work_system):/.test(text.slice(head.start)) || below(4) === 0,
  );
  return few
    .map(({ head, items }) => {
      const some = items.filter(() => below(items.length + 1) < 3);
      return [head, ...some].map(({ start, end }) => text.slice(start, end)).join('');
    })
    .join('');
}

/** What a value may be, so that an edit makes it mean something else. */
const VALUES = [
  ...['restricted', 'public', 'speed', 'none', 'true', 'false', '~', 'yes', 'TBD', '2020-01-01', '2030-01-01'],
  ...['done regularly', 'appropriate measures, etc.', 'not-there', 'every 3 months', 'removed cause', '0'],
];

/** A random edit of one value: a letter more, or another word, which may be that of another field of the text. */
export function wordEdit(text: string, below: (most: number) => number): TextEdit | undefined {
  const values = [...text.matchAll(/(?<=: |- )[^\s#{}[\]|>&*!][^\n#]{0,60}$/gm)];
  const value = values[below(values.length)];
  if (!value) return undefined;
  const end = value.index + value[0].length;
  if (below(3) === 0) return { start: end, end, newText: 'e' };
  const newText = below(2) === 0 ? values[below(values.length)]![0] : VALUES[below(VALUES.length)]!;
  return { start: value.index, end, newText };
}

/** Every text that random edits of excerpts lead to. It is told whether the next edit should rather be taken back. */
export function* writing(
  texts: readonly string[],
  most: number,
  seed: number,
): Generator<{ text: string; begins: boolean }, void, boolean> {
  const below = chance(seed);
  for (let done = 0; done < most; ) {
    let text = excerpt(texts[below(texts.length)]!, below);
    const past: string[] = [];
    let isBroken = yield { text, begins: true };
    for (let step = 0; step < 25 && done < most; step++, done++) {
      past.push(text);
      const { start, end, newText } = (below(3) === 0 && wordEdit(text, below)) || randomEdit(text, below);
      const undoes = below(isBroken ? 2 : 6) === 0;
      text = undoes ? past[below(past.length)]! : text.slice(0, start) + newText + text.slice(end);
      isBroken = yield { text, begins: false };
    }
  }
}
