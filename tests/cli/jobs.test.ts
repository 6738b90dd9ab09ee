import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { jobsFor } from '../../server/src/cli/jobs.ts';
import { manyFiles } from './many-files.ts';
import { check, checkHere, folder } from './worksec.ts';

const cwd = folder(manyFiles(18));
const alone = await checkHere(['--format', 'json'], cwd);

it.each([
  [499, 8, 1],
  [500, 1, 1],
  [500, 2, 1],
  [500, 4, 3],
  [500, 64, 8],
])('%i files on %i processors are checked by %i threads when nobody says so', (files, processors, threads) => {
  expect(jobsFor(Array(files), processors)).toBe(threads);
});

describe('worksec check --jobs', () => {
  it.each(['1', '2', '4'])('prints the same, byte for byte, with %s threads', (jobs) => {
    expect(check(['--jobs', jobs, '--format', 'json'], { cwd })).toEqual(alone);
    expect(JSON.parse(alone.out).files.length).toBe(18);
  });

  it('follows links in workers too', async () => {
    const linked = folder(
      Object.fromEntries(Object.entries(manyFiles(18)).filter(([name]) => name !== 'team-2/work-1.work-system.yaml')),
    );
    const { out } = check(['--jobs', '2', '--format', 'json'], { cwd: linked });
    expect(out).toBe((await checkHere(['--format', 'json'], linked)).out);
    const missing = JSON.parse(out).findings.filter(({ rule }: { rule: string }) => rule === 'charter/link-missing');
    expect(missing).toMatchObject([{ file: 'team-2/change-1.charter.yaml' }]);
  });

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'tells of a file among many that cannot be read, and checks all others',
    async () => {
      const some = folder(manyFiles(8));
      chmodSync(join(some, 'team-0/work-0.work-system.yaml'), 0);
      const { code, err, out } = check(['--jobs', '2', '--format', 'json'], { cwd: some });
      expect([code, JSON.parse(out).files.length]).toEqual([2, 7]);
      expect(err).toBe(
        'worksec: team-0/work-0.work-system.yaml cannot be read: it may not be opened with your rights.\n',
      );
    },
  );

  it('tells in the order of the files what cannot be checked in them, whoever looked at them', async () => {
    const some = folder(manyFiles(8));
    const names = Array.from({ length: 12 }, (_, i) => `odd-${String(i).padStart(2, '0')}.yaml`);
    for (const name of names) writeFileSync(join(some, name), 'a: 1\n');
    const here = await checkHere(['--format', 'json', '.', ...names], some);
    expect(check(['--jobs', '2', '--format', 'json', '.', ...names], { cwd: some })).toEqual(here);
    expect(here.code).toBe(2);
    expect(here.err.match(/odd-\d\d/g)).toEqual(names.map((name) => name.slice(0, -5)));
  });

  it('loses no file when workers cannot be started', () => {
    // What is loaded before all else ends every thread but the first.
    const starved = join(folder(), 'starved.cjs');
    writeFileSync(
      starved,
      `const threads = require('node:worker_threads');
       if (!threads.isMainThread) process.exit(3);`,
    );
    const env = { NODE_OPTIONS: `--require ${starved}` };
    expect(check(['--jobs', '3', '--format', 'json'], { cwd, env })).toEqual(alone);
  });

  it.each(['0', 'two', '-1', '1000'])('does not take --jobs=%s', async (jobs) => {
    expect(await checkHere([`--jobs=${jobs}`], cwd)).toEqual({
      code: 2,
      out: '',
      err: `worksec: --jobs takes a number from 1 to 64, not ${jobs}.\n`,
    });
  });

  it('finds the same in many files, whether it is laid aside on the disk or there is no room for that', () => {
    const many = folder(manyFiles(210));
    const args = ['--jobs', '1', '--format', 'json'];
    const aside = check(args, { cwd: many });
    expect(JSON.parse(aside.out).files.length).toBe(210);
    const nowhere = join(many, 'nowhere');
    expect(check(args, { cwd: many, env: { TMPDIR: nowhere, TEMP: nowhere, TMP: nowhere } })).toEqual(aside);
  });

  it('writes the same into a file as on the terminal, in every format', async () => {
    const some = folder(manyFiles(2));
    for (const format of ['text', 'json', 'sarif', 'junit', 'github', 'markdown']) {
      await checkHere(['--format', format, '--output', 'report'], some);
      const printed = (await checkHere(['--format', format], some)).out;
      expect(readFileSync(join(some, 'report'), 'utf8')).toBe(printed);
    }
  });
});
