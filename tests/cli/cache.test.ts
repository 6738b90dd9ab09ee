import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { FileCheck } from '../../server/src/cli/file-check.ts';
import { manyFiles } from './many-files.ts';
import { CONFIG, checkHere, description, folder, type Outcome, worksecHere } from './worksec.ts';

const CACHE = '.worksec-cache/checks';
const DESCRIPTION = 'team-0/work-0.work-system.yaml';

/** Checks with a cache, and tells which files were checked rather than remembered. */
async function cached(at: string, ...args: readonly string[]): Promise<Outcome & { readonly checked: string[] }> {
  const checks = vi.spyOn(FileCheck.prototype, 'run');
  try {
    const outcome = await checkHere(['--cache', '--format', 'json', ...args], at);
    return { ...outcome, checked: checks.mock.calls.map(([{ target }]) => target.name) };
  } finally {
    checks.mockRestore();
  }
}

const ALL = Object.keys(manyFiles(4)).sort();

describe('worksec check --cache', () => {
  let cwd: string;
  let cold: Outcome;

  beforeAll(async () => {
    cwd = folder(manyFiles(4));
    cold = await checkHere(['--format', 'json'], cwd);
    expect(await cached(cwd)).toEqual({ ...cold, checked: ALL });
  });

  /** The same folder with its cache, for a test that changes something. */
  const copy = (): string => folder({ ...manyFiles(4), [CACHE]: readFileSync(join(cwd, CACHE)) });

  it('prints from the cache what a check prints, in every format', async () => {
    expect(await cached(cwd)).toEqual({ ...cold, checked: [] });
    for (const format of ['text', 'json', 'sarif', 'junit', 'github', 'markdown'])
      expect(await cached(cwd, '--format', format), format).toEqual({
        ...(await checkHere(['--format', format], cwd)),
        checked: [],
      });
  });

  it('checks again what changed, and the charters that link to it', async () => {
    const at = copy();
    writeFileSync(join(at, DESCRIPTION), description('odd: x'));
    const changed = await cached(at);
    expect(changed.checked).toEqual(['team-0/change-0.charter.yaml', DESCRIPTION]);
    expect(changed.out).toBe((await checkHere(['--format', 'json'], at)).out);
    rmSync(join(at, DESCRIPTION));
    const removed = await cached(at);
    expect(removed.checked).toEqual(['team-0/change-0.charter.yaml']);
    expect(removed.out).toBe((await checkHere(['--format', 'json'], at)).out);
    writeFileSync(join(at, DESCRIPTION), description('odd: x'));
    expect(await cached(at)).toEqual({ ...changed, checked: ['team-0/change-0.charter.yaml'] });
  });

  it.each([
    ['the day', ['--today', '2027-03-01']],
    ['the settings', ['--config', 'other.yaml']],
    ['the baseline', ['--baseline', 'known.json']],
  ])('checks all again when %s is another one', async (_what, args) => {
    const at = copy();
    writeFileSync(join(at, 'other.yaml'), 'severity: { governance: hint }\n');
    writeFileSync(join(at, 'known.json'), '{ "version": 1, "files": {} }\n');
    const changed = await cached(at, ...args);
    expect(changed).toEqual({ ...(await checkHere(['--format', 'json', ...args], at)), checked: ALL });
    expect(await cached(at, ...args)).toEqual({ ...changed, checked: [] });
  });

  it('checks again the files of a folder whose settings file changed', async () => {
    const at = copy();
    writeFileSync(join(at, 'team-2', CONFIG), 'severity: { governance: hint }\n');
    expect((await cached(at)).checked).toEqual(ALL.filter((name) => name.startsWith('team-2/')));
  });

  it.each([
    ['it was cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 7)],
    ['a byte of it is another one', (bytes: Buffer) => Buffer.from(bytes.map((b, i) => (i === 300 ? b ^ 1 : b)))],
    ['it is empty', () => Buffer.alloc(0)],
    ['it is something else', () => Buffer.from('worksec cache 1\n, but not really')],
    ['another version wrote it', (bytes: Buffer) => Buffer.from(bytes.toString('latin1').replace('1', '2'), 'latin1')],
  ])('passes over a cache when %s, and writes it anew', async (_what, spoilt) => {
    const at = copy();
    writeFileSync(join(at, CACHE), spoilt(readFileSync(join(at, CACHE))));
    expect(await cached(at)).toEqual({ ...cold, checked: ALL });
    expect((await cached(at)).checked).toEqual([]);
  });

  it('is written only when something in it is new', async () => {
    const at = copy();
    utimesSync(join(at, CACHE), 0, 0);
    const isOld = () => statSync(join(at, CACHE)).mtimeMs === 0;
    await cached(at);
    expect(isOld()).toBe(true);
    writeFileSync(join(at, DESCRIPTION), description('odd: x'));
    await cached(at);
    expect(isOld()).toBe(false);
  });

  it('says that nothing could be kept, and that is all', async () => {
    const at = folder({ ...manyFiles(2), file: '' });
    const plain = await checkHere([], at);
    expect(await checkHere(['--cache=file'], at)).toEqual({
      ...plain,
      err: expect.stringMatching(/^worksec: Nothing was kept in file: .+\.\n$/),
    });
    expect(readFileSync(join(at, 'file'), 'utf8')).toBe('');
  });

  it('remembers nothing of a file in which something went wrong', async () => {
    const at = folder({ 'odd.yaml': 'a: 1\n' });
    for (const _time of [1, 2]) expect((await checkHere(['--cache', 'odd.yaml'], at)).err).toContain('holds nothing');
  });

  it('holds one entry for a file, and lets go of those that nobody asks for any more', async () => {
    const at = copy();
    const size = () => statSync(join(at, CACHE)).size;
    const before = size();
    renameSync(join(at, 'team-2'), join(at, 'team-3'));
    await cached(at);
    expect(size()).toBeGreaterThan(before * 1.2);
    for (let run = 0; run < 11; run++) await cached(at);
    expect(size()).toBeLessThan(before * 1.1);
  });

  it('lies where it is told to, out of the way of git unless the folder was there already', async () => {
    const at = folder(manyFiles(1));
    mkdirSync(join(at, 'mine'));
    await checkHere(['--cache=mine'], at);
    await checkHere(['--cache=deep/er'], at);
    expect([existsSync(join(at, 'mine/checks')), existsSync(join(at, 'mine/.gitignore'))]).toEqual([true, false]);
    expect(readFileSync(join(at, 'deep/er/.gitignore'), 'utf8')).toBe('*\n');
    // Bare, it takes no path for its folder.
    expect((await worksecHere(['check', '--cache', 'deep'], at)).err).toContain('There is nothing to check in deep');
  });
});
