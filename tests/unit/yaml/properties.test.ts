import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span, YamlNode } from '../../../server/src/yaml/node.ts';
import { parseStream } from '../../../server/src/yaml/parse.ts';
import { description, hand, write } from './arbitraries.ts';

const runs = { numRuns: Number(process.env.FUZZ_RUNS ?? 200) };

/** Pieces that YAML is sensitive to, in any order. */
const pieces = fc.constantFrom(
  ...[
    'a',
    'b: ',
    '- ',
    '? ',
    ': ',
    ':',
    '[',
    ']',
    '{',
    '}',
    ', ',
    '"',
    "'",
    '|\n',
    '>-\n',
    '&a ',
    '*a',
    '<<: ',
    '!t ',
    '#',
    ' # c',
  ],
  ...[
    '\n',
    '\n  ',
    '\n    ',
    '\r\n',
    '\r',
    '\t',
    ' ',
    '---\n',
    '...\n',
    '%YAML 1.1\n',
    '\0',
    '\u0002',
    '\u001f',
    '\ufeff',
    'é',
    '😀',
    '\\',
  ],
);
const broken = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(pieces, { maxLength: 40 }).map((all) => all.join('')),
  fc.tuple(description, hand, fc.nat(), fc.array(pieces, { maxLength: 2 })).map(([root, by, cut, put]) => {
    const text = write(root, by);
    const at = cut % (text.length + 1);
    return text.slice(0, at) + put.join('') + text.slice(at + 1);
  }),
);

function spans(node: YamlNode | undefined): Span[] {
  if (!node) return [];
  if (node.kind === 'scalar') return [node];
  if (node.kind === 'list') return [node, ...node.items.flatMap(spans)];
  return [
    node,
    ...[...node.entries.values(), ...(node.repeated ?? [])].flatMap((entry) => [entry.keySpan, ...spans(entry.node)]),
  ];
}

function checkPlaces(source: string | Uint8Array): void {
  const stream = parseStream(source);
  const { text, problems, documents } = stream;
  const inside = ({ start, end }: Span): boolean => 0 <= start && start <= end && end <= text.length;
  const seen = ({ start, end }: Span): boolean => start < end || text === '';
  expect(problems.filter((one) => !inside(one))).toEqual([]);
  expect(stream.comments().filter((one) => !inside(one) || text.slice(one.start, one.end) !== one.text)).toEqual([]);
  for (const document of documents) {
    expect([document.extent, ...spans(document.root)].filter((one) => !inside(one))).toEqual([]);
    expect(document.problems.filter((one) => !inside(one) || !seen(one))).toEqual([]);
    for (let offset = 0; offset <= text.length; offset++)
      expect(inside(document.span(document.placeAt(offset)))).toBe(true);
  }
}

describe('whatever is read', () => {
  it('any text gives a stream with all places inside of it', () => {
    fc.assert(fc.property(broken, checkPlaces), runs);
  });

  it('any bytes do', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 60 }), checkPlaces), runs);
  });

  it('one piece over and over ends soon', () => {
    fc.assert(
      fc.property(fc.array(pieces, { minLength: 1, maxLength: 3 }), (some) => {
        const begin = performance.now();
        parseStream(some.join('').repeat(3_000));
        expect(performance.now() - begin).toBeLessThan(3_000);
      }),
      { numRuns: 40 },
    );
  });
});
