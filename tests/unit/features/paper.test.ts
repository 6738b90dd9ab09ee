import { describe, expect, it } from 'vitest';
import { applySheet, interview, people } from '../../../server/src/features/interview.ts';
import { report } from '../../../server/src/features/report.ts';
import { CLAIMS, FILE } from '../../helpers/claims.ts';
import { uriOf, worldOf } from '../../helpers/cursor.ts';

const URI = uriOf(FILE);
const OWNER = /(no-owner@information\.claim-file -->\s+Answer:)/;

const world = worldOf({ [FILE]: CLAIMS, 'portal.charter.yaml': 'kind: project-charter\nformat: 1\ntitle: Portal\n' });
const blank = interview(world, { uri: URI, format: 'md', group: 'handlers' })!;
const filled = blank.replace(OWNER, '$1 handlers');
const applied = (sheet: string, rest: { beside?: string; otherwise?: string } = {}, uris = [URI]) =>
  applySheet(world, uris, { sheet, ...rest });

describe('a report', () => {
  it('is written in every form, and names files as people do', () => {
    expect(report(world, [URI], 'html')).toMatch(/^<!DOCTYPE html>[\s\S]*<svg/i);
    expect(report(world, [URI], 'md')).toContain('Claims');
    const { documents } = JSON.parse(report(world, [URI, uriOf('portal.charter.yaml')], 'json')!);
    expect(documents.map(({ file }: { file: string }) => file)).toEqual([FILE, 'portal.charter.yaml']);
    for (const format of ['html', 'md', 'json'] as const) expect(report(world, [URI], format)).not.toContain('file://');
  });

  it('is not there where nothing can be reported on', () => {
    expect(report(world, [], 'md')).toBeUndefined();
    expect(report(world, ['file:///work/none.work-system.yaml'], 'md')).toBeUndefined();
  });
});

describe('an interview', () => {
  it('has a sheet for whoever is asked, and says nothing of the machine it was made on', () => {
    expect(people(world, URI)).toEqual([{ id: 'handlers', name: 'Claims handlers' }]);
    expect(blank).toMatch(/^# Questions for Claims handlers/);
    expect(blank).toContain(`<!-- worksec ${FILE}#`);
    expect(interview(world, { uri: URI, format: 'csv' })).toContain('Claims handlers');
    expect(interview(world, { uri: URI, format: 'html' })).toMatch(/^<!DOCTYPE html>/i);
    expect(interview(world, { uri: URI, format: 'md', group: 'nobody' })).toBeUndefined();
  });
});

describe('a filled-in sheet', () => {
  it('says what it changes, for the very text that is open', () => {
    const { files, taken, left, missing } = applied(filled)!;
    expect(files).toMatchObject([{ uri: URI, version: 1 }]);
    expect(files[0]!.edits.map(({ newText }) => newText).join()).toContain('owner: handlers');
    expect([taken, left, missing]).toEqual([1, [], []]);
  });

  it('changes nothing without an answer, and is none where it holds no question', () => {
    expect(applied(blank)).toMatchObject({ files: [], taken: 0, left: [] });
    expect(applied('# Notes\n\nAnswer: yes')).toBeUndefined();
    expect(applied('')).toBeUndefined();
  });

  it('leaves what it cannot put in to a person', () => {
    const { left } = applied(filled.replace('no-owner@information.claim-file', 'no-owner@information.gone'))!;
    expect(left).toMatchObject([{ answer: 'handlers', why: expect.stringMatching(/no longer asked/) }]);
  });

  it('finds a file that was moved, and asks where it cannot tell which is meant', () => {
    const moved = filled.replaceAll(`worksec ${FILE}#`, `worksec old/${FILE}#`);
    expect(applied(moved)!.files).toHaveLength(1);
    const other = filled.replaceAll(`worksec ${FILE}#`, 'worksec gone.work-system.yaml#');
    expect(applied(other)).toMatchObject({ files: [], missing: ['gone.work-system.yaml'] });
    expect(applied(other, { otherwise: URI })).toMatchObject({ missing: [], taken: 1 });
    const twins = [uriOf(`a/${FILE}`), uriOf(`b/${FILE}`)];
    expect(applied(moved, {}, twins)!.missing).toEqual([`old/${FILE}`]);
  });
});
