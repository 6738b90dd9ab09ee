import { describe, expect, it } from 'vitest';
import { annotate, strip } from '../helpers/annotate.ts';
import { check } from '../helpers/check.ts';
import { fixture, readRoundTrip, roundTripFiles } from '../helpers/collection.ts';

describe('round-trip fixtures: a file is input and expectation at once', () => {
  it.each(roundTripFiles)('%s', async (file) => {
    const checked = check(strip(readRoundTrip(file)), { file });
    await expect(annotate(checked)).toMatchFileSnapshot(fixture('round-trip', file));
  });
});
