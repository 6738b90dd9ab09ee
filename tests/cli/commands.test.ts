import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from '../../server/src/rules/index.ts';
import { description, folder, worksec, worksecHere } from './worksec.ts';

const cwd = folder({ 'a.work-system.yaml': description() });

describe('worksec', () => {
  it.each([
    [['chek'], 'chek is no command of worksec. Did you mean check?\n'],
    [['a.work-system.yaml'], 'a.work-system.yaml is no command.\nTo check it: worksec check a.work-system.yaml\n'],
    [['check', '--formt', 'json'], 'check has no option --formt. Did you mean --format?\n'],
    [
      ['check', '--format', 'jsn'],
      '--format takes text, json, sarif, junit, github or markdown, not jsn. Did you mean json?\n',
    ],
    [['check', '--fail-on=bad'], '--fail-on takes error, warning, information, hint or never, not bad.\n'],
    [['check', '--today', '2026-02-30'], '--today takes a day such as 2027-01-31, not 2026-02-30.\n'],
    [['check', '--output', '--fix'], '--output needs a value: --output FILE.\n'],
    [['check', '--fix=yes'], '--fix takes no value.\n'],
    [['rules', 'customers'], 'rules takes no arguments, but customers was given.\n'],
    [['explain'], 'explain needs RULE.\n'],
    [
      ['explain', 'custmers/misuse-unchecked'],
      'There is no rule custmers/misuse-unchecked. Did you mean customers/misuse-unchecked?\n',
    ],
    [['lsp'], 'The language server talks over standard input and output only.\n'],
  ])('tells what it does not understand: %j', async (args, message) => {
    const { code, out, err } = await worksecHere(args, cwd);
    expect([code, out]).toEqual([2, '']);
    expect(err.startsWith(`worksec: ${message}`), err).toBe(true);
  });

  it('ends with 2 where it was not understood', () => {
    const expected = { code: 2, out: '', err: 'worksec: chek is no command of worksec. Did you mean check?\n' };
    expect(worksec(['chek'], { cwd })).toEqual(expected);
  });

  it('helps', async () => {
    const help = worksec(['--help'], { cwd });
    expect(help.code).toBe(0);
    expect(help.out).toMatch(/Usage\n {2}worksec COMMAND/);
    expect(await worksecHere([], cwd)).toEqual(help);
    const check = await worksecHere(['check', '--help'], cwd);
    expect(check.out).toMatch(/--fail-on SEVERITY[\s\S]*Examples\n/);
    expect(await worksecHere(['help', 'check'], cwd)).toEqual(check);
  });

  it('tells its version', () => {
    const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'));
    expect(worksec(['--version'], { cwd })).toEqual({ code: 0, out: `${version}\n`, err: '' });
  });

  it('lists every rule', async () => {
    const { code, out } = worksec(['rules', '--json'], { cwd });
    const listed = JSON.parse(out) as Record<string, unknown>[];
    expect(code).toBe(0);
    expect(listed.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
    expect(listed.find(({ id }) => id === 'customers/misuse-unchecked')).toEqual({
      id: 'customers/misuse-unchecked',
      severity: 'warning',
      kind: 'work-system',
      core: true,
      title: 'Nothing limits what customers do with the information',
      guidelines: ['CUS.1'],
      url: 'https://github.com/work-system-security/work-system-security/blob/main/docs/rules/customers/misuse-unchecked.md',
    });
    expect((await worksecHere(['rules'], cwd)).out).toMatch(
      /^Customers\n(?: .*\n)* {2}customers\/misuse-unchecked +warning {2}Nothing limits/m,
    );
  });

  it('explains a rule, also by the beginning of its name', async () => {
    const { code, out } = worksec(['explain', 'customers/misuse-unchecked'], { cwd });
    expect(code).toBe(0);
    for (const part of [
      'Nothing limits what customers do with the information\ncustomers/misuse-unchecked · warning',
      'Table 1, row Customers, item 1',
      'An example it speaks about\n    kind: work-system\n',
      'This tool claims no conformity with any of them.',
    ])
      expect(out).toContain(part);
    expect((await worksecHere(['explain', 'misuse-unch'], cwd)).out).toBe(out);
    const several = await worksecHere(['explain', 'format/'], cwd);
    expect(several.code).toBe(2);
    expect(several.err).toMatch(/^worksec: \d+ rules begin with format\/\.\nSay which: format\/yaml-syntax, /);
  });

  it('explains a question of one’s own, from the settings of the folder', async () => {
    const project = folder({
      'worksec.config.yaml': `rules:
  - id: own/screen-out-of-sight
    question: Can visitors read along on {name}?
    why: The front desk faces the door
    for: technologies
    answer: x-in-view
`,
    });
    expect(await worksecHere(['explain', 'screen'], project)).toEqual({
      code: 0,
      out: `Can visitors read along on each item
own/screen-out-of-sight · note · for work system descriptions

When it speaks
  A question of your own, asked of technologies: The front desk faces the door
`,
      err: '',
    });
    expect((await worksecHere(['explain', 'own/screen'], folder())).err).toMatch(
      /^worksec: There is no rule own\/screen\./,
    );
  });

  it('writes a first description, and never over another', async () => {
    const empty = folder();
    const { code, out } = worksec(['init'], { cwd: empty });
    expect([code, out.split('\n')[0]]).toEqual([0, 'Wrote my-work.work-system.yaml, the description of an example.']);
    const file = join(empty, 'my-work.work-system.yaml');
    const written = readFileSync(file, 'utf8');
    // It is a good beginning: nothing in it is broken, and the rules have something to ask.
    const { summary } = JSON.parse((await worksecHere(['check', '--format', 'json'], empty)).out);
    expect(summary.errors).toBe(0);
    expect(await worksecHere(['init'], empty)).toMatchObject({
      code: 2,
      err: 'worksec: my-work.work-system.yaml was not written: it is there already.\n',
    });
    expect(readFileSync(file, 'utf8')).toBe(written);
  });
});
