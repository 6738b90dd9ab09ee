import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { codeLenses } from '../../../server/src/features/code-lens.ts';
import { documentLinks } from '../../../server/src/features/document-links.ts';
import { foldingRanges } from '../../../server/src/features/folding.ts';
import { hover } from '../../../server/src/features/hover.ts';
import { inlayHints } from '../../../server/src/features/inlay-hints.ts';
import { documentSymbols } from '../../../server/src/features/outline.ts';
import { selectionRanges } from '../../../server/src/features/selection-ranges.ts';
import { workspaceSymbols } from '../../../server/src/features/workspace-symbols.ts';
import type { World } from '../../../server/src/features/world.ts';
import { readSample, sampleFiles } from '../../helpers/collection.ts';
import { uriOf, worldOf } from '../../helpers/cursor.ts';

const SAMPLES = Object.fromEntries(sampleFiles.map((file) => [file, readSample(file)]));
/** Samples are asked at every so many offsets, changed ones at fewer: there are more of those. */
const EVERY = 7;
const CHANGED_EVERY = 37;

/** Asks everything that looks at a whole file. */
function readWhole(world: World, uri: string): void {
  const { stream } = world.file(uri)!;
  const range = { start: { line: 0, character: 0 }, end: stream.lines.position(stream.text.length) };
  for (const { range: lens } of codeLenses(world, uri)) expect(lens.start.line).toBe(lens.end.line);
  documentSymbols(world, uri);
  for (const { startLine, endLine } of foldingRanges(world, uri)) expect(endLine).toBeGreaterThan(startLine);
  documentLinks(world, uri);
  inlayHints(world, uri, range);
  workspaceSymbols(world, 'a');
}

/** Asks what looks at a place, at every so many offsets. */
function readPlaces(world: World, uri: string, from: number, every = EVERY): void {
  const { stream } = world.file(uri)!;
  const positions = [];
  for (let offset = from; offset <= stream.text.length; offset += every) {
    const position = stream.lines.position(offset);
    positions.push(position);
    const range = hover(world, uri, position)?.range;
    if (!range) continue;
    expect(stream.lines.offset(range.start)).toBeLessThanOrEqual(offset);
    // Between CR and LF the editor has no position.
    expect(stream.lines.offset(range.end)).toBeGreaterThanOrEqual(Math.min(offset, stream.lines.end(position.line)));
  }
  expect(selectionRanges(world, uri, positions)).toHaveLength(positions.length);
}

describe('reading features answer whatever stands there', () => {
  let samples: World;

  beforeAll(() => {
    samples = worldOf(SAMPLES);
  });

  it.each(sampleFiles)('throughout %s', (file) => {
    readWhole(samples, uriOf(file));
    readPlaces(samples, uriOf(file), 0);
  });

  it('in samples that break off or lose a part', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...sampleFiles),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(40),
        fc.constantFrom(
          '',
          '[',
          '{ a: ',
          ': ',
          '"',
          '\t',
          '- - ',
          '*x ',
          '&x ',
          '<<: ',
          '😀',
          '\r',
          '---\n',
          '# worksec-disable-next-line ',
        ),
        fc.boolean(),
        (file, share, lost, put, breaksOff) => {
          const whole = SAMPLES[file]!;
          const at = Math.floor(share * whole.length);
          const text = whole.slice(0, at) + put + (breaksOff ? '' : whole.slice(at + lost));
          const world = worldOf({ [file]: text }, { before: { [file]: whole } });
          readWhole(world, uriOf(file));
          readPlaces(world, uriOf(file), at % CHANGED_EVERY, CHANGED_EVERY);
        },
      ),
      { numRuns: 15 },
    );
  });

  it('in any text', () => {
    const piece = fc.constantFrom(
      'kind: work-system',
      'activities:',
      '\n',
      '\r\n',
      '  ',
      '- ',
      'a: ',
      '[',
      ']',
      '{',
      '}',
      ', ',
      '&a ',
      '*a',
      '"',
      '|',
      '# ',
      '---\n',
      '? ',
      '! ',
      '\ud83d',
      'uses',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const world = worldOf({ 'any.work-system.yaml': pieces.join('') });
        readWhole(world, uriOf('any.work-system.yaml'));
        readPlaces(world, uriOf('any.work-system.yaml'), 0);
      }),
      { numRuns: 100 },
    );
  });

  it('answers a hover well within a check of the text', () => {
    const file = 'tenant-referencing.work-system.yaml';
    const { stream } = samples.file(uriOf(file))!;
    const start = performance.now();
    for (let offset = 0; offset < stream.text.length; offset += EVERY)
      hover(samples, uriOf(file), stream.lines.position(offset));
    expect((performance.now() - start) / (stream.text.length / EVERY)).toBeLessThan(5);
  });
});
