import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TODAY } from '../helpers/check.ts';
import { readSample } from '../helpers/collection.ts';
import { folder, worksec, worksecHere } from './worksec.ts';

const FILE = 'vet-appointments.work-system.yaml';
const questions = (cwd: string, ...more: readonly string[]) =>
  worksecHere(['questions', '--today', TODAY, ...more], cwd);
const answers = (cwd: string, ...more: readonly string[]) => worksecHere(['answers', '--today', TODAY, ...more], cwd);

/** The words behind the mark of a question in a sheet. */
const fill = (sheet: string, rule: string, said: string): string =>
  sheet.replace(new RegExp(`(${rule}@\\S+ -->\n\nAnswer:)`), (_, mark) => `${mark} ${said}`);

describe('worksec questions', () => {
  it('asks one group, by id or name, and says who there is', async () => {
    const cwd = folder({ [FILE]: readSample(FILE) });
    const byName = await questions(cwd, FILE, '--for', 'locum vets');
    expect(byName.out).toMatch(/^# Questions for Locum vets <!-- worksec -->\n/);
    expect(byName.out.match(/^# /gm)).toHaveLength(1);
    expect((await questions(cwd, FILE, '--for', 'locum-vets')).out).toBe(byName.out);
    const wrong = await questions(cwd, FILE, '--for', 'locum-vet');
    expect(wrong).toMatchObject({ code: 2, out: '' });
    expect(wrong.err).toContain('No group or post is called locum-vet. Did you mean locum-vets?');
    expect((await questions(cwd, FILE, '-o', 'pdf')).err).toContain('--output takes md, html or csv, not pdf.');
  });

  it('writes a file by its ending, and prints by a word', async () => {
    const cwd = folder({ [FILE]: readSample(FILE) });
    expect((await questions(cwd, FILE, '-o', 'sheet.html')).err).toMatch(
      /^Wrote sheet\.html: \d+ open questions on \d+ sheets\.\n$/,
    );
    expect(readFileSync(join(cwd, 'sheet.html'), 'utf8')).toMatch(/^<!DOCTYPE html>/);
    expect((await questions(cwd, FILE, '-o', 'csv')).out).toMatch(
      /^\ufeffref,group,activity,about,question,answer,who,date\r\n/,
    );
  });
});

describe('worksec answers', () => {
  it('shows a patch that git takes, and writes the same', async () => {
    // A name that git has to put in quotes, a mark at the beginning, Windows line ends and none at the end.
    const name = 'tiérarzt praxis.work-system.yaml';
    const before = `\ufeff${readSample(FILE).trimEnd().replaceAll('\n', '\r\n')}`;
    const cwd = folder({ [`lettings/${name}`]: before });
    const sheet = (await questions(cwd, `lettings/${name}`)).out;
    writeFileSync(join(cwd, 'sheet.md'), fill(sheet, 'information/no-owner', 'Dörte: she “keeps” the #1 key'));
    const built = worksec(['answers', 'sheet.md', '--today', TODAY], { cwd });
    expect(built).toMatchObject({
      code: 0,
      err: expect.stringMatching(/^1 answer taken, 0 left out, \d+ still open\.\n$/),
    });
    execFileSync('git', ['init', '-q'], { cwd });
    execFileSync('git', ['apply', '--whitespace=nowarn', '-'], { cwd, input: built.out });
    const patched = readFileSync(join(cwd, 'lettings', name), 'utf8');
    expect(patched).toContain('owner: "Dörte: she “keeps” the #1 key"');
    expect(patched.split('\r\n').filter((line) => !before.split('\r\n').includes(line))).toHaveLength(1);

    writeFileSync(join(cwd, 'lettings', name), before);
    expect((await answers(cwd, 'sheet.md', '--write')).err).toContain(`changed lettings/${name}\n`);
    expect(readFileSync(join(cwd, 'lettings', name), 'utf8')).toBe(patched);
    const again = await answers(cwd, 'sheet.md', '--write');
    expect(again).toMatchObject({ code: 1, out: '' });
    expect(again.err).toContain('It has been answered in the file in the meantime; what stands there stays.');
  });

  it('says what it leaves out, and finds no file that the sheet must not lead to', async () => {
    const cwd = folder({ [`work/${FILE}`]: readSample(FILE), 'note.txt': 'Dear all' });
    const sheet = (await questions(cwd, `work/${FILE}`)).out;
    writeFileSync(join(cwd, 'sheet.md'), fill(sheet, 'snapshot/unused-item', 'Peter'));
    const left = await answers(cwd, 'sheet.md');
    expect(left.code).toBe(1);
    expect(left.err).toContain('No single field takes this answer; work it into the file by hand.\n  “Peter”');
    writeFileSync(join(cwd, 'sheet.md'), sheet.replaceAll(`work/${FILE}`, `../../${FILE}`));
    expect((await answers(cwd, 'sheet.md')).err).toContain('which is not there');
    expect((await answers(cwd, 'sheet.md', '--file', `work/${FILE}`)).code).toBe(0);
    expect((await answers(cwd, 'note.txt')).err).toContain('note.txt holds no questions of worksec.');
    expect((await answers(cwd, 'none.md')).err).toContain('The sheet none.md cannot be read: it is not there.');
  });

  it('reads a table as a spreadsheet of another country saves it', async () => {
    const cwd = folder({ [FILE]: readSample(FILE) });
    const line = (await questions(cwd, FILE, '-o', 'csv')).out
      .split('\r\n')
      .find((row) => row.includes('information/no-owner'))!;
    const table = `ref;answer\r\n${line.split(',')[0]};"Dörte; die Chefin"\r\n`;
    writeFileSync(join(cwd, 'sheet.csv'), Buffer.from(table, 'latin1'));
    expect((await answers(cwd, 'sheet.csv')).out).toMatch(/\+.*owner: .*Dörte; die Chefin/);
  });
});
