import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import type { Log, Result } from 'sarif';
import { describe, expect, it } from 'vitest';
import type { ReportedFile } from '../../../server/src/reports/reported.ts';
import { sarifReport } from '../../../server/src/reports/sarif.ts';
import { rules } from '../../../server/src/rules/index.ts';
import { FILE, file, finding, hostileFile, reported, TEXT, whole } from './run.ts';

const schemaFile = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats.default(ajv as never);
const validate = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')));

const logOf = (...files: ReportedFile[]): Log => JSON.parse(whole(sarifReport(files)));
const runOf = (...files: ReportedFile[]) => logOf(...files).runs[0]!;
const resultsOf = (...files: ReportedFile[]): Result[] => runOf(...files).results!;
const fingerprints = (results: readonly Result[]) => results.map(({ partialFingerprints }) => partialFingerprints);

describe('the SARIF report', () => {
  it.each([
    ['a run', [reported(), reported(TEXT, 'sub/ä b/c#1.work-system.yaml')]],
    ['nothing', []],
    ['hostile text', [hostileFile()]],
  ])('fits the official schema: %s', (_, files) => {
    validate(logOf(...files));
    expect(validate.errors ?? []).toEqual([]);
  });

  it('describes every rule, and findings name theirs', () => {
    const run = runOf(reported(), file([finding({ rule: 'own/keys-handed-out' })]));
    const described = run.tool.driver.rules!;
    expect(described.map(({ id }) => id)).toEqual([...rules.map(({ id }) => id), 'own/keys-handed-out']);
    for (const { ruleId, ruleIndex } of run.results!) expect(described[ruleIndex!]!.id).toBe(ruleId);
    for (const rule of described) expect(rule.properties!.tags!.length).toBeLessThanOrEqual(20);
    const misuse = described.find(({ id }) => id === 'customers/misuse-unchecked')!;
    expect(misuse).toMatchObject({
      name: 'CustomersMisuseUnchecked',
      shortDescription: { text: 'Nothing limits what customers do with the information' },
      fullDescription: { text: expect.stringMatching(/^Which sensitive information reaches a customer/) },
      helpUri: expect.stringMatching(/\/customers\/misuse-unchecked\.md$/),
      defaultConfiguration: { level: 'warning' },
      properties: {
        tags: expect.arrayContaining(['work-system', 'customers', 'CUS.1', 'NIST CSF 2.0: GV.SC-02']),
        guidelines: ['CUS.1'],
        'problem.severity': 'warning',
      },
    });
    expect(misuse.help!.text).toMatch(/Why it matters: .*\n\nWhen it speaks: /s);
    expect(misuse.help!.markdown).toMatch(/^\*\*Which .*\*\*\n\n## Why it matters\n\n.*\n\n## When it speaks\n/s);
  });

  it('tells what, how grave and where, with related places', () => {
    const run = runOf(reported());
    expect(run.columnKind).toBe('utf16CodeUnits');
    expect(run.artifacts).toEqual([{ location: { uri: FILE, uriBaseId: '%SRCROOT%' }, roles: ['analysisTarget'] }]);
    expect(run.results!.find(({ ruleId }) => ruleId === 'reference/unknown-id')).toEqual({
      ruleId: 'reference/unknown-id',
      ruleIndex: expect.any(Number),
      level: 'error',
      message: { text: 'Nothing here is called “negotiator”. Did you mean negotiators?' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: FILE, uriBaseId: '%SRCROOT%' },
            region: { startLine: 10, startColumn: 20, endLine: 10, endColumn: 30 },
          },
          logicalLocations: [{ fullyQualifiedName: 'activities.let.performed_by.0' }],
        },
      ],
      relatedLocations: [
        {
          id: 1,
          message: { text: '“negotiators” stands under participants' },
          physicalLocation: {
            artifactLocation: { uri: FILE, uriBaseId: '%SRCROOT%' },
            region: { startLine: 6, startColumn: 3, endLine: 6, endColumn: 14 },
          },
        },
      ],
      partialFingerprints: { 'worksecFinding/v1': 'reference/unknown-id@activities.let.performed_by.0' },
      properties: { severity: 'error' },
    });
  });

  it('keeps notes and hints apart although they share a level', () => {
    const results = resultsOf(file([finding({ severity: 'information' }), finding({ severity: 'hint' })]));
    expect(results.map(({ level, properties }) => [level, properties!.severity])).toEqual([
      ['note', 'information'],
      ['note', 'hint'],
    ]);
  });

  it('says why, by whom and until when a finding was accepted', () => {
    const accepted = resultsOf(reported()).filter(({ suppressions }) => suppressions);
    expect(accepted.map(({ ruleId, suppressions }) => [ruleId, suppressions])).toEqual([
      [
        'governance/no-security-lead',
        [
          {
            kind: 'inSource',
            status: 'accepted',
            justification: 'A new lead comes in the new year (until 2027-01-31, decided by Managing director)',
            properties: { by: 'waiver', decided_by: 'Managing director', until: '2027-01-31' },
          },
        ],
      ],
      [
        'information/unprotected',
        [
          {
            kind: 'inSource',
            status: 'accepted',
            justification: 'It moves to the new program in March (by a comment in the file)',
            properties: { by: 'comment' },
          },
        ],
      ],
    ]);
  });

  it('is the same for the same input, and recognises findings whatever the line ends and the way to the file', () => {
    expect(whole(sarifReport([reported()]))).toBe(whole(sarifReport([reported()])));
    const results = resultsOf(reported());
    expect(new Set(fingerprints(results).map((each) => JSON.stringify(each))).size).toBe(results.length);
    expect(resultsOf(reported(TEXT.replaceAll('\n', '\r\n')))).toEqual(results);
    const elsewhere = resultsOf(reported(`# One line more\n\n${TEXT}`, 'C:\\work\\lettings.work-system.yaml'));
    expect(fingerprints(elsewhere)).toEqual(fingerprints(results));
  });

  it.each([
    ['sub/ä b/c#1.yaml', { uri: 'sub/%C3%A4%20b/c%231.yaml', uriBaseId: '%SRCROOT%' }],
    ['a:b.yaml', { uri: 'a%3Ab.yaml', uriBaseId: '%SRCROOT%' }],
    ['../next/a.yaml', { uri: '../next/a.yaml', uriBaseId: '%SRCROOT%' }],
    ['half\ud800.yaml', { uri: 'half%EF%BF%BD.yaml', uriBaseId: '%SRCROOT%' }],
    ['D:/other drive/a.yaml', { uri: 'file:///D:/other%20drive/a.yaml' }],
  ])('gives the address of %s', (name, location) => {
    expect(runOf(file([], [], { file: name })).artifacts![0]!.location).toEqual(location);
  });

  it('lets no text from a file become a link or a place to fill in', () => {
    const [result] = resultsOf(file([finding({ message: 'See [this](https://evil.example) and {0}\\\nnow' })]));
    expect(result!.message.text).toBe('See \\[this\\](https://evil.example) and {{0}}\\\\ now');
  });
});
