import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TODAY } from '../helpers/check.ts';
import { CONFIG, check, checkHere, description, folder } from './worksec.ts';

const CLI = resolve(import.meta.dirname, '../../dist/cli.js');

/** A line of a shell in which `worksec` is the built command. */
function shell(line: string, cwd: string) {
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['-c', `worksec() { node "${CLI}" "$@"; }; set -o pipefail; ${line}`],
    {
      cwd,
      encoding: 'utf8',
      timeout: 20_000,
    },
  );
  return { status, stdout, stderr };
}

const many = (): string =>
  folder(
    Object.fromEntries(
      Array.from({ length: 60 }, (_, i) => [
        `w${i}.work-system.yaml`,
        description('activities: { assess: Handlers decide }'),
      ]),
    ),
  );

describe.skipIf(process.platform === 'win32')('where the output goes', () => {
  it('may close early', () => {
    const cwd = many();
    expect(shell('worksec check --format json | head -c 20', cwd)).toMatchObject({
      stdout: '{\n  "version": 1,\n  ',
      stderr: '',
    });
    expect(shell('worksec check none.yaml 2>&1 >/dev/null | true', cwd).stderr).toBe('');
  });

  it.skipIf(!existsSync('/dev/full'))('may be full: that is told, and is no verdict', () => {
    const { status, stderr } = shell('worksec check > /dev/full', many());
    expect([status, stderr]).toEqual([2, 'worksec: The output cannot be written: no space is left.\n']);
  });

  it.skipIf(!existsSync('/dev/full'))('may be a full or missing place for a report', () => {
    const cwd = folder({ 'w1.work-system.yaml': description() });
    for (const [place, why] of [
      ['/dev/full', 'no space is left'],
      ['no/such/folder.json', 'it is not there'],
      ['.', 'it is a folder'],
      ['w1.work-system.yaml/x', 'a part of its path is no folder'],
      ['/proc/nothing', 'it is not there'],
    ]) {
      const { code, err } = check(['--format', 'json', '--output', place!], { cwd });
      expect([code, err]).toEqual([2, expect.stringContaining(`cannot be written to ${place}: ${why}`)]);
    }
    expect(readdirSync(cwd).filter((name) => name.includes('tmp'))).toEqual([]);
  });
});

describe('what is there instead of a description', () => {
  it('each thing is told in its own words, and the rest is checked', () => {
    const cwd = folder({
      'a.work-system.yaml': description(),
      'binary.work-system.yaml': Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256),
      'picture.work-system.yaml': Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ', 'base64'),
      'long.work-system.yaml': description(`purpose: ${'x'.repeat(300_000)}`),
      'wide.work-system.yaml': description(`x-wide: [${'a, '.repeat(5_000)}a]`),
    });
    mkdirSync(join(cwd, 'folder.work-system.yaml'));
    symlinkSync('nowhere', join(cwd, 'gone.work-system.yaml'));
    symlinkSync('around.work-system.yaml', join(cwd, 'around.work-system.yaml'));
    symlinkSync('.', join(cwd, 'circle'));
    const { code, out, err } = check(['--format', 'json'], { cwd });
    expect(code).toBe(2);
    const { files, findings } = JSON.parse(out) as {
      files: { file: string }[];
      findings: { file: string; rule: string }[];
    };
    expect(files.map(({ file }) => file)).toEqual(
      ['a', 'binary', 'long', 'picture', 'wide'].map((name) => `${name}.work-system.yaml`),
    );
    for (const file of ['binary', 'picture'])
      expect(findings.filter((each) => each.file.startsWith(file)).map(({ rule }) => rule)).toEqual([
        'format/yaml-syntax',
      ]);
    expect(err.trimEnd().split('\n').sort()).toEqual([
      'worksec: around.work-system.yaml cannot be read: it is a link that leads back to itself.',
      'worksec: folder.work-system.yaml is a folder, although it is named like a file.',
      'worksec: gone.work-system.yaml cannot be read: it is a link to something that is not there.',
    ]);
  });

  it('settings that are none are told, and the usual ones hold', async () => {
    const settings = [
      Uint8Array.from([0xff, 0x00, 0xc3, 0x28]),
      '- a\n- b\n',
      'severity: '.repeat(50),
      '*a',
      '\u0000',
      `a: ${'['.repeat(500)}`,
    ];
    for (const text of settings) {
      const { code, err } = await checkHere([], folder({ [CONFIG]: text, 'a.work-system.yaml': description() }));
      expect([code, err]).toEqual([2, expect.stringMatching(/^worksec: worksec\.config\.yaml:1:\d+: /)]);
      expect(err).not.toContain('fault of worksec');
    }
  });

  it('names that steer the terminal are shown, not obeyed', () => {
    const odd = 'a\u001b]0;owned\u0007\u001b[31m.work-system.yaml';
    const cwd = folder({ [odd]: description('title2: "\\e[2J\u202e"', 'odd\u0085: x') });
    for (const format of ['text', 'json', 'sarif', 'junit', 'github', 'markdown']) {
      const { out, err } = check(['--format', format], { cwd });
      // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
      expect(`${out}${err}`, format).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]/);
    }
    expect(check(['--today', TODAY, `no\u001b[31m.yaml`], { cwd }).err).toContain('no␛[31m.yaml');
  });
});
