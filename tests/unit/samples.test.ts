import { describe, expect, it } from 'vitest';
import { annotate, strip } from '../helpers/annotate.ts';
import { checkAmongSamples, fixture, readSample, sampleFiles } from '../helpers/collection.ts';

const DONE = [
  'accountant-payroll.work-system.yaml',
  'phone-upload.charter.yaml',
  'tenant-referencing.work-system.yaml',
];

describe('samples: what people see when they open one', () => {
  it.each(sampleFiles)('%s', async (file) => {
    const annotated = annotate(checkAmongSamples(file, readSample(file)));
    expect(strip(annotated)).toBe(readSample(file));
    await expect(annotated).toMatchFileSnapshot(fixture('samples', file));
  });

  it.each(DONE)('%s has every question answered', (file) => {
    const { findings } = checkAmongSamples(file, readSample(file));
    expect(findings.map(({ rule, at }) => `${rule} ${at.join('.')}`)).toEqual([]);
  });
});
