import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { everySheet, fixture } from '../helpers/collection.ts';

/** A file as somebody leaves it behind: what it is called, its text at first, and the text after each change. */
export interface Draft {
  readonly file: string;
  readonly texts: readonly string[];
  /** Places to ask about, as numbers to be brought within the text. */
  readonly places: readonly number[];
}

/** Pieces that YAML, or the format, is sensitive to. */
const PIECES = [
  ...[
    '\n',
    '\n  ',
    '\n    ',
    '\r\n',
    '\r',
    '\t',
    ' ',
    '- ',
    '? ',
    ': ',
    ':',
    ',',
    ', ',
    '[',
    ']',
    '{',
    '}',
    '{}',
    '[]',
  ],
  ...[
    '"',
    "'",
    '|',
    '>-',
    '|\n  x',
    '&a ',
    '*a',
    '<<: *a',
    '!t ',
    '!!binary ',
    '#',
    ' # ',
    '\n---\n',
    '\n...\n',
    '%YAML 1.1\n',
  ],
  ...[
    'kind: project-charter',
    'waivers:',
    '  defaults: ',
    'TBD',
    'unknown',
    'none',
    'does not apply',
    '2026-02-30',
    '9e999',
    '0x1F',
  ],
  ...[
    '# worksec-ignore',
    '# worksec-ignore-file information',
    'constructor',
    '__proto__: ',
    'toString',
    'ignored.yaml#b',
  ],
  ...['\0', '\u001b[31m', '\ufeff', '\u2028', '\u202e', '\ud800', 'é', '😀', '\\', '~', 'null', 'yes', '1_000'],
] as const;

const fixesIn = fixture('fixes');

/** Where changes begin: every sample and fixture, files before and after their fixes, settings, and nothing at all. */
const CORPUS: readonly { readonly file: string; readonly text: string }[] = [
  ...everySheet.map(({ file, text }) => ({ file, text })),
  ...readdirSync(fixesIn).map((file) => ({ file, text: readFileSync(join(fixesIn, file), 'utf8') })),
  {
    file: 'worksec.config.yaml',
    text: 'sensitive_from: internal\nseverity: { governance: off, own/x: hint }\nignore: [old/]\nrules:\n  - id: own/x\n    question: Who owns {name}?\n    why: So that somebody does\n    for: information\n    where: { sensitivity: confidential }\n    answer: owner\n',
  },
  { file: 'empty.work-system.yaml', text: '' },
  { file: 'empty.charter.yaml', text: '' },
];

type Change = (text: string) => string;

const within = (text: string, place: number): number => place % (text.length + 1);
const put = (text: string, at: number, taken: number, piece: string): string =>
  text.slice(0, at) + piece + text.slice(at + taken);

const place = fc.nat({ max: 100_000 });
const stretch = fc.nat({ max: 60 });

const changes: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(place, fc.constantFrom(...PIECES)).map(
    ([at, piece]): Change =>
      (text) =>
        put(text, within(text, at), 0, piece),
  ),
  fc.tuple(place, stretch, fc.constantFrom('', '', ...PIECES)).map(
    ([at, taken, piece]): Change =>
      (text) =>
        put(text, within(text, at), taken, piece),
  ),
  fc.tuple(place, fc.string({ unit: 'binary', maxLength: 8 })).map(
    ([at, piece]): Change =>
      (text) =>
        put(text, within(text, at), 0, piece),
  ),
  // A stretch of this text, or of another one, once more somewhere else.
  fc.tuple(place, place, stretch).map(
    ([from, to, length]): Change =>
      (text) =>
        put(text, within(text, to), 0, text.slice(within(text, from), within(text, from) + length)),
  ),
  fc.tuple(fc.constantFrom(...CORPUS), place, place, fc.nat({ max: 400 })).map(
    ([{ text: other }, from, to, length]): Change =>
      (text) =>
        put(text, within(text, to), 0, other.slice(within(other, from), within(other, from) + length)),
  ),
  // Lines move in, out, up and away.
  fc.tuple(place, fc.nat({ max: 4 }), fc.constantFrom('', ' ', '  ', '\t', '- ', '# ')).map(
    ([at, away, indent]): Change =>
      (text) => {
        const lines = text.split('\n');
        const line = at % lines.length;
        lines[line] = indent + lines[line]!.slice(away);
        return lines.join('\n');
      },
  ),
  fc.tuple(place, place).map(
    ([one, other]): Change =>
      (text) => {
        const lines = text.split('\n');
        const [a, b] = [one % lines.length, other % lines.length];
        [lines[a], lines[b]] = [lines[b]!, lines[a]!];
        return lines.join('\n');
      },
  ),
  {
    arbitrary: place.map(
      (at): Change =>
        (text) =>
          text.slice(0, within(text, at)),
    ),
    weight: 1,
  },
  {
    arbitrary: fc.constantFrom<Change>(
      (text) => text.replaceAll('\n', '\r\n'),
      (text) => text.replaceAll('\n', '\r'),
    ),
    weight: 1,
  },
);

const places = fc.array(place, { minLength: 1, maxLength: 3 });

/** A file of the corpus after a few changes. */
export const changedFile: fc.Arbitrary<Draft> = fc
  .record({ begin: fc.constantFrom(...CORPUS), done: fc.array(changes, { minLength: 1, maxLength: 6 }), places })
  .map(({ begin, done, ...rest }) => {
    const texts = [begin.text];
    for (const change of done) texts.push(change(texts.at(-1)!).slice(0, 60_000));
    return { file: begin.file, texts, ...rest };
  });

/** A file that is nothing but pieces. */
export const pieces: fc.Arbitrary<Draft> = fc
  .record({
    begin: fc.constantFrom('', 'kind: work-system\nformat: 1\n', 'kind: project-charter\nactivities: ', 'waivers:\n- '),
    some: fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }),
    places,
  })
  .map(({ begin, some, ...rest }) => ({
    file: begin.includes('charter') ? 'pieces.charter.yaml' : 'pieces.work-system.yaml',
    texts: [begin, begin + some.join('')],
    ...rest,
  }));

/** The bytes of a file of the corpus, some of them others; or any bytes. */
export const bytes: fc.Arbitrary<{ file: string; source: Uint8Array; places: readonly number[] }> = fc
  .record({
    begin: fc.constantFrom(...CORPUS),
    changed: fc.array(fc.tuple(place, fc.nat({ max: 255 })), { maxLength: 8 }),
    any: fc.option(fc.uint8Array({ maxLength: 400 })),
    mark: fc.constantFrom([], [0xef, 0xbb, 0xbf], [0xff, 0xfe], [0xfe, 0xff], [0, 0, 0xfe, 0xff]),
    places,
  })
  .map(({ begin, changed, any, mark, ...rest }) => {
    const source = Uint8Array.from([...mark, ...(any ?? new TextEncoder().encode(begin.text))]);
    for (const [at, byte] of changed) if (source.length > 0) source[at % source.length] = byte;
    return { file: begin.file, source, ...rest };
  });
