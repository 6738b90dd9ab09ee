import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TODAY } from '../helpers/check.ts';
import { CONFIG, checkHere, description, folder, only, pairsIn, worksecHere } from './worksec.ts';

const RULE = 'participants/training-missing';
const SETTINGS = only('format/unknown-key', RULE);
const TRAINED = '{ training: { covers: [consequences, claim-file], last: 2026-06-01, next_due: 2027-06-01 } }';

const claims = (handlers: string, assistants: string, ...more: readonly string[]): string =>
  description(
    'participants:',
    `  handlers: ${handlers}`,
    `  assistants: ${assistants}`,
    'activities:',
    '  assess: { does: They decide, performed_by: [handlers, assistants], uses: [claim-file] }',
    'information: { claim-file: { sensitivity: confidential } }',
    ...more,
  );

const BARE = claims('Handlers', 'Assistants');
const FILE = 'claims.work-system.yaml';
const BASELINE = 'worksec.baseline.json';

const note = (args: readonly string[], cwd: string) => worksecHere(['baseline', '--today', TODAY, ...args], cwd);
const since = (args: readonly string[], cwd: string) => checkHere(['--baseline', BASELINE, ...args], cwd);

/** A folder with two descriptions whose findings are noted. */
async function noted(): Promise<string> {
  const cwd = folder({ [CONFIG]: SETTINGS, [FILE]: BARE, 'sub/odd.work-system.yaml': description('odd: x') });
  expect((await note([], cwd)).code).toBe(0);
  return cwd;
}

describe('worksec baseline', () => {
  it('writes what is found by rule and item, the same each time', async () => {
    const cwd = folder({ [CONFIG]: SETTINGS, [FILE]: BARE, 'sub/odd.work-system.yaml': description('odd: x') });
    expect(await note([], cwd)).toEqual({
      code: 0,
      out: 'Wrote worksec.baseline.json: 3 findings in 2 files, item by item.\n',
      err: '',
    });
    const first = readFileSync(join(cwd, BASELINE), 'utf8');
    expect(JSON.parse(first)).toEqual({
      version: 1,
      files: {
        [FILE]: [`${RULE}@participants.assistants`, `${RULE}@participants.handlers`],
        'sub/odd.work-system.yaml': ['format/unknown-key@odd'],
      },
    });
    writeFileSync(join(cwd, FILE), BARE.replaceAll('\n', '\r\n').replace('title: Claims', 'title: All claims'));
    await note(['--today', '2030-01-01'], cwd);
    expect(readFileSync(join(cwd, BASELINE), 'utf8')).toBe(first);
  });

  it('writes nothing where something could not be read, and over nothing but baselines', async () => {
    const cwd = folder({ [CONFIG]: SETTINGS, [FILE]: BARE });
    expect(await note([FILE, 'no.work-system.yaml'], cwd)).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(/no\.work-system\.yaml\.[\s\S]*\nNo baseline was written\.\n$/),
    });
    expect(() => readFileSync(join(cwd, BASELINE))).toThrow();
    expect(await note(['--output', FILE], cwd)).toMatchObject({
      code: 2,
      err: `worksec: The baseline cannot be written to ${FILE}: what stands there is no baseline.\n`,
    });
    expect(readFileSync(join(cwd, FILE), 'utf8')).toBe(BARE);
  });
});

describe('worksec check --baseline', () => {
  it('reports only what is new, and counts what is known and what is gone', async () => {
    const cwd = await noted();
    const same = await since([], cwd);
    expect([same.code, same.err]).toEqual([0, '']);
    expect(same.out).toMatch(
      /^2 files: nothing to report\..*\nCompared with .*: 3 known findings left out, 0 gone\.\n$/,
    );

    // Somebody starts answering: the roll-up ends, and the other gap is still the old one.
    writeFileSync(join(cwd, FILE), claims(TRAINED, 'Assistants'));
    const started = await since(['--format', 'json'], cwd);
    expect([started.code, pairsIn(started.out)]).toEqual([0, []]);
    expect(JSON.parse(started.out).summary).toMatchObject({ warnings: 0, baseline: { known: 2, gone: 1 } });

    writeFileSync(join(cwd, FILE), claims('Handlers', 'Assistants', 'even: x'));
    const more = await since(['--format', 'json'], cwd);
    expect([more.code, pairsIn(more.out)]).toEqual([1, [`${FILE} format/unknown-key even`]]);
    expect((await since(['--fail-on', 'error'], cwd)).code).toBe(0);
    expect(await since(['--format', 'json'], cwd)).toEqual(more);
    expect(JSON.parse((await checkHere(['--format', 'json'], cwd)).out).summary).not.toHaveProperty('baseline');
  });

  it('knows files by where they lie from the baseline, and counts as gone only what it looked for', async () => {
    const cwd = await noted();
    const below = await checkHere(['--baseline', `../${BASELINE}`, '--format', 'json'], join(cwd, 'sub'));
    expect(JSON.parse(below.out).summary).toMatchObject({ files: 1, baseline: { known: 1, gone: 0 } });
    rmSync(join(cwd, 'sub'), { recursive: true });
    expect(JSON.parse((await since(['--format', 'json'], cwd)).out).summary.baseline).toEqual({ known: 2, gone: 1 });
    // A file of another name is another file.
    renameSync(join(cwd, FILE), join(cwd, 'all.work-system.yaml'));
    const renamed = await since(['--format', 'json'], cwd);
    expect(pairsIn(renamed.out)).toEqual([`all.work-system.yaml ${RULE} participants`]);
    expect(JSON.parse(renamed.out).summary.baseline).toEqual({ known: 0, gone: 3 });
  });

  it('tells of the baseline where other formats have no place for it', async () => {
    const cwd = await noted();
    const line = 'Compared with worksec.baseline.json: 3 known findings left out, 0 gone.\n';
    const junit = await since(['--format', 'junit'], cwd);
    expect([junit.out.includes(line), junit.err]).toEqual([false, line]);
    const markdown = await since(['--format', 'markdown', '--output', 'report.md'], cwd);
    expect(markdown.code).toBe(0);
    expect(readFileSync(join(cwd, 'report.md'), 'utf8').endsWith(`\n\n${line}`)).toBe(true);
  });

  it('ends with 2 where the baseline cannot be used', async () => {
    const cwd = await noted();
    const hint = 'To write it anew from what is found today: worksec baseline --output other.json\n';
    const withOther = () => checkHere(['--baseline', 'other.json'], cwd);
    expect(await withOther()).toEqual({
      code: 2,
      out: '',
      err: `worksec: The baseline other.json cannot be read: it is not there.\n${hint}`,
    });
    for (const [text, wrong] of [
      ['{ "version": 2, "files": {} }', 'it is of version 2, and this worksec knows version 1 only'],
      ['<<<<<<< ours', 'it is no JSON'],
      ['[]', 'it is no baseline of worksec'],
    ] as const) {
      writeFileSync(join(cwd, 'other.json'), text);
      expect(await withOther()).toEqual({
        code: 2,
        out: '',
        err: `worksec: The baseline other.json cannot be read: ${wrong}.\n${hint}`,
      });
    }
    rmSync(join(cwd, 'other.json'));
    mkdirSync(join(cwd, 'other.json'));
    expect((await withOther()).err).toContain('it is a folder');
  });
});
