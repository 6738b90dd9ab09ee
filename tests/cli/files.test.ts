import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CONFIG, check, checkHere, description, folder, only, pairsIn } from './worksec.ts';

const KEYS = only(
  'format/unknown-key',
  'format/yaml-syntax',
  'format/too-large',
  'format/alias-limit',
  'format/depth-limit',
);
const odd = description('odd: x');
const found = (name: string): string => `${name} format/unknown-key odd`;

describe('the files worksec check looks at', () => {
  it('passes over what git ignores, at every level, and what the settings say', async () => {
    const cwd = folder({
      [CONFIG]: `${KEYS}ignore: [archive/, "*.old.work-system.yaml"]\n`,
      '.gitignore': 'build/\n*.tmp.work-system.yaml\n',
      '.git/info/exclude': 'private.work-system.yaml\n',
      '.git/x.work-system.yaml': odd,
      'node_modules/x.work-system.yaml': odd,
      'build/x.work-system.yaml': odd,
      'x.tmp.work-system.yaml': odd,
      'private.work-system.yaml': odd,
      'archive/x.work-system.yaml': odd,
      'x.old.work-system.yaml': odd,
      'sub/.gitignore': '!kept.tmp.work-system.yaml\n/here.work-system.yaml\n',
      'sub/kept.tmp.work-system.yaml': odd,
      'sub/here.work-system.yaml': odd,
      'sub/deep/here.work-system.yaml': odd,
      'sub/deep/note.yaml': odd,
    });
    const expected = [found('sub/deep/here.work-system.yaml'), found('sub/kept.tmp.work-system.yaml')];
    expect(pairsIn(check(['--format', 'json'], { cwd }).out)).toEqual(expected);
    expect(pairsIn((await checkHere(['--format', 'json', '**/*.work-system.yaml'], cwd)).out)).toEqual(expected);
    // From below the same files are passed over; names are relative to where one stands.
    expect(pairsIn((await checkHere(['--format', 'json', '..'], join(cwd, 'sub'))).out)).toEqual([
      found('deep/here.work-system.yaml'),
      found('kept.tmp.work-system.yaml'),
    ]);
    // What is named itself is checked whatever git says, with the settings of its project.
    const named = ['build', 'x.old.work-system.yaml', 'sub/deep/note.yaml'];
    expect(pairsIn((await checkHere(['--format', 'json', ...named], cwd)).out)).toEqual([
      found('build/x.work-system.yaml'),
      found('sub/deep/note.yaml'),
      found('x.old.work-system.yaml'),
    ]);
  });

  it('says so where there is nothing to check, and goes on with the rest', async () => {
    const cwd = folder({ [CONFIG]: KEYS, 'a.work-system.yaml': odd, 'other.yaml': 'a: 1\n', 'empty/x.yaml': odd });
    const { code, out, err } = check(
      ['--format', 'json', 'empty', 'other.yaml', 'a.work-sytem.yaml', '*.charter.yaml', '*.yaml', '/dev/null'],
      { cwd },
    );
    expect(code).toBe(2);
    expect(pairsIn(out)).toEqual([found('a.work-system.yaml')]);
    expect(err.trimEnd().split('\n')).toEqual([
      'worksec: There is nothing to check in empty: no *.work-system.yaml and no *.charter.yaml.',
      'worksec: There is no file or folder a.work-sytem.yaml. Did you mean a.work-system.yaml?',
      'worksec: No YAML file fits *.charter.yaml.',
      'worksec: /dev/null is neither a file nor a folder.',
      'worksec: other.yaml holds nothing that is checked: a kind: work-system or kind: project-charter is missing at its top.',
    ]);
    const nothing = await checkHere([], join(cwd, 'empty'));
    expect([nothing.code, nothing.out]).toEqual([2, '']);
  });

  it('tells once what cannot be read, and checks the others', async () => {
    const cwd = folder({ [CONFIG]: KEYS, 'in/a.work-system.yaml': odd, 'out.work-system.yaml': odd });
    mkdirSync(join(cwd, 'in/x.charter.yaml'));
    symlinkSync('nowhere', join(cwd, 'in/broken.charter.yaml'));
    symlinkSync('loop.charter.yaml', join(cwd, 'in/loop.charter.yaml'));
    symlinkSync('..', join(cwd, 'in/up'));
    symlinkSync('../out.work-system.yaml', join(cwd, 'in/leaves.work-system.yaml'));
    symlinkSync('a.work-system.yaml', join(cwd, 'in/again.work-system.yaml'));
    symlinkSync('nowhere', join(cwd, 'in/of-no-concern'));
    const { code, out, err } = check(['--format', 'json', 'in'], { cwd });
    expect(code).toBe(2);
    expect(pairsIn(out)).toEqual([found('in/a.work-system.yaml')]);
    expect(err.trimEnd().split('\n').sort()).toEqual([
      'worksec: in/broken.charter.yaml cannot be read: it is a link to something that is not there.',
      'worksec: in/leaves.work-system.yaml is a link that leaves the folder that is checked.',
      'worksec: in/loop.charter.yaml cannot be read: it is a link that leads back to itself.',
      'worksec: in/x.charter.yaml is a folder, although it is named like a file.',
    ]);
    expect((await checkHere(['in/x.charter.yaml'], cwd)).err).toContain(
      'is a folder, although it is named like a file',
    );
  });

  it.skipIf(process.getuid?.() === 0)('tells which file may not be opened', () => {
    const cwd = folder({ [CONFIG]: KEYS, 'a.work-system.yaml': odd, 'b.work-system.yaml': odd });
    chmodSync(join(cwd, 'b.work-system.yaml'), 0);
    const { code, out, err } = check(['--format', 'json'], { cwd });
    expect([code, pairsIn(out)]).toEqual([2, [found('a.work-system.yaml')]]);
    expect(err).toBe('worksec: b.work-system.yaml cannot be read: it may not be opened with your rights.\n');
  });

  it('stands any content', () => {
    const laughs = Array.from(
      { length: 12 },
      (_, i) =>
        `  - &a${i} [${Array(9)
          .fill(i ? `*a${i - 1}` : 'ha')
          .join(', ')}]`,
    );
    const cwd = folder({
      [CONFIG]: KEYS,
      'bomb.work-system.yaml': description('x-laughs:', ...laughs),
      'crlf.work-system.yaml': odd.replaceAll('\n', '\r\n'),
      'deep.work-system.yaml': description(`x-deep: ${'['.repeat(10_000)}${']'.repeat(10_000)}`),
      'empty.work-system.yaml': '',
      'latin1.work-system.yaml': Buffer.from(description('notes: Caf\u00e9'), 'latin1'),
      'large.work-system.yaml': `${description()}# ${'x'.repeat(6 * 1024 * 1024)}\n`,
      'mark.work-system.yaml': `\ufeff${odd}`,
      'nul.work-system.yaml': description('notes: a\0b'),
    });
    const { code, out, err } = check(['--format', 'json'], { cwd });
    expect([code, err]).toEqual([1, '']);
    expect(pairsIn(out)).toEqual([
      'bomb.work-system.yaml format/alias-limit',
      found('crlf.work-system.yaml'),
      'deep.work-system.yaml format/depth-limit',
      'large.work-system.yaml format/too-large',
      'latin1.work-system.yaml format/yaml-syntax',
      found('mark.work-system.yaml'),
      'nul.work-system.yaml format/yaml-syntax',
    ]);
    const report = JSON.parse(out);
    expect(report.files).toContainEqual({ file: 'large.work-system.yaml', kind: 'work-system', title: null });
    const { message } = report.findings.find(({ file }: { file: string }) => file === 'large.work-system.yaml');
    expect(message).toMatch(/6(?:\.0)? MB/);
    const places = report.findings
      .filter(({ at }: { at: string }) => at === 'odd')
      .map(({ range }: { range: object }) => range);
    expect(new Set(places.map((range: object) => JSON.stringify(range)))).toEqual(
      new Set(['{"start":{"line":3,"character":0},"end":{"line":3,"character":3}}']),
    );
  });

  it('never follows a link out of the folder', async () => {
    const charter = (link: string): string =>
      ['kind: project-charter', 'format: 1', 'title: Change', `work_system: { as_is: ${link} }`, ''].join('\n');
    const cwd = folder({
      [CONFIG]: only('charter/link-missing'),
      'in/good.charter.yaml': charter('./claims.work-system.yaml'),
      'in/passwd.charter.yaml': charter('../../../../../../../../etc/passwd'),
      'in/outside.charter.yaml': charter('../outside.work-system.yaml'),
      'in/linked.charter.yaml': charter('linked.yaml'),
      'in/claims.work-system.yaml': description(),
      'outside.work-system.yaml': description(),
    });
    symlinkSync('../outside.work-system.yaml', join(cwd, 'in/linked.yaml'));
    const { code, out, err } = check(['--format', 'json', 'in'], { cwd });
    expect([code, err]).toEqual([1, '']);
    expect(pairsIn(out)).toEqual([
      'in/linked.charter.yaml charter/link-missing work_system.as_is',
      'in/outside.charter.yaml charter/link-missing work_system.as_is',
      'in/passwd.charter.yaml charter/link-missing work_system.as_is',
    ]);
    // Checked from above, the folder is larger and holds what was outside before; the password file stays out.
    expect(pairsIn((await checkHere(['--format', 'json'], cwd)).out)).toEqual([
      'in/passwd.charter.yaml charter/link-missing work_system.as_is',
    ]);
  });

  it('takes for each file the nearest settings, whether it is named or found', async () => {
    const work = description('activities: { assess: Handlers decide }');
    const cwd = folder({
      [CONFIG]: 'severity: { governance: off }\n',
      'a.work-system.yaml': work,
      'inner/worksec.config.yaml': 'severity: { governance: hint }\n',
      'inner/b.work-system.yaml': work,
    });
    const leads = async (...words: string[]) => {
      const { out } = await checkHere([...words, '--format', 'json'], cwd);
      const { findings } = JSON.parse(out) as { findings: { file: string; rule: string; severity: string }[] };
      return findings
        .filter(({ rule }) => rule === 'governance/no-security-lead')
        .map(({ file, severity }) => `${file} ${severity}`);
    };
    expect(await leads('.')).toEqual(['inner/b.work-system.yaml hint']);
    expect(await leads('inner/b.work-system.yaml', 'a.work-system.yaml')).toEqual(['inner/b.work-system.yaml hint']);
  });

  it('tells what is wrong in the settings', async () => {
    const cwd = folder({
      [CONFIG]: 'severity: { format: loud }\n',
      'mine.yaml': 'sensitive_form: internal\n',
      'a.work-system.yaml': description(),
    });
    const near = check([], { cwd });
    expect(near.code).toBe(2);
    expect(near.err).toMatch(
      /^worksec: worksec\.config\.yaml:1:21: format takes one of error, warning, information, hint, off, not “loud”\./,
    );
    const asked = await checkHere(['--config', 'mine.yaml'], cwd);
    expect(asked.code).toBe(2);
    expect(asked.err).toMatch(/^worksec: mine\.yaml:1:1: “sensitive_form” is not .* Did you mean sensitive_from\?\n$/);
    writeFileSync(join(cwd, CONFIG), KEYS);
    expect(await checkHere(['--config', 'none.yaml'], cwd)).toMatchObject({
      code: 2,
      err: 'worksec: The settings file none.yaml cannot be read: it is not there.\n',
    });
  });
});
