import { describe, expect, it } from 'vitest';
import { check } from '../helpers/check.ts';

const many = (count: number, line: (nr: number) => string): string =>
  Array.from({ length: count }, (_, nr) => `${line(nr)}\n`).join('');

const HEAD = 'kind: work-system\nformat: 1\ntitle: Repairs\n';
const CODES = 'information: { codes: { name: Codes, sensitivity: restricted } }\n';

/** The findings of a rule in a text. */
const found = (rule: string, text: string) => check(`${HEAD}${text}`).findings.filter((each) => each.rule === rule);

describe('where hundreds are alike, a finding points at the first ones', () => {
  it.each([
    [100, 100, true],
    [150, 100, false],
  ])('%i groups that do not know a policy: points at %i', (count, pointed, offersAll) => {
    const [finding] = found(
      'environment/policy-unknown-to-group',
      `${CODES}participants:\n  head: Head\n${many(count, (nr) => `  crew-${nr}: Crew ${nr}`)}activities:\n${many(
        count,
        (nr) => `  visit-${nr}: { does: Mends, performed_by: [crew-${nr}], uses: [codes] }`,
      )}environment: { policies: { pol: { name: Rule, known_by: [head] } } }\n`,
    );
    expect(finding?.message).toContain(`crew-0, crew-1 and ${count - 2} more`);
    expect(finding?.related).toHaveLength(pointed);
    expect(finding?.fixes.some(({ title }) => title === 'Add the group once they know it')).toBe(offersAll);
  });

  it('an item that is made in many activities: points at 50 of them', () => {
    const findings = found(
      'activities/hand-over-unprotected',
      `${CODES}activities:\n${many(60, (nr) => `  visit-${nr}: { does: Mends, uses: [codes], creates: [codes] }`)}`,
    );
    expect(findings).toHaveLength(60);
    expect(findings.map(({ related }) => related.length)).toEqual(findings.map(() => 50));
  });

  it.each([
    [500, true],
    [501, false],
  ])('a name with two meanings that stands in %i places: renamed at one stroke %s', (count, isRenamed) => {
    const [finding] = found(
      'reference/ambiguous',
      `customers: { plant: Plant }\nparticipants: { plant: Plant }\nactivities:\n${many(
        count,
        (nr) => `  visit-${nr}: { does: Mends, performed_by: [plant] }`,
      )}`,
    );
    expect(finding?.fixes.some(({ title }) => title === 'Rename one of them throughout')).toBe(isRenamed);
  });
});
