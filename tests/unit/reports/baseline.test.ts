import { describe, expect, it } from 'vitest';
import type { CheckedFile } from '../../../server/src/check/check.ts';
import { baselineText, newSince, readBaseline } from '../../../server/src/reports/baseline.ts';
import { byItem, only, pairsOf } from '../../../server/src/reports/baseline-items.ts';
import { comparedBelow, comparedLine } from '../../../server/src/reports/baseline-told.ts';
import { jsonReport } from '../../../server/src/reports/json.ts';
import { check, pairs } from '../../helpers/check.ts';
import { HOSTILE, whole } from './run.ts';

const RULE = 'participants/training-missing';
const TRAINED = '{ training: { covers: [consequences, tenant-file], last: 2026-06-01, next_due: 2027-06-01 } }';

/** A description with some groups that handle sensitive information. */
const withGroups = (groups: Readonly<Record<string, string>>): string =>
  [
    'kind: work-system',
    'format: 1',
    'title: Lettings',
    'participants:',
    ...Object.entries(groups).map(([id, value]) => `  ${id}: ${value}`),
    'activities:',
    `  let: { does: They let flats, performed_by: [${Object.keys(groups).join(', ')}], uses: [tenant-file] }`,
    'information:',
    '  tenant-file: { sensitivity: confidential }',
    '',
  ].join('\n');

const BARE = { negotiators: 'Negotiators', cleaners: 'Cleaners', porters: 'Porters' };
const bare = check(withGroups(BARE));
const known = pairsOf(bare.findings);

const ofRule = (checked: CheckedFile): string[] => pairs(checked).filter((pair) => pair.startsWith(RULE));
const isNew = (text: string) => newSince(check(text), known);

describe('the pairs of findings', () => {
  it('take a rolled-up finding apart into what each item would be told by itself', () => {
    const rolled = bare.findings.find(({ rule }) => rule === RULE)!;
    expect(ofRule(bare)).toEqual([`${RULE} participants`]);
    const parts = byItem(rolled);
    expect(parts.map(({ fingerprint }) => fingerprint)).toEqual(
      ['negotiators', 'cleaners', 'porters'].map((id) => `${RULE}@participants.${id}`),
    );
    // As soon as one is answered, the others are told by themselves.
    const started = check(withGroups({ ...BARE, negotiators: TRAINED }));
    const single = started.findings.find(({ fingerprint }) => fingerprint === parts[1]!.fingerprint)!;
    const { rule, severity, at, message, fingerprint } = single;
    expect(parts[1]).toMatchObject({ rule, severity, at, message, fingerprint });
    expect(bare.stream.text.slice(parts[1]!.span.start, parts[1]!.span.end)).toBe('cleaners');
  });

  it('name the document of a stream', () => {
    const text = withGroups(BARE).replace('format: 1', 'format: 1\nid: lettings');
    const several = check(`${text}---\n${text.replace('id: lettings', 'id: sales')}`);
    const found = pairsOf(several.findings);
    expect(found).toContain(`${RULE}@lettings#participants.cleaners`);
    expect(found).toContain(`${RULE}@sales#participants.cleaners`);
    expect(newSince(several, found)).toEqual({ findings: [], known: found.size, gone: 0 });
  });

  it('keep a finding whole while all of it counts, and in the order of the text', () => {
    expect(only(bare.findings, () => true)).toEqual(bare.findings);
    expect(only(bare.findings, () => false)).toEqual([]);
    const some = only(bare.findings, ({ fingerprint }) => !fingerprint.endsWith('.negotiators'));
    const starts = some.map(({ span }) => span.start);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
  });
});

describe('newSince', () => {
  it('takes nothing for new when somebody starts answering, and nothing when the answer is taken back', () => {
    const started = withGroups({ ...BARE, negotiators: TRAINED });
    expect(ofRule(check(started))).toHaveLength(2);
    expect(isNew(started)).toEqual({ findings: [], known: known.size - 1, gone: 1 });
    const noted = pairsOf(check(started).findings);
    const back = newSince(bare, noted);
    expect(back.findings.map(({ fingerprint }) => fingerprint)).toEqual([`${RULE}@participants.negotiators`]);
    expect([back.known, back.gone]).toEqual([noted.size, 0]);
  });

  it('reports of a rolled-up finding only the item that is new', () => {
    const more = isNew(withGroups({ ...BARE, drivers: 'Drivers' }));
    const ofDrivers = more.findings.filter(({ rule }) => rule === RULE);
    expect(ofDrivers.map(({ at, message }) => `${at.join('.')}: ${message}`)).toEqual([
      'participants.drivers: No training is recorded for drivers, who handle tenant-file.',
    ]);
    expect(more.findings.every(({ at }) => at.join('.') === 'participants.drivers')).toBe(true);
    expect([more.known, more.gone]).toEqual([known.size, 0]);
  });

  it('keeps a finding rolled up where all of its items are new', () => {
    const { findings } = newSince(bare, new Set());
    expect(findings).toEqual(bare.findings);
  });

  it('does not mind where a text stands, how it is worded and how its lines end', () => {
    const text = withGroups(BARE);
    const [head, activities] = text.split('activities:');
    const [middle, information] = activities!.split('information:');
    const moved = `# A note\n\n${head!.replace('title: Lettings\n', '')}information:${information}activities:${middle}title: Flats\n`;
    for (const other of [
      moved,
      text.replaceAll('\n', '\r\n'),
      text.replaceAll('\n', '\r'),
      `\ufeff${text}`,
      text.replace('Cleaners', '{ name: Those who clean }').replace('They let flats', 'Flats are let'),
      withGroups({ porters: 'Porters', negotiators: 'Negotiators', cleaners: 'Cleaners' }),
    ])
      expect(isNew(other), other).toEqual({ findings: [], known: known.size, gone: 0 });
  });

  it('takes nothing for settled behind a place that cannot be read', () => {
    const broken = isNew(`${withGroups(BARE)}  : [\n`);
    expect(broken.findings.map(({ rule }) => rule)).toEqual(['format/yaml-syntax']);
    expect([broken.known, broken.gone]).toEqual([0, 0]);
  });
});

describe('a baseline', () => {
  it('is sorted, has one finding to a line, and reads back', () => {
    const text = baselineText([
      ['b.work-system.yaml', ['y@b', 'x@a']],
      ['clean.work-system.yaml', []],
      ['a.work-system.yaml', new Set(['x@a'])],
    ]);
    expect(text).toBe(
      [
        '{',
        '  "version": 1,',
        '  "files": {',
        '    "a.work-system.yaml": [',
        '      "x@a"',
        '    ],',
        '    "b.work-system.yaml": [',
        '      "x@a",',
        '      "y@b"',
        '    ]',
        '  }',
        '}',
        '',
      ].join('\n'),
    );
    const read = readBaseline(`\ufeff${text.replaceAll('\n', '\r\n')}`);
    expect(read).toEqual(
      new Map([
        ['a.work-system.yaml', new Set(['x@a'])],
        ['b.work-system.yaml', new Set(['x@a', 'y@b'])],
      ]),
    );
  });

  it('reads paths as Windows writes them', () => {
    const read = readBaseline('{ "version": 1, "files": { ".\\\\sub\\\\a.charter.yaml": ["x@a"], "./b": [] } }');
    expect(read).toEqual(
      new Map([
        ['sub/a.charter.yaml', new Set(['x@a'])],
        ['b', new Set()],
      ]),
    );
  });

  it('takes any name and fingerprint for no more than a text', () => {
    const text = baselineText([
      ['__proto__', [HOSTILE]],
      ['constructor', ['x@__proto__']],
    ]);
    expect(readBaseline(text)).toEqual(
      new Map([
        ['__proto__', new Set([HOSTILE])],
        ['constructor', new Set(['x@__proto__'])],
      ]),
    );
  });

  it.each([
    ['', 'it is no JSON'],
    ['<<<<<<< HEAD\n{}', 'it is no JSON'],
    ['null', 'it is no baseline of worksec'],
    ['[]', 'it is no baseline of worksec'],
    ['{ "version": "1", "files": {} }', 'it is no baseline of worksec'],
    ['{ "version": 2, "files": {} }', 'it is of version 2, and this worksec knows version 1 only'],
    ['{ "version": 1 }', 'its list of files is missing'],
    ['{ "version": 1, "files": [] }', 'its list of files is missing'],
    ['{ "version": 1, "files": { "a": [1] } }', 'what it holds for a is no list of fingerprints'],
    ['{ "version": 1, "files": { "a": "x" } }', 'what it holds for a is no list of fingerprints'],
  ])('says what is wrong with %j', (text, wrong) => {
    expect(readBaseline(text)).toBe(wrong);
  });

  it('is told of where a format has a place for it', () => {
    const compared = { known: 1, gone: 0 };
    const line = 'Compared with b.json: 1 known finding left out, 0 gone.';
    expect(comparedLine(compared, 'b.json')).toBe(line);
    expect(comparedBelow('text', compared, 'b.json')).toBe(`${line}\n`);
    expect(comparedBelow('markdown', compared, 'b.json')).toBe(`\n${line}\n`);
    expect(comparedBelow('sarif', compared, 'b.json')).toBeUndefined();
    const json = JSON.parse(whole(jsonReport([], { compared })));
    expect([comparedBelow('json', compared, 'b.json'), json.summary.baseline]).toEqual(['', compared]);
  });
});
