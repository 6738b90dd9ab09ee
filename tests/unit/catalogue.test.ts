import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { guidelines } from '../../server/src/guidelines/index.ts';
import { rules } from '../../server/src/rules/index.ts';

/** The specification lies beside the checkout while the tool is being made; elsewhere there is nothing to compare. */
const file = join(import.meta.dirname, '../../../shared/design/catalogue.yaml');

/** Where the rules depart from the specification on purpose, and why. */
const DEPARTURES: Readonly<Record<string, string>> = {
  'PRO.1 iso27001 8.2':
    'The catalogue’s “8.2” beside “cl. 6.1.2” is the clause on judging risks, not the annex control on access rights; it stands here as “cl. 8.2”.',
};

interface CatalogueRule {
  id: string;
  title: string;
  kind: string;
  severity: string;
  core: boolean;
  guidelines: string[];
  asks?: string;
  roll_up: boolean;
  fixes: { title: string }[];
  example?: { bad: string; good: string };
}

interface CatalogueGuideline {
  id: string;
  group: string;
  title: string;
  source: Record<string, unknown>;
  evidence?: { percent: number }[];
  mappings: { nist_csf: string[]; iso27001: string[]; uk: string[]; confidence: string };
}

const catalogue = (
  existsSync(file) ? parse(readFileSync(file, 'utf8')) : { rules: [], guidelines: [], settings: {} }
) as { rules: CatalogueRule[]; guidelines: CatalogueGuideline[]; settings: Record<string, unknown> };

describe.skipIf(!existsSync(file))('the specification', () => {
  it('and the code hold the same rules, in the same order', () => {
    expect(rules.map(({ id }) => id).toSorted()).toEqual(catalogue.rules.map(({ id }) => id).toSorted());
  });

  it.each(catalogue.rules.map((rule) => [rule.id, rule] as const))('says the same of %s', (id, wanted) => {
    const rule = rules.find((each) => each.id === id);
    expect({
      title: rule?.title,
      kind: rule?.kind,
      severity: rule?.severity,
      core: rule?.core,
      guidelines: rule?.guidelines,
      asks: rule?.asks,
      rollUp: rule?.rollUp ?? false,
    }).toEqual({
      title: wanted.title,
      kind: wanted.kind,
      severity: wanted.severity,
      core: wanted.core,
      guidelines: wanted.guidelines,
      asks: wanted.asks,
      rollUp: wanted.roll_up,
    });
  });

  it('and the code hold the same guidelines', () => {
    const departed = (id: string, places: readonly string[]) =>
      places.map((place) => (`${id} iso27001 ${place}` in DEPARTURES ? `cl. ${place}` : place));
    expect(
      guidelines.map(({ id, group, title, evidence, mappings }) => ({
        id,
        group,
        title,
        percents: evidence?.map(({ percent }) => percent) ?? [],
        mappings,
      })),
    ).toEqual(
      catalogue.guidelines.map(({ id, group, title, evidence, mappings }) => ({
        id,
        group,
        title,
        percents: evidence?.map(({ percent }) => percent) ?? [],
        mappings: { ...mappings, iso27001: departed(id, mappings.iso27001) },
      })),
    );
  });
});

describe('rules and guidelines', () => {
  it('have names of their own', () => {
    const ids = rules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(guidelines.map(({ id }) => id)).size).toBe(guidelines.length);
  });

  it('belong together: every guideline has a rule, and every rule cites guidelines that are there', () => {
    const cited = new Set(rules.flatMap((rule) => rule.guidelines));
    expect(guidelines.filter(({ id }) => !cited.has(id)).map(({ id }) => id)).toEqual([]);
    expect([...cited].filter((id) => !guidelines.some((guideline) => guideline.id === id))).toEqual([]);
  });
});
