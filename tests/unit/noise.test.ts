import { describe, expect, it } from 'vitest';
import type { Finding } from '../../server/src/check/finding.ts';
import { SCHEMAS } from '../../server/src/check/interpret.ts';
import type { Kind } from '../../server/src/formats/common.ts';
import { fieldOf } from '../../server/src/formats/field.ts';
import { schemaAt } from '../../server/src/formats/schema-at.ts';
import { draftsOf } from '../../server/src/reports/noise-page.ts';
import type { Path } from '../../server/src/yaml/node.ts';
import { asData } from '../helpers/as-data.ts';
import { check, pairs } from '../helpers/check.ts';
import { checkAmongSamples, readSample, sampleFiles } from '../helpers/collection.ts';
import { bareIds, sampleValue, textOf } from '../helpers/documents.ts';

const TENANT = 'tenant-referencing.work-system.yaml';

/** Lists that say how the items hang together; none of them is a security answer. */
const REFERENCES = [
  'performed_by',
  'uses',
  'creates',
  'produces',
  'with',
  'receives',
  'sees',
  'contains',
  'stored_in',
  'hosts',
];

const bareTenant = (...fields: readonly string[]): string =>
  textOf(bareIds(sampleValue(TENANT), new Set([...REFERENCES, ...fields])));

describe('how much is said', () => {
  it('about information that nobody has classified: one question first, and little else', () => {
    const said = pairs(check(bareTenant(), { file: TENANT }));
    expect(said).toContain('information/unclassified information');
    expect(said.length, said.join('\n')).toBeLessThanOrEqual(8);
  });

  it('about a classified description without any answers: about one page', () => {
    const said = pairs(check(bareTenant('sensitivity'), { file: TENANT }));
    expect(said.length, said.join('\n')).toBeGreaterThan(10);
    expect(said.length, said.join('\n')).toBeLessThanOrEqual(30);
  });

  it.each([TENANT, 'phone-upload.charter.yaml'])('about %s, where every question is answered: nothing', (file) => {
    expect(pairs(checkAmongSamples(file, readSample(file)))).toEqual([]);
  });

  it('in messages: at most 160 characters of the rule’s own, and a question or an observation about this file', () => {
    const { findings } = check(bareTenant('sensitivity'), { file: TENANT });
    expect(findings.filter(({ message }) => message.length > 160).map(({ message }) => message)).toEqual([]);
  });
});

const samples = Object.fromEntries(sampleFiles.map((file) => [file, readSample(file)]));
const drafts = sampleFiles.flatMap((file) =>
  draftsOf(file, samples).map((draft) => [file, draft.state, draft.checked] as const),
);

/** True for an item that is yet to be made, such as a new requirement: it is no field that lies open. */
const isNewItem = (kind: Kind, at: Path): boolean => {
  const holder = schemaAt(SCHEMAS[kind], at.slice(0, -1));
  return holder !== undefined && fieldOf(holder).type === 'items';
};

/** The fields a finding asks somebody to fill: where its fixes put empty slots or a stand-in. */
const fieldsAskedFor = ({ fixes }: Finding, kind: Kind): string[] =>
  fixes
    .filter((fix) => fix.kind === 'scaffold' || fix.title.startsWith('Does not apply'))
    .flatMap(({ patches }) => patches)
    .flatMap((patch) => (patch.op === 'set' && !isNewItem(kind, patch.at) ? [patch.at.join('.')] : []));

/** Fields that two rules ask for at once, with the rules. */
function askedTwice(findings: readonly Finding[], kind: Kind): string[] {
  const rulesFor = new Map<string, Set<string>>();
  for (const finding of findings)
    for (const field of fieldsAskedFor(finding, kind))
      rulesFor.set(field, (rulesFor.get(field) ?? new Set()).add(finding.rule));
  return [...rulesFor]
    .filter(([, rules]) => rules.size > 1)
    .map(([field, rules]) => `${field}: ${[...rules].join(', ')}`);
}

describe('one gap, one finding', () => {
  it.each(drafts)('%s, %s: no field is asked for under two rules', (_file, _state, { findings, documents }) => {
    expect(askedTwice(findings, documents[0]!.kind!)).toEqual([]);
  });

  it.each(drafts)('%s, %s: no rule says the same of one place twice', (_file, _state, checked) => {
    const said = pairs(checked);
    expect(said.filter((pair, i) => said.indexOf(pair) !== i)).toEqual([]);
  });

  it('would notice a field that two rules ask for', () => {
    const findings = check(bareTenant('sensitivity'), { file: TENANT }).findings;
    const again = findings.map((finding) => ({ ...asData(finding), beside: () => [], rule: `again/${finding.rule}` }));
    expect(askedTwice([...findings, ...again], 'work-system').length).toBeGreaterThan(20);
  });
});

describe('a page at most', () => {
  const counts = drafts.map(([file, state, { findings }]) => [file, state, findings.length] as const);

  it.each(counts.filter(([, state]) => state === 'bare'))('%s, %s: %i findings', (file, _state, count) => {
    expect(count).toBeLessThanOrEqual(file.includes('.charter.') ? 20 : 10);
  });

  it.each(counts.filter(([, state]) => state === 'classified'))('%s, %s: %i findings', (_file, _state, count) => {
    expect(count).toBeLessThanOrEqual(30);
  });
});
