import { describe, expect, it } from 'vitest';
import type { CheckedFile } from '../../../server/src/check/check.ts';
import { compareFile, together } from '../../../server/src/reports/diff.ts';
import { diffJson } from '../../../server/src/reports/diff-json.ts';
import { diffMarkdown } from '../../../server/src/reports/diff-markdown.ts';
import { diffText } from '../../../server/src/reports/diff-text.ts';
import { plain } from '../../../server/src/reports/paint.ts';
import { check, TODAY } from '../../helpers/check.ts';
import { finding, HOSTILE } from './run.ts';

const RULE = 'participants/training-missing';

const description = (groups: readonly string[], ...more: readonly string[]): string =>
  [
    'kind: work-system',
    'format: 1',
    'title: Lettings',
    'participants:',
    ...groups.map((group) => `  ${group}`),
    'activities:',
    `  let: { does: They let flats, performed_by: [${groups.map((group) => group.split(':')[0]).join(', ')}], uses: [tenant-file] }`,
    'information:',
    '  tenant-file: { sensitivity: confidential }',
    ...more,
    '',
  ].join('\n');

const OLD = description(['agents: Agents', 'cleaners: Cleaners', 'porters: Porters']);
const TRAINED = 'agents: { training: { covers: [consequences, tenant-file], last: 2026-06-01, next_due: 2027-06-01 } }';

const compare = (old: CheckedFile | undefined, now: CheckedFile | undefined) => compareFile(old, now, TODAY);
const told = (findings: readonly { rule: string; at: string }[]): string[] =>
  findings.map(({ rule, at }) => `${rule} ${at}`);

describe('the comparison of two states of a file', () => {
  it('finds nothing between a text and itself, also with its keys in another order', () => {
    const none = { created: [], closed: [], changed: [], exceptions: [] };
    const [head, tail] = OLD.split('activities:');
    expect(compare(check(OLD), check(OLD.replaceAll('\n', '\r\n')))).toEqual(none);
    expect(compare(check(OLD), check(`activities:${tail}${head}`))).toEqual(none);
    expect(compare(undefined, undefined)).toEqual(none);
  });

  it('tells what was closed item by item, and nothing as new where a roll-up ends or begins', () => {
    const [before, after] = [check(OLD), check(OLD.replace('agents: Agents', TRAINED))];
    const forth = compare(before, after);
    expect(told(forth.closed)).toEqual([`${RULE} participants.agents`]);
    expect(forth.closed[0]).toMatchObject({ accepted: false, range: { start: { line: 4, character: 2 } } });
    expect(forth.created).toEqual([]);
    const back = compare(after, before);
    expect([told(back.created), back.closed]).toEqual([[`${RULE} participants.agents`], []]);
  });

  it('keeps findings rolled up where all of them came or went', () => {
    const checked = check(OLD);
    expect(told(compare(undefined, checked).created)).toContain(`${RULE} participants`);
    expect(told(compare(checked, undefined).closed)).toContain(`${RULE} participants`);
    expect(compare(undefined, checked).created).toHaveLength(checked.findings.length);
  });

  it('says which findings were closed by accepting them', () => {
    const waiver = `  - { rule: ${RULE}, at: participants.agents, because: They leave, decided_by: Owner, until: 2027-06-30 }`;
    const { created, closed, exceptions } = compare(
      check(OLD),
      check(description(['agents: Agents', 'cleaners: Cleaners', 'porters: Porters'], 'waivers:', waiver)),
    );
    expect(closed.map(({ at, accepted }) => [at, accepted])).toEqual([['participants.agents', true]]);
    expect([created, exceptions]).toEqual([[], []]);
  });

  it('tells of another severity, rolled up or not', () => {
    const hint = { settings: { severity: { participants: 'hint' as const } } };
    const { created, closed, changed } = compare(check(OLD), check(OLD, hint));
    expect([created, closed]).toEqual([[], []]);
    expect(changed.find(({ rule }) => rule === RULE)).toMatchObject({
      at: 'participants',
      severity: 'hint',
      was: 'warning',
    });
    const single = compare(check(OLD.replace('agents: Agents', TRAINED)), check(OLD, hint));
    expect(told(single.created)).toEqual([`${RULE} participants.agents`]);
    expect(told(single.changed.filter(({ rule }) => rule === RULE))).toEqual([
      `${RULE} participants.cleaners`,
      `${RULE} participants.porters`,
    ]);
  });

  it('takes nothing for closed behind a place that cannot be read', () => {
    const { created, closed } = compare(check(OLD), check(`${OLD}  : [\n`));
    expect([told(created).map((each) => each.split(' ')[0]), closed]).toEqual([['format/yaml-syntax'], []]);
  });

  it('tells which exceptions end within 30 days or have ended', () => {
    const waiver = (until: string, more = ''): string =>
      `  - { rule: governance/no-security-lead,${more} because: A lead comes, decided_by: Owner, until: ${until} }`;
    const now = check(
      description(
        ['agents: { training: { ask_later: { who: Owner, by: 2026-11-23 } } }', 'cleaners: Cleaners'],
        'incident_response: { not_applicable: { because: Nothing can happen, decided_by: Owner, until: 2026-12-01 } }',
        'products: { ask_later: { who: Owner, by: 2026-12-24 } }',
        'waivers:',
        waiver('2026-12-23'),
        waiver('2026-12-24'),
        waiver('2026-11-22', ' at: security_lead,'),
      ),
    );
    const { exceptions } = compare(undefined, now);
    expect(exceptions.map(({ kind, at, until, days, who }) => [kind, at, until, days, who])).toEqual([
      ['ask_later', 'participants.agents.training', '2026-11-23', 0, 'Owner'],
      ['not_applicable', 'incident_response', '2026-12-01', 8, 'Owner'],
      ['waiver', 'waivers.0', '2026-12-23', 30, 'Owner'],
      ['waiver', 'security_lead', '2026-11-22', -1, 'Owner'],
    ]);
    expect(exceptions[3]).toMatchObject({ rule: 'governance/no-security-lead', because: 'A lead comes' });
    const [line] = now.stream.text.split('\n').flatMap((text, i) => (text.includes('ask_later: { who') ? [i] : []));
    expect(exceptions[0]!.range.start.line).toBe(line);
  });
});

const names = { old: 'v1', now: 'the working tree' };
const options = { paint: plain, width: 100 };

describe('the report of a comparison', () => {
  const comparison = together([
    compare(check(OLD), check(OLD.replace('agents: Agents', TRAINED))),
    compare(undefined, check('kind: work-system\nformat: 1\ntitle: x\nodd: y\n', { file: 'b.work-system.yaml' })),
  ]);

  it('is text for people', () => {
    expect(diffText({ ...comparison, created: comparison.created.slice(0, 0) }, names, options)).toBe(
      [
        'Closed, with their places in v1',
        '  example.work-system.yaml:5:3  closed',
        '    No training is recorded for agents, who handle tenant-file.',
        '    participants/training-missing',
        '',
        'v1 → the working tree: 0 new, 1 closed.',
        '',
      ].join('\n'),
    );
  });

  it('is JSON with findings as a check prints them', () => {
    const report = JSON.parse(diffJson(comparison, names));
    expect(Object.keys(report)).toEqual(['version', 'compared', 'new', 'closed', 'changed', 'exceptions', 'summary']);
    expect(report.compared).toEqual({ old: 'v1', new: 'the working tree' });
    expect(report.closed).toEqual([
      {
        file: 'example.work-system.yaml',
        rule: RULE,
        severity: 'warning',
        at: 'participants.agents',
        message: 'No training is recorded for agents, who handle tenant-file.',
        range: { start: { line: 4, character: 2 }, end: { line: 4, character: 8 } },
        fingerprint: `${RULE}@participants.agents`,
        accepted: false,
      },
    ]);
    const { new: created, ...rest } = report.summary;
    expect(rest).toEqual({ closed: 1, accepted: 0, changed: 0, ending: 0, ended: 0 });
    expect(created.warning).toBeGreaterThan(0);
  });

  it('is Markdown that fits into a comment', () => {
    const many = Array.from({ length: 200 }, () => finding({ file: HOSTILE, message: HOSTILE, rule: HOSTILE }));
    const exception = {
      file: HOSTILE,
      kind: 'waiver' as const,
      at: HOSTILE,
      range: finding().range,
      until: '2026-12-01',
      days: 8,
      rule: HOSTILE,
      because: HOSTILE,
      who: HOSTILE,
    };
    const hostile = {
      created: many,
      closed: many.map((each) => ({ ...each, accepted: true })),
      changed: many.map((each) => ({ ...each, was: 'hint' as const })),
      exceptions: many.map(() => exception),
    };
    const text = diffMarkdown(hostile, { old: HOSTILE, now: HOSTILE });
    expect(text.length).toBeLessThan(65_536);
    expect(diffMarkdown({ ...hostile, created: many.map(() => finding()) }, names)).toContain('\n- and 176 more\n');
    // Nothing a file holds begins a line, and none of its markup is left as such.
    for (const line of text.split('\n')) expect(line).toMatch(/^(?:$|#{2,3} |- |&lt;)/);
    expect(text).not.toMatch(/<script|\]\(https:\/\/evil/);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
    const steering = /[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]/;
    const shown = diffText(hostile, { old: HOSTILE, now: HOSTILE }, options);
    expect(steering.exec(shown)).toBeNull();
  });
});
