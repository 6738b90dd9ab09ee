import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CompletionItem } from 'vscode-languageserver';
import { completions } from '../../../server/src/features/completion/completions.ts';
import { parseStream } from '../../../server/src/yaml/parse.ts';
import { readSample, sampleFiles } from '../../helpers/collection.ts';
import { taken } from '../../helpers/completing.ts';
import { uriOf, worldOf } from '../../helpers/cursor.ts';

const SAMPLES = Object.fromEntries(sampleFiles.map((file) => [file, readSample(file)]));
const WORLD = worldOf(SAMPLES);

/** What is offered at an offset of a text that takes the place of a sample, alone in its folder. */
function offered(file: string, text: string, offset: number): readonly CompletionItem[] {
  const world = text === SAMPLES[file] ? WORLD : worldOf({ [file]: text });
  const { lines } = world.file(uriOf(file))!.stream;
  return completions(world, uriOf(file), lines.position(offset), { snippets: true }).items;
}

/** How many documents of a text cannot be read. */
const broken = (text: string): number =>
  parseStream(text).documents.filter(({ problems }) => problems.some(({ code }) => code !== 'duplicate-key')).length;

/** One offer of each shape: ids and words of the same sort go into the text in the same way. */
const oneOfEach = (items: readonly CompletionItem[]): CompletionItem[] => [
  ...new Map(items.map((item) => [`${item.kind} ${item.textEdit!.newText.replace(/[\w.-]+/g, 'x')}`, item])).values(),
];

function expectNothingBreaks(file: string, text: string, offset: number): void {
  const before = broken(text);
  for (const item of oneOfEach(offered(file, text, offset)))
    expect(broken(taken(text, item)), `${item.label} at ${offset} of ${file}`).toBeLessThanOrEqual(before);
}

const place = fc
  .constantFrom(...sampleFiles)
  .chain((file) => fc.record({ file: fc.constant(file), offset: fc.nat(SAMPLES[file]!.length) }));

describe('completion', () => {
  it('answers at every place of every sample', () => {
    for (const file of sampleFiles)
      for (let offset = 0; offset <= SAMPLES[file]!.length; offset += 11) offered(file, SAMPLES[file]!, offset);
  });

  it('replaces text around the cursor, on its line', () => {
    fc.assert(
      fc.property(place, ({ file, offset }) => {
        const { lines } = WORLD.file(uriOf(file))!.stream;
        const { line, character } = lines.position(offset);
        for (const { textEdit } of offered(file, SAMPLES[file]!, offset)) {
          const { start, end } = (textEdit as { range: { start: typeof at; end: typeof at } }).range;
          const at = { line, character };
          expect([start.line, end.line]).toEqual([line, line]);
          expect(start.character).toBeLessThanOrEqual(character);
          expect(end.character).toBeGreaterThanOrEqual(character);
        }
      }),
      { numRuns: 200, seed: 7 },
    );
  });

  it('leaves a sample readable, whatever is taken', () => {
    fc.assert(
      fc.property(place, ({ file, offset }) => expectNothingBreaks(file, SAMPLES[file]!, offset)),
      { numRuns: 60, seed: 11 },
    );
  });

  it('breaks nothing more where a text ends in the middle', () => {
    fc.assert(
      fc.property(place, ({ file, offset }) => expectNothingBreaks(file, SAMPLES[file]!.slice(0, offset), offset)),
      { numRuns: 25, seed: 13 },
    );
  });

  it('breaks nothing on a new line at any indentation', () => {
    const words = fc.constantFrom(
      '',
      '- ',
      '-',
      'wh',
      '- wh',
      '[',
      '{ ',
      '"',
      "- '",
      'who: ',
      '# worksec-disable-next-line ',
    );
    fc.assert(
      fc.property(place, fc.nat(6), words, fc.boolean(), ({ file, offset }, indent, word, windows) => {
        const text = windows ? SAMPLES[file]!.replaceAll('\n', '\r\n') : SAMPLES[file]!;
        const start = text.lastIndexOf('\n', offset) + 1;
        const line = ' '.repeat(2 * indent) + word;
        const changed = `${text.slice(0, start)}${line}${windows ? '\r\n' : '\n'}${text.slice(start)}`;
        expectNothingBreaks(file, changed, start + line.length);
      }),
      { numRuns: 25, seed: 17 },
    );
  });

  it('answers in any text', () => {
    const piece = fc.constantFrom(
      ...'abk :-[]{},"\'#&*!|>%@`\n\r\t 🦊'.split(''),
      '\n  ',
      'kind: work-system\n',
      'uses: [',
      '---\n',
      '- ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.nat(60), (pieces, offset) => {
        const text = pieces.join('');
        expect(offered('any.work-system.yaml', text, Math.min(offset, text.length))).toBeInstanceOf(Array);
      }),
      { numRuns: 300, seed: 19 },
    );
  });
});
