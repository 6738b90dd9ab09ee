import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll } from 'vitest';
import { run } from '../../server/src/cli/run.ts';
import { plain } from '../../server/src/reports/paint.ts';
import { rules } from '../../server/src/rules/index.ts';
import { TODAY } from '../helpers/check.ts';

const CLI = resolve(import.meta.dirname, '../../dist/cli.js');

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

interface Options {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs the built command in a folder, as a shell would, without colours. */
export function worksec(args: readonly string[], { cwd, env }: Options): Outcome {
  const { FORCE_COLOR, NO_COLOR, ...inherited } = process.env;
  const done = spawnSync(process.execPath, [CLI, ...args], {
    cwd,
    env: { ...inherited, ...env },
    encoding: 'utf8',
    timeout: 15_000,
    maxBuffer: 64 * 1024 * 1024,
  });
  if (done.error) throw done.error;
  return { code: done.status, out: done.stdout, err: done.stderr };
}

/** The same within this process, for what does not depend on how the command was built. */
export async function worksecHere(args: readonly string[], cwd: string): Promise<Outcome> {
  const printed = { out: '', err: '' };
  const sink = (to: 'out' | 'err') => ({
    write: (text: string) => {
      printed[to] += text;
    },
    paint: plain,
    width: 100,
  });
  const code = await run(args, { cwd, out: sink('out'), err: sink('err') });
  return { code, ...printed };
}

/** Checks on the day of all examples. */
export const check = (args: readonly string[], options: Options): Outcome =>
  worksec(['check', '--today', TODAY, ...args], options);

/** The same within this process. */
export const checkHere = (args: readonly string[], cwd: string): Promise<Outcome> =>
  worksecHere(['check', '--today', TODAY, ...args], cwd);

const folders: string[] = [];

/** A folder of its own, with files by path; it is removed after the tests of the file. */
export function folder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'worksec-')));
  folders.push(path);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  return path;
}

afterAll(() => {
  for (const path of folders.splice(0)) rmSync(path, { recursive: true, force: true });
});

/** Settings under which only some rules speak, so that a test stays true when rules are added. */
export function only(...ids: readonly string[]): string {
  const groups = [...new Set(rules.map(({ id }) => id.split('/')[0]))];
  const wanted = rules.filter(({ id }) => ids.includes(id));
  const lines = [
    ...groups.map((group) => `  ${group}: off`),
    ...wanted.map(({ id, severity }) => `  ${id}: ${severity}`),
  ];
  return `severity:\n${lines.join('\n')}\n`;
}

export const CONFIG = 'worksec.config.yaml';

/** A description in which nothing is wrong, with a few more lines. */
export const description = (...more: readonly string[]): string =>
  ['kind: work-system', 'format: 1', 'title: Claims', ...more, ''].join('\n');

/** `rule at` of each finding in a JSON report. */
export function pairsIn(out: string): string[] {
  const { findings } = JSON.parse(out) as { findings: { file: string; rule: string; at: string }[] };
  return findings.map(({ file, rule, at }) => `${file} ${rule} ${at}`.trim());
}
