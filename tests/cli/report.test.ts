import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TODAY } from '../helpers/check.ts';
import { description, folder, type Outcome, worksec, worksecHere } from './worksec.ts';

const report = (args: readonly string[], cwd: string): Promise<Outcome> =>
  worksecHere(['report', '--today', TODAY, ...args], cwd);

const CLAIMS = description('participants: { office: The office }', 'roles: { owner: The owner }');

describe('worksec report', () => {
  it('writes HTML, Markdown or JSON, as the file’s name ends, and says what it wrote', () => {
    const cwd = folder({ 'a.work-system.yaml': CLAIMS });
    const done = worksec(['report', '-o', 'out.html', '--today', TODAY], { cwd });
    expect(done).toEqual({ code: 0, out: '', err: '1 document, 0 open questions. The report is in out.html.\n' });
    expect(readFileSync(join(cwd, 'out.html'), 'utf8')).toMatch(/^<!DOCTYPE html>[\s\S]*<h1><bdi>Claims<\/bdi><\/h1>/);
  });

  it('prints Markdown without a file, and another form where one is asked for', async () => {
    const cwd = folder({ 'a.work-system.yaml': CLAIMS });
    expect((await report([], cwd)).out).toMatch(/^## Claims\n/);
    expect(JSON.parse((await report(['--format', 'json'], cwd)).out)).toMatchObject({ version: 1, today: TODAY });
    await report(['--format', 'json', '--output', 'out.txt'], cwd);
    expect(JSON.parse(readFileSync(join(cwd, 'out.txt'), 'utf8')).documents).toHaveLength(1);
  });

  it('begins with an overview where there are several files', async () => {
    const cwd = folder({
      'a.work-system.yaml': CLAIMS,
      'sub/b.work-system.yaml': CLAIMS.replace('Claims', 'Claims, next'),
    });
    const { shared, documents } = JSON.parse((await report(['--format', 'json'], cwd)).out);
    expect(documents.map(({ file }: { file: string }) => file)).toEqual([
      'a.work-system.yaml',
      'sub/b.work-system.yaml',
    ]);
    expect(shared.map(({ section, name }: Record<string, string>) => `${section} ${name}`)).toEqual([
      'participants office',
      'roles owner',
    ]);
    expect((await report([], cwd)).out).toMatch(/^## 2 documents[\s\S]*### What they share\n/);
  });

  it('tells what has changed since a revision, and what is no longer there', async () => {
    const cwd = folder({ 'a.work-system.yaml': description('odd: 1'), 'gone.work-system.yaml': CLAIMS });
    const git = (...args: readonly string[]): void => {
      const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
      execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@x', ...args], { cwd, env, stdio: 'pipe' });
    };
    git('init', '-q', '-b', 'main');
    git('add', '-A');
    git('commit', '-q', '-m', 'x');
    rmSync(join(cwd, 'gone.work-system.yaml'));
    writeFileSync(join(cwd, 'a.work-system.yaml'), description('other: 1'));
    const { since, gone, documents } = JSON.parse((await report(['--since', 'main', '--format', 'json'], cwd)).out);
    expect([since, gone]).toEqual(['main', ['gone.work-system.yaml']]);
    const told = documents[0].since;
    expect(told.created.map(({ at }: { at: string }) => at)).toEqual(['other']);
    expect(told.closed.map(({ at }: { at: string }) => at)).toEqual(['odd']);
    expect(await report(['--since', 'mian'], cwd)).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(/^worksec: There is no git revision mian\.\n/),
    });
  });

  it('reports on what can be read, and ends with 2 where something could not be', async () => {
    const cwd = folder({ 'a.work-system.yaml': CLAIMS, 'b.work-system.yaml': 'kind: [\n' });
    const { code, out } = await report(['--format', 'md'], cwd);
    expect(code).toBe(0);
    expect(out).toContain('The text cannot be read here');
    const missing = await report(['a.work-system.yaml', 'c.yaml'], cwd);
    expect([missing.code, missing.err]).toEqual([2, 'worksec: There is no file or folder c.yaml.\n']);
    expect(missing.out).toMatch(/^## Claims\n/);
  });

  it.each([
    [['-o', 'out.txt'], 'The name out.txt does not say how the report is to be written.\nLet it end in .html'],
    [['--format', 'pdf'], '--format takes html, md or json, not pdf.'],
    [['-o', 'a.work-system.yaml', '--format', 'md'], 'a.work-system.yaml is one of the files that are reported on.'],
    [['-o', 'no/such/out.html'], 'The report cannot be written to no/such/out.html: it is not there.'],
    [['--since', 'main'], 'This folder is in no git repository, so there is no revision main.'],
    [['empty'], 'There is nothing to check in empty'],
  ])('writes nothing where it was not understood: %j', async (args, message) => {
    const cwd = folder({ 'a.work-system.yaml': CLAIMS, 'empty/note.txt': '' });
    const { code, out, err } = await report(args, cwd);
    expect([code, out]).toEqual([2, '']);
    expect(err.startsWith(`worksec: ${message}`), err).toBe(true);
    expect(readFileSync(join(cwd, 'a.work-system.yaml'), 'utf8')).toBe(CLAIMS);
    expect(existsSync(join(cwd, 'out.txt'))).toBe(false);
  });
});
