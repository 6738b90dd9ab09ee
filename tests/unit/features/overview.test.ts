import { describe, expect, it } from 'vitest';
import { overview } from '../../../server/src/features/overview.ts';
import type { DocumentOverview } from '../../../server/src/protocol.ts';
import { atCursor, type CursorOptions, textIn, uriOf } from '../../helpers/cursor.ts';

const HEAD = 'kind: work-system\nformat: 1\ntitle: Claims\n';
const CLAIMS = `${HEAD}participants: { handlers: Claims handlers }
information: { note: { sensitivity: confidential } }
activities:
  assess: { does: Handlers decide, performed_by: [handler], uses: [note] }
`;

/** The overview of a text's documents. */
function overviewOf(text: string, options?: CursorOptions): DocumentOverview[] {
  const { world, uri } = atCursor(text, options);
  return overview(world, uri);
}

const area = (text: string, id: string) => overviewOf(text)[0]!.areas.find((each) => each.id === id);

describe('the overview of a file', () => {
  it('says title and kind, and the counts of every element and of all together', () => {
    const [claims, ...more] = overviewOf(CLAIMS);
    expect(more).toEqual([]);
    expect(claims).toMatchObject({ uri: uriOf('example.work-system.yaml'), title: 'Claims', kind: 'work-system' });
    const { coverage } = atCursor(CLAIMS).file.checked.documents[0]!;
    for (const { id, counts } of claims!.areas) if (coverage[id]) expect(counts).toEqual(coverage[id]);
    const all = Object.values(coverage).reduce((sum, { questions }) => sum + questions, 0);
    expect(claims!.counts.questions).toBe(all);
  });

  it('has every finding once, at its place', () => {
    const { world, uri, file } = atCursor(CLAIMS);
    const found = overview(world, uri).flatMap(({ areas }) => areas.flatMap(({ findings }) => findings));
    expect(found.map(({ rule }) => rule).sort()).toEqual(file.checked.findings.map(({ rule }) => rule).sort());
    const unknown = found.find(({ rule }) => rule === 'reference/unknown-id')!;
    expect(textIn(file, unknown.range)).toBe('handler');
    expect(unknown).toMatchObject({ severity: 'error' });
    expect(unknown).not.toHaveProperty('accepted');
  });

  it('shows what is no question of an element under the one it stands in, the rest under none', () => {
    expect(area(CLAIMS, 'activities')?.findings.map(({ rule }) => rule)).toContain('reference/unknown-id');
    const general = area(CLAIMS.replace('format: 1', 'format: one'), 'general');
    expect(general).not.toHaveProperty('name');
    expect(general?.findings.map(({ rule }) => rule.split('/')[0])).toContain('format');
  });

  it('marks what somebody accepted, with the reason and the day it ends', () => {
    const { rule } = area(CLAIMS, 'activities')!.findings.find((each) => each.rule.startsWith('activities/'))!;
    const waiver = `waivers:\n  - rule: ${rule}\n    because: It is being replaced in spring\n    decided_by: Ada\n    until: 2027-03-01\n`;
    const accepted = area(`${CLAIMS}${waiver}`, 'activities')!.findings.filter((each) => each.accepted);
    expect(accepted.map((each) => each.rule)).toContain(rule);
    expect(accepted[0]?.accepted).toEqual({ because: 'It is being replaced in spring', until: '2027-03-01' });
  });

  it('goes through elements as the framework draws them, and through phases as they come', () => {
    const names = overviewOf(CLAIMS)[0]!.areas.flatMap(({ name }) => name ?? []);
    const drawn = ['Customers', 'Products', 'Activities', 'Participants', 'Information', 'Technologies'];
    expect(names.filter((name) => drawn.includes(name))).toEqual(drawn.filter((name) => names.includes(name)));
    expect(names).toContain('Activities');
    const charter = `kind: project-charter\nformat: 1\ntitle: Portal\ninformation_touched: [{ what: notes, sensitivity: restricted }]\nphases:\n  operation_and_maintenance: { security_owner: Ada }\n`;
    const phases = overviewOf(charter)[0]!;
    expect(phases).toMatchObject({ kind: 'project-charter', title: 'Portal' });
    expect(phases.areas.map(({ name }) => name)).toEqual(['Initiation', 'Operation and maintenance']);
  });

  it('tells the documents of one file apart', () => {
    const one = CLAIMS.replace('title', 'id: one\ntitle');
    expect(overviewOf(`${one}---\n${one.replace('id: one', 'id: two')}`).map(({ document }) => document)).toEqual([
      'one',
      'two',
    ]);
  });

  it('keeps the counts while the text is broken, and says what breaks it', () => {
    const broken = `${CLAIMS}technologies: { [\n`;
    const before = { 'example.work-system.yaml': CLAIMS };
    const options = { file: 'example.work-system.yaml', before };
    const [claims] = overviewOf(broken, options);
    expect(claims!.counts.questions).toBe(overviewOf(CLAIMS)[0]!.counts.questions);
    const rules = claims!.areas.flatMap(({ findings }) => findings.map(({ rule }) => rule));
    expect(rules.some((rule) => rule.startsWith('format/'))).toBe(true);
  });

  it('is empty for a file that is none of ours or not there', () => {
    const { world } = atCursor(CLAIMS);
    expect(overview(world, uriOf('elsewhere.yaml'))).toEqual([]);
    expect(overviewOf('name: build\n', { file: 'build.yaml' })).toEqual([]);
  });
});
