import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CONFIG, check, checkHere, description, folder, only, pairsIn, worksecHere } from './worksec.ts';

const RULES = only('format/unknown-key', 'reference/unknown-id');
const LEAD = only('governance/no-security-lead');

const claims = description(
  'titel: Claims',
  'participants: { handlers: Claims handlers }',
  'activities:',
  '  assess: { does: They decide, performed_by: [handler] }',
);

describe('worksec check', () => {
  it('prints JSON as promised to other programs', () => {
    const cwd = folder({ [CONFIG]: RULES, 'claims.work-system.yaml': claims });
    const { code, out, err } = check(['--format', 'json'], { cwd });
    const { answered, ...summary } = JSON.parse(out).summary;
    const report = { ...JSON.parse(out), summary };
    expect(report).toEqual({
      version: 1,
      files: [{ file: 'claims.work-system.yaml', kind: 'work-system', title: 'Claims' }],
      findings: [
        {
          file: 'claims.work-system.yaml',
          rule: 'format/unknown-key',
          severity: 'warning',
          at: 'titel',
          message: '“titel” is not a field here, so nothing reads it. Did you mean title?',
          range: { start: { line: 3, character: 0 }, end: { line: 3, character: 5 } },
          fingerprint: 'format/unknown-key@titel',
        },
        {
          file: 'claims.work-system.yaml',
          rule: 'reference/unknown-id',
          severity: 'error',
          at: 'activities.assess.performed_by.0',
          message: 'Nothing here is called “handler”. Did you mean handlers?',
          range: { start: { line: 6, character: 46 }, end: { line: 6, character: 53 } },
          fingerprint: 'reference/unknown-id@activities.assess.performed_by.0',
          related: [
            {
              file: 'claims.work-system.yaml',
              range: { start: { line: 4, character: 16 }, end: { line: 4, character: 24 } },
              message: '“handlers” stands under participants',
            },
          ],
        },
      ],
      waived: [],
      summary: { files: 1, errors: 1, warnings: 1, informations: 0, hints: 0, waived: 0 },
    });
    for (const area of Object.values(answered))
      expect(Object.keys(area as object)).toEqual(['questions', 'answered', 'open', 'accepted', 'notApplicable']);
    expect(Object.keys(report.findings[1])).toEqual([
      'file',
      'rule',
      'severity',
      'at',
      'message',
      'range',
      'fingerprint',
      'related',
    ]);
    expect(out.endsWith('}\n')).toBe(true);
    expect([code, err]).toEqual([1, '']);
  });

  it('lists what somebody accepted, and names the documents of a stream', async () => {
    const sensitive = ['information:', '  claim-file: { sensitivity: confidential }'];
    const waiver =
      '{ rule: governance/no-security-lead, because: A new lead comes, decided_by: Manager, until: 2027-01-31 }';
    const first = description('id: first', ...sensitive, `waivers: [${waiver}]`);
    const cwd = folder({
      [CONFIG]: LEAD,
      'two.work-system.yaml': `${first}---\n${description(...sensitive)}`,
    });
    const report = JSON.parse(check(['--format', 'json'], { cwd }).out);
    expect(report.files).toEqual([
      { file: 'two.work-system.yaml', kind: 'work-system', title: 'Claims', document: 'first' },
      { file: 'two.work-system.yaml', kind: 'work-system', title: 'Claims', document: '1' },
    ]);
    expect(report.waived).toEqual([
      expect.objectContaining({
        document: 'first',
        rule: 'governance/no-security-lead',
        fingerprint: 'governance/no-security-lead@first#security_lead',
        waiver: { because: 'A new lead comes', decided_by: 'Manager', until: '2027-01-31', by: 'waiver' },
      }),
    ]);
    expect(report.findings).toEqual([expect.objectContaining({ document: '1', at: 'security_lead' })]);
    expect([report.summary.files, report.summary.waived]).toEqual([1, 1]);
    // The waiver ends: its last day is 31 January.
    expect(pairsIn((await checkHere(['--format', 'json', '--today', '2027-02-01'], cwd)).out)).toHaveLength(2);
  });

  it('prints text for people', () => {
    const cwd = folder({ [CONFIG]: RULES, 'claims.work-system.yaml': claims });
    const { out } = check([], { cwd });
    expect(out.replace(/ (?:\d+ of \d+|All \d+|The one) questions? (?:is|are) answered\./, '')).toMatchInlineSnapshot(`
      "claims.work-system.yaml · Claims

         4:1  warning  “titel” is not a field here, so nothing reads it. Did you mean title?
                       format/unknown-key
                       │ titel: Claims
                       │ ^^^^^

        7:47  error    Nothing here is called “handler”. Did you mean handlers?
                       reference/unknown-id
                       │   assess: { does: They decide, performed_by: [handler] }
                       │                                               ^^^^^^^
                       → 5:17 “handlers” stands under participants

      1 file: 1 error, 1 warning.
      "
    `);
  });

  it('ends as --fail-on says', async () => {
    const cwd = folder({ [CONFIG]: only('format/unknown-key'), 'claims.work-system.yaml': claims });
    const ends = ['hint', 'information', 'warning', 'error', 'never'].map((severity) =>
      worksecHere(['check', '--fail-on', severity], cwd),
    );
    expect((await Promise.all(ends)).map(({ code }) => code)).toEqual([1, 1, 1, 0, 0]);
    expect(check(['--fail-on', 'error'], { cwd }).code).toBe(0);
  });

  it('is clean where nothing is found, also with several files, in the order of their names', async () => {
    const names = ['b.work-system.yaml', 'a.work-system.yaml', 'sub/c.work-system.yml', 'B.work-system.yaml'];
    const cwd = folder({
      [CONFIG]: only('format/unknown-key'),
      ...Object.fromEntries(names.map((name) => [name, description()])),
    });
    const first = check(['--format', 'json', 'sub', 'b.work-system.yaml', '.'], { cwd });
    expect(first.code).toBe(0);
    expect(JSON.parse(first.out).files.map(({ file }: { file: string }) => file)).toEqual([
      'B.work-system.yaml',
      'a.work-system.yaml',
      'b.work-system.yaml',
      'sub/c.work-system.yml',
    ]);
    expect(check(['--format', 'json', '.'], { cwd })).toEqual(first);
    expect((await checkHere([], cwd)).out).toMatch(/^4 files: nothing to report\./);
  });

  it('writes the report into a file', async () => {
    const cwd = folder({ [CONFIG]: RULES, 'claims.work-system.yaml': claims });
    const { code, out, err } = check(['--format=json', '--output', 'findings.json'], { cwd });
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^1 file: 1 error, 1 warning\..* The report is in findings\.json\.\n$/);
    expect(pairsIn(readFileSync(join(cwd, 'findings.json'), 'utf8'))).toHaveLength(2);
    const nowhere = await checkHere(['--output', 'no/such/folder/findings.txt'], cwd);
    expect(nowhere.code).toBe(2);
    expect(nowhere.err).toContain('The report cannot be written to no/such/folder/findings.txt');
  });

  it('shows numbers with --stats', async () => {
    const cwd = folder({ [CONFIG]: RULES, 'claims.work-system.yaml': claims });
    const { out } = await checkHere(['--stats'], cwd);
    expect(out).toContain('Findings by rule\n  1  warning  format/unknown-key\n  1  error    reference/unknown-id\n');
    const json = await checkHere(['--stats', '--format', 'json'], cwd);
    expect(JSON.parse(json.out).version).toBe(1);
    expect(json.err).toContain('Findings by rule\n');
  });

  it('uses colours only where they are wanted, and never lets a file steer the terminal', () => {
    const cwd = folder({
      [CONFIG]: only('format/unknown-key'),
      'bad\u001b[2Jname.work-system.yaml':
        'kind: work-system\nformat: 1\ntitle: "a\\e]0;b\\a"\n"ke\\e[31my\\u202e": x\n',
      'c1.work-system.yaml': 'kind: work-system\nformat: 1\ntitle: x\nke\u009b31my: x # \u202eabc\n',
    });
    const without = check([], { cwd });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
    const steering = /[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]/;
    expect(without.out).not.toMatch(steering);
    expect(without.out).toContain('bad␛[2Jname.work-system.yaml');
    const coloured = check([], { cwd, env: { FORCE_COLOR: '1' } });
    expect(coloured.out).toContain('\u001b[33mwarning');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
    expect(coloured.out.replace(/\x1b\[\d+m/g, '')).toBe(without.out);
    expect(check([], { cwd, env: { FORCE_COLOR: '1', NO_COLOR: '1' } }).out).toBe(without.out);
  });
});
