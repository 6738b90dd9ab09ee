import type { Path } from '../yaml/node.ts';

/** What may become of a question, in the order people read it. */
export const FATES = ['answered', 'open', 'accepted', 'notApplicable'] as const;

export type Fate = (typeof FATES)[number];

/** A question some rule asked of one item of a document. */
export interface AskedQuestion {
  readonly rule: string;
  /** The element or phase it belongs to. */
  readonly area: string;
  /** What it is about, as findings name it. */
  readonly at: Path;
  readonly fate: Fate;
}

/** How many questions there are, and what became of them; `questions` is the sum of the other four. */
export type Coverage = Readonly<Record<Fate | 'questions', number>>;

type Counts = { -readonly [K in keyof Coverage]: number };

const none = (): Counts => ({ questions: 0, answered: 0, open: 0, accepted: 0, notApplicable: 0 });

/** Counts questions by element or phase; areas in alphabetical order. */
export function coverageOf(questions: Iterable<AskedQuestion>): Record<string, Coverage> {
  const areas = new Map<string, Counts>();
  for (const { area, fate } of questions) {
    const counted = areas.get(area) ?? none();
    counted.questions++;
    counted[fate]++;
    areas.set(area, counted);
  }
  return alphabetical(areas);
}

/** Adds the coverage of several documents. */
export function addCoverage(all: Iterable<Readonly<Record<string, Coverage>>>): Record<string, Coverage> {
  const sum = new CoverageSum();
  for (const one of all) sum.add(one);
  return sum.all;
}

/** The same, one after the other. */
export class CoverageSum {
  private readonly areas = new Map<string, Counts>();

  add(one: Readonly<Record<string, Coverage>>): void {
    for (const area of Object.keys(one)) {
      let sum = this.areas.get(area);
      if (!sum) {
        sum = none();
        this.areas.set(area, sum);
      }
      add(sum, one[area]!);
    }
  }

  get all(): Record<string, Coverage> {
    return alphabetical(this.areas);
  }
}

/** All questions of a document together. */
export function totalOf(coverage: Readonly<Record<string, Coverage>>): Coverage {
  const sum = none();
  for (const area of Object.values(coverage)) add(sum, area);
  return sum;
}

function add(sum: Counts, counted: Coverage): void {
  sum.questions += counted.questions;
  sum.answered += counted.answered;
  sum.open += counted.open;
  sum.accepted += counted.accepted;
  sum.notApplicable += counted.notApplicable;
}

const alphabetical = (areas: ReadonlyMap<string, Coverage>): Record<string, Coverage> =>
  Object.fromEntries([...areas].sort(([a], [b]) => (a < b ? -1 : 1)));
