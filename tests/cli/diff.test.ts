import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TODAY } from '../helpers/check.ts';
import { CONFIG, description, folder, type Outcome, only, worksecHere } from './worksec.ts';

const KEYS = only('format/unknown-key', 'charter/link-missing', 'reference/unknown-id', 'waivers/expired');

/** Git with nothing of the settings of whoever runs the tests. */
function git(cwd: string, ...args: readonly string[]): void {
  execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@x', '-c', 'commit.gpgsign=false', ...args], {
    cwd,
    env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
    stdio: 'pipe',
  });
}

const diff = (args: readonly string[], cwd: string): Promise<Outcome> =>
  worksecHere(['diff', '--today', TODAY, ...args], cwd);

interface Told {
  readonly file: string;
  readonly at: string;
}

/** `file at` of what is new, closed, changed, and of the exceptions. */
async function told(args: readonly string[], cwd: string) {
  const { code, out, err } = await diff(['--format', 'json', ...args], cwd);
  const report = out === '' ? {} : JSON.parse(out);
  const places = (all: readonly Told[] = []): string[] => all.map(({ file, at }) => `${file} ${at}`);
  return {
    code,
    err,
    created: places(report.new),
    closed: places(report.closed),
    changed: places(report.changed),
    exceptions: places(report.exceptions),
  };
}

const NOTHING = { code: 0, err: '', created: [], closed: [], changed: [], exceptions: [] };

const charter = (link: string): string =>
  `kind: project-charter\nformat: 1\ntitle: A change\nwork_system: { as_is: ${link} }\n`;

describe('worksec diff of a git repository', () => {
  const cwd = folder({
    [CONFIG]: `${KEYS}ignore: [archive/]\n`,
    '.gitignore': 'build/\n',
    'a.work-system.yaml': description('odd: x'),
    'gone.work-system.yaml': description('odd: x'),
    'archive/a.work-system.yaml': description('odd: x'),
    'build/a.work-system.yaml': description('odd: x'),
    'sub/b.work-system.yaml': description('odd: x'),
    'sub/note.txt': 'x',
    'sub/c.charter.yaml': charter('b.work-system.yaml'),
  });
  git(cwd, 'init', '-q', '-b', 'main');
  git(cwd, 'add', '-A', '-f');
  git(cwd, 'commit', '-qm', 'one');
  git(cwd, 'tag', 'v1');
  rmSync(join(cwd, 'gone.work-system.yaml'));
  rmSync(join(cwd, 'sub/b.work-system.yaml'));
  writeFileSync(
    join(cwd, CONFIG),
    `${KEYS}  format/unknown-key: hint\n`.replace('  format/unknown-key: warning\n', ''),
  );
  mkdirSync(join(cwd, 'sub/näh'));
  writeFileSync(join(cwd, 'sub/näh/new one.work-system.yaml'), description('odd: x'));
  writeFileSync(join(cwd, 'a.work-system.yaml'), `# Moved\n${description('odd: x').replaceAll('\n', '\r\n')}`);
  git(cwd, 'add', '-A');
  git(cwd, 'commit', '-qm', 'two');
  writeFileSync(join(cwd, 'sub/näh/new one.work-system.yaml'), description('odd: x', 'even: x'));

  it('compares a revision with the working tree, each with its own settings and links', async () => {
    const all = await told(['v1'], cwd);
    expect(all).toEqual({
      code: 1,
      err: '',
      created: [
        'archive/a.work-system.yaml odd',
        'sub/c.charter.yaml work_system.as_is',
        'sub/näh/new one.work-system.yaml odd',
        'sub/näh/new one.work-system.yaml even',
      ],
      closed: ['gone.work-system.yaml odd', 'sub/b.work-system.yaml odd'],
      changed: ['a.work-system.yaml odd'],
      exceptions: [],
    });
    expect((await diff(['HEAD', '--fail-on', 'never'], cwd)).code).toBe(0);
    expect(await diff(['v1'], cwd)).toEqual(await diff(['v1'], cwd));
  });

  it('compares revisions, and paths in them', async () => {
    const sub = ['sub/c.charter.yaml work_system.as_is', 'sub/näh/new one.work-system.yaml odd'];
    const inSub = await told(['HEAD~1', 'main', '--', 'sub'], cwd);
    expect(inSub.created).toEqual(sub);
    expect(inSub.closed).toEqual(['sub/b.work-system.yaml odd']);
    expect(await told(['v1:sub', 'HEAD:sub'], cwd)).toEqual(inSub);
    expect((await told(['v1', 'sub'], cwd)).created).toEqual([...sub, 'sub/näh/new one.work-system.yaml even']);
    expect(await told(['v1:./', '.'], join(cwd, 'sub'))).toMatchObject({ code: 1, closed: ['b.work-system.yaml odd'] });
    expect(await told(['HEAD'], cwd)).toEqual({
      ...NOTHING,
      code: 0,
      created: ['sub/näh/new one.work-system.yaml even'],
    });
    // What goes by name is checked in both, whatever is ignored.
    expect(await told(['v1:a.work-system.yaml', 'v1:gone.work-system.yaml'], cwd)).toEqual(NOTHING);
  });

  it('takes the settings of --config for both', async () => {
    const config = join(folder({ 'all.yaml': `${KEYS}odd: x\n` }), 'all.yaml');
    const { code, changed, err } = await told(['v1', '--config', config, '--', 'a.work-system.yaml'], cwd);
    expect([code, changed]).toEqual([2, []]);
    expect(err.match(/all\.yaml:/g)).toHaveLength(1);
  });

  it.each([
    [['nosuch'], 'There is no file, folder or git revision nosuch.\n'],
    [['HEAD~99'], 'There is no file, folder or git revision HEAD~99.\n'],
    [['HEAD:nosuch'], 'There is no such file or folder: HEAD:nosuch.\n'],
    [[':a.work-system.yaml'], 'There is no file, folder or git revision :a.work-system.yaml.\n'],
    [['HEAD', '--', 'nosuch'], 'There is no file or folder nosuch, neither in HEAD nor in the working tree.\n'],
    [
      ['HEAD:sub', '--', 'sub'],
      'Paths behind -- choose among the files of revisions; OLD and NEW then have no path.\n',
    ],
    [['sub'], 'Say what sub is to be compared with.\n'],
    [['a.work-system.yaml', 'sub'], 'a.work-system.yaml is a file and sub a folder. Compare a file with a file'],
    [['HEAD', '/'], '/ is not in the git repository.'],
    [['HEAD', '--output=/tmp/x'], 'diff has no option --output.'],
    [['--', 'HEAD'], 'diff needs OLD [NEW].\n'],
    [['HEAD', 'HEAD', 'HEAD'], 'diff takes OLD [NEW] only, but HEAD was given too.\n'],
    [['HEAD:sub/note.txt'], 'In HEAD:sub/note.txt: sub/note.txt holds nothing that is checked'],
  ])('says what it does not understand: %j', async (args, message) => {
    const { code, err } = await diff(args, cwd);
    expect(err.startsWith(`worksec: ${message}`), err).toBe(true);
    expect(code).toBe(2);
  });
});

describe('worksec diff of files', () => {
  it('compares two files and two folders, whatever they are called', async () => {
    const waiver = '{ rule: format/x, because: Soon sold, decided_by: Owner, until: 2026-12-01 }';
    const cwd = folder({
      [CONFIG]: KEYS,
      'old.work-system.yaml': description('odd: x'),
      'new.work-system.yaml': description('even: x', `waivers: [${waiver}]`),
      'one/a.work-system.yaml': description('odd: x'),
      'two/a.work-system.yaml': description('odd: x', 'even: x'),
      'two/b.work-system.yaml': description(),
      'empty/x.txt': '',
    });
    const { code, out, err } = await diff(['old.work-system.yaml', 'new.work-system.yaml'], cwd);
    expect([code, err]).toEqual([1, '']);
    expect(out).toMatchInlineSnapshot(`
      "New
        new.work-system.yaml:4:1  warning
          “even” is not a field here, so nothing reads it.
          format/unknown-key

      Closed, with their places in old.work-system.yaml
        old.work-system.yaml:4:1  closed
          “odd” is not a field here, so nothing reads it. Did you mean id?
          format/unknown-key

      Exceptions that end soon or have ended
        new.work-system.yaml:5:75  ends on 2026-12-01, in 8 days
          Accepted: format/x in the whole document, decided by Owner. Soon sold

      old.work-system.yaml → new.work-system.yaml: 1 new, 1 closed. 1 exception ends soon.
      "
    `);
    expect(await told(['one', 'two'], cwd)).toEqual({ ...NOTHING, code: 1, created: ['two/a.work-system.yaml even'] });
    expect(await told(['one', 'empty'], cwd)).toEqual({ ...NOTHING, closed: ['one/a.work-system.yaml odd'] });
    expect(await diff(['empty', 'empty'], cwd)).toMatchObject({
      code: 2,
      err: 'worksec: There is nothing to compare, neither in empty nor in empty.\n',
    });
    expect(await diff(['HEAD'], cwd)).toEqual({
      code: 2,
      out: '',
      err: 'worksec: There is no file or folder HEAD.\nIt could be a revision of a git repository, but this folder is in none.\n',
    });
  });
});
