import type { Path } from '../yaml/node.ts';
import type { Coverage } from './finding.ts';

/** Counts questions by element or phase as a check goes along. */
export class CoverageCount {
  private readonly areas = new Map<string, { -readonly [K in keyof Coverage]: number }>();

  add(rule: string, at: Path, how: Exclude<keyof Coverage, 'questions'>): void {
    const area = areaOf(rule, at);
    const counted = this.areas.get(area) ?? { questions: 0, answered: 0, open: 0, accepted: 0, notApplicable: 0 };
    counted.questions++;
    counted[how]++;
    this.areas.set(area, counted);
  }

  /** The counts, by area in alphabetical order. */
  result(): Record<string, Coverage> {
    return Object.fromEntries([...this.areas].sort(([a], [b]) => (a < b ? -1 : 1)));
  }
}

/** Adds the coverage of several documents. */
export function addCoverage(all: Iterable<Record<string, Coverage>>): Record<string, Coverage> {
  const sum: Record<string, { -readonly [K in keyof Coverage]: number }> = {};
  for (const one of all)
    for (const [area, counted] of Object.entries(one)) {
      sum[area] ??= { questions: 0, answered: 0, open: 0, accepted: 0, notApplicable: 0 };
      for (const key of Object.keys(counted) as (keyof Coverage)[]) sum[area][key] += counted[key];
    }
  return Object.fromEntries(Object.entries(sum).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * The element or phase a question belongs to. Rules are named after theirs; a gate's question belongs to its phase, and
 * what a charter says as a whole to the initiation that it opens.
 */
export function areaOf(rule: string, at: Path): string {
  const [prefix] = rule.split('/') as [string];
  if (prefix === 'gates' && typeof at[1] === 'string')
    return at[1] === 'operation_and_maintenance' ? 'operation' : at[1];
  if (prefix === 'charter' || prefix === 'lifecycle' || prefix === 'gates') return 'initiation';
  if (prefix === 'snapshot') return String(at[0]);
  return prefix;
}
