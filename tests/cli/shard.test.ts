import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInShard } from '../../server/src/cli/shard.ts';
import { manyFiles } from './many-files.ts';
import { checkHere, folder, type Outcome, worksecHere } from './worksec.ts';

const FORMATS = ['text', 'json', 'sarif', 'junit', 'github', 'markdown'];

const cwd = folder(manyFiles(8));
/** What one check gives, by format. */
const wholes = new Map<string, Outcome>();
for (const format of FORMATS) wholes.set(format, await checkHere(['--format', format, '--stats'], cwd));

const partsOf = (of: number) => Array.from({ length: of }, (_, i) => `part-${i + 1}-of-${of}.json`);

/** Checks in so many parts, and names the files they are in. */
async function inParts(of: number, at: string, ...more: readonly string[]): Promise<string[]> {
  const names = partsOf(of);
  for (const [i, name] of names.entries())
    await checkHere(['--shard', `${i + 1}/${of}`, '--format', 'json', '--output', name, ...more], at);
  return names;
}

const merge = (args: readonly string[], at = cwd): Promise<Outcome> => worksecHere(['merge', ...args], at);

describe('worksec check --shard and worksec merge', () => {
  it.each([1, 2, 3, 4])('give in %i parts what one check gives, in every format', async (of) => {
    const parts = await inParts(of, cwd);
    for (const [format, whole] of wholes)
      expect(await merge([...parts.toReversed(), '--format', format, '--stats']), format).toEqual(whole);
    expect((await merge(parts)).code).toBe(1);
    expect((await merge([...parts, '--fail-on', 'never'])).code).toBe(0);
    await merge([...parts, '--stats', '--output', 'merged.txt']);
    expect(readFileSync(join(cwd, 'merged.txt'), 'utf8')).toBe(wholes.get('text')!.out);
  });

  it('compare with a baseline as one check does', async () => {
    const at = folder(manyFiles(4));
    await worksecHere(['baseline', '--today', '2026-11-23'], at);
    rmSync(join(at, 'team-0/work-0.work-system.yaml'));
    writeFileSync(join(at, 'team-2/new.work-system.yaml'), manyFiles(1)['team-0/work-0.work-system.yaml']!);
    const parts = await inParts(3, at, '--baseline', 'worksec.baseline.json');
    for (const format of ['text', 'json', 'junit']) {
      const whole = await checkHere(['--format', format, '--baseline', 'worksec.baseline.json'], at);
      expect(await merge([...parts, '--format', format], at), format).toEqual(whole);
    }
  });

  it('put every file into just one part, whatever else there is', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 40 }), (name, of) => {
        const owners = Array.from({ length: of }, (_, i) => i + 1).filter((index) => isInShard(name, { index, of }));
        expect(owners).toHaveLength(1);
      }),
    );
  });

  it('tell again what went wrong in a part, and end with 2', async () => {
    const at = folder(manyFiles(6));
    const parts = await inParts(2, at, '.', 'no.work-system.yaml');
    const whole = await checkHere(['.', 'no.work-system.yaml'], at);
    expect(await merge(parts, at)).toEqual(whole);
    expect(whole.code).toBe(2);
  });

  it('tell of parts that are missing, there twice, or of another check', async () => {
    const [one, two] = await inParts(2, cwd);
    const missing = await merge([two!]);
    expect([missing.code, missing.err]).toEqual([2, 'worksec: Part 1 of 2 is missing.\n']);
    expect(missing.out).toContain('work-');
    const twice = await merge([one!, two!, one!, '--format', 'json']);
    expect([twice.code, twice.out]).toEqual([2, wholes.get('json')!.out]);
    expect(twice.err).toBe(`worksec: Part 1 of 2 is there twice: ${one} is left out, since ${one} is the same part.\n`);
    const [strange] = await inParts(3, cwd);
    const { code, err } = await merge([one!, two!, strange!]);
    expect(code).toBe(2);
    expect(err).toContain('worksec: These parts do not belong together: some are of 2, others of 3.\n');
    expect(err).toMatch(/ stands in both part-\d-of-2\.json and part-1-of-3\.json: /);
  });

  it('take other JSON reports too, and then show no lines of the files', async () => {
    const at = folder(manyFiles(4));
    for (const team of ['team-0', 'team-2'])
      await checkHere([team, '--format', 'json', '--output', `${team}.json`], at);
    const reports = ['team-0.json', 'team-2.json'];
    const whole = await checkHere(['--format', 'sarif'], at);
    expect(await merge([...reports, '--format', 'sarif'], at)).toEqual(whole);
    const text = (await merge(reports, at)).out;
    expect(text).toContain('format/unknown-key');
    expect(text).not.toContain('│');
  });

  it.each([
    ['{ "version": 1, "files": [', 'it is no JSON, or not all of it'],
    ['[]', 'it is no report of worksec check'],
    [
      '{ "version": 1, "files": {} }',
      'it is no report of worksec check, or not all of it: files is not as it should be',
    ],
    [
      '{ "version": 2, "files": [], "findings": [], "waived": [], "summary": { "answered": {} } }',
      'it is of version 2, and this worksec knows version 1 only',
    ],
  ])('say what is wrong with %s', async (text, wrong) => {
    writeFileSync(join(cwd, 'broken.json'), text);
    expect(await merge(['broken.json'])).toEqual({
      code: 2,
      out: '',
      err: `worksec: broken.json cannot be read: ${wrong}.\n`,
    });
  });

  it.each(['0/2', '3/2', '1', 'a/b', '1/0'])('do not take --shard %s', async (shard) => {
    expect((await checkHere(['--shard', shard], cwd)).err).toBe(
      `worksec: --shard takes a part and how many there are, such as 1/4, not ${shard}.\n`,
    );
  });
});
