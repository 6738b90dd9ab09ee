import fc from 'fast-check';
import { describe, it } from 'vitest';
import { useBytes, useDraft } from '../fuzz/everything.ts';
import { bytes, changedFile, pieces } from '../fuzz/inputs.ts';

/** `npm run fuzz` looks longer and elsewhere. */
const runs = (numRuns: number) => ({ seed: 20261123, numRuns });

describe('whatever stands in a file, every feature answers, with places and edits that fit', () => {
  it('after any changes', () => fc.assert(fc.asyncProperty(changedFile, useDraft), runs(12)));

  it('of any pieces', () => fc.assert(fc.asyncProperty(pieces, useDraft), runs(30)));

  it('of any bytes', () =>
    fc.assert(
      fc.asyncProperty(bytes, ({ file, source, places }) => useBytes(file, source, places)),
      runs(15),
    ));
});
