import { describe, expect, it } from 'vitest';
import { check, pairs } from '../helpers/check.ts';
import { checkAmongSamples, readSample } from '../helpers/collection.ts';
import { bareIds, sampleValue, textOf } from '../helpers/documents.ts';

const TENANT = 'tenant-referencing.work-system.yaml';

/** Lists that say how the items hang together; none of them is a security answer. */
const REFERENCES = [
  'performed_by',
  'uses',
  'creates',
  'produces',
  'with',
  'receives',
  'sees',
  'contains',
  'stored_in',
  'hosts',
];

const bareTenant = (...fields: readonly string[]): string =>
  textOf(bareIds(sampleValue(TENANT), new Set([...REFERENCES, ...fields])));

describe('how much is said', () => {
  it('about information that nobody has classified: one question first, and little else', () => {
    const said = pairs(check(bareTenant(), { file: TENANT }));
    expect(said).toContain('information/unclassified information');
    expect(said.length, said.join('\n')).toBeLessThanOrEqual(8);
  });

  it('about a classified description without any answers: about one page', () => {
    const said = pairs(check(bareTenant('sensitivity'), { file: TENANT }));
    expect(said.length, said.join('\n')).toBeGreaterThan(10);
    expect(said.length, said.join('\n')).toBeLessThanOrEqual(30);
  });

  it.each([TENANT, 'phone-upload.charter.yaml'])('about %s, where every question is answered: nothing', (file) => {
    expect(pairs(checkAmongSamples(file, readSample(file)))).toEqual([]);
  });

  it('in messages: at most 160 characters of the rule’s own, and a question or an observation about this file', () => {
    const { findings } = check(bareTenant('sensitivity'), { file: TENANT });
    expect(findings.filter(({ message }) => message.length > 160).map(({ message }) => message)).toEqual([]);
  });
});
