import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { CONFIG, check, checkHere, description, folder, only } from './worksec.ts';

const ROOT = resolve(import.meta.dirname, '../..');

const files = {
  [CONFIG]: only('format/unknown-key', 'reference/unknown-id'),
  'sub/claims.work-system.yaml': description(
    'titel: Claims',
    'participants: { handlers: Claims handlers }',
    'activities:',
    '  assess: { does: They decide, performed_by: [handler] }',
  ),
  'well.work-system.yaml': description(),
};

describe('worksec check --format', () => {
  it('sarif: the same twice, whatever the line ends, with paths from the working directory', async () => {
    const cwd = folder(files);
    const first = check(['--format', 'sarif', '--output', 'worksec.sarif'], { cwd });
    expect(first).toMatchObject({ code: 1, out: '' });
    expect(first.err).toContain('The report is in worksec.sarif.');
    const written = readFileSync(join(cwd, 'worksec.sarif'), 'utf8');
    expect((await checkHere(['--format', 'sarif'], cwd)).out).toBe(written);
    const [run] = JSON.parse(written).runs;
    expect(run.artifacts.map(({ location }: { location: { uri: string } }) => location.uri)).toEqual([
      'sub/claims.work-system.yaml',
      'well.work-system.yaml',
    ]);
    expect(run.results.map(({ level, ruleId }: { level: string; ruleId: string }) => `${level} ${ruleId}`)).toEqual([
      'warning format/unknown-key',
      'error reference/unknown-id',
    ]);
    const otherEnds = Object.entries(files).map(([name, text]) => [name, text.replaceAll('\n', '\r\n')]);
    expect((await checkHere(['--format', 'sarif'], folder(Object.fromEntries(otherEnds)))).out).toBe(written);
  });

  it('junit, github and markdown: all of them say what the summary says', async () => {
    const cwd = folder(files);
    const junit = await checkHere(['--format', 'junit'], cwd);
    expect(junit.code).toBe(1);
    expect(junit.out).toMatch(/<testsuites name="worksec" tests="3" failures="2" errors="0" skipped="0">/);
    const github = await checkHere(['--format', 'github'], cwd);
    expect(github.out).toMatch(
      /^::warning file=sub\/claims\.work-system\.yaml,line=4,.*\n::error .*\n2 files: 1 error, 1/,
    );
    const markdown = await checkHere(['--format', 'markdown', '--fail-on', 'never'], cwd);
    expect(markdown.code).toBe(0);
    expect(markdown.out).toMatch(/^## Work System Security\n\n\*\*2 files: 1 error, 1 warning\.\*\*/);
  });
});

interface Step {
  readonly run: string;
  readonly shell: string;
  readonly env?: Readonly<Record<string, string>>;
}

describe('what other programs use', () => {
  const action = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8'));
  const steps: readonly Step[] = action.runs.steps;

  it('action.yml is a composite action that takes its inputs as variables', () => {
    expect(action).toMatchObject({
      name: expect.any(String),
      description: expect.any(String),
      runs: { using: 'composite' },
    });
    expect(Object.keys(action.inputs)).toEqual(['paths', 'fail-on', 'format', 'output', 'baseline', 'config', 'cache']);
    for (const input of Object.values(action.inputs)) expect(input).toMatchObject({ description: expect.any(String) });
    for (const { run, shell } of steps) {
      expect(shell).toBe('bash');
      expect(run).not.toContain('${{');
    }
    const passed = Object.values(steps.at(-1)!.env!).join('\n');
    for (const name of Object.keys(action.inputs)) expect(passed).toContain(`\${{ inputs.${name} }}`);
  });

  it.skipIf(process.platform === 'win32')('the step of the action checks the paths it is given', () => {
    const cwd = folder({ ...files, 'with blank $(touch no).work-system.yaml': description('titel: x') });
    const defaults = Object.entries<{ default: string }>(action.inputs).map(([name, input]) => [
      `WORKSEC_${name.toUpperCase().replaceAll('-', '_')}`,
      input.default,
    ]);
    const done = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', steps.at(-1)!.run], {
      cwd,
      encoding: 'utf8',
      env: {
        PATH: process.env.PATH,
        ...Object.fromEntries(defaults),
        WORKSEC_CLI: join(ROOT, 'dist/cli.js'),
        WORKSEC_PATHS: 'well.work-system.yaml\nwith blank $(touch no).work-system.yaml\n',
      },
    });
    expect([done.status, done.stderr]).toEqual([1, '']);
    expect(done.stdout).toMatch(
      /^::warning file=with blank \$\(touch no\)\.work-system\.yaml,.*\n2 files: 1 warning\./,
    );
  });

  it('.pre-commit-hooks.yaml names a hook for just the files that are checked', () => {
    const hooks = parse(readFileSync(join(ROOT, '.pre-commit-hooks.yaml'), 'utf8'));
    expect(hooks).toEqual([
      expect.objectContaining({ id: 'worksec', name: 'worksec', entry: 'worksec check', language: 'node' }),
    ]);
    const pattern = new RegExp(hooks[0].files);
    expect(
      ['a/b.work-system.yaml', 'b.charter.yml', 'b.yaml', 'charter.yaml.txt'].map((name) => pattern.test(name)),
    ).toEqual([true, true, false, false]);
  });
});
