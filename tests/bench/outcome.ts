import type { ClaimId } from './claims.ts';
import { type Figure, figure, median, ratio } from './statistics.ts';

/** What came out for one row of the table. */
export interface Outcome extends Figure {
  readonly claim: ClaimId;
  /** The two medians behind a ratio, with their unit. */
  readonly medians?: string;
}

/** How long the cases may take. */
export interface Pace {
  readonly quick: boolean;
  /** So many rounds in a whole run, a few in a quick one. */
  readonly rounds: (whole: number) => number;
}

/** A group of rows that are measured together. */
export interface Case {
  readonly name: string;
  readonly about: string;
  readonly run: (pace: Pace) => AsyncIterable<Outcome>;
}

/** Two series of times, ours first. */
export const compared = (claim: ClaimId, ours: readonly number[], theirs: readonly number[], unit = 'ms'): Outcome => ({
  claim,
  ...ratio(ours, theirs),
  medians: `${rounded(median(ours))} / ${rounded(median(theirs))} ${unit}`,
});

/** A series that is no ratio of two others, or one already. */
export const alone = (claim: ClaimId, values: readonly number[]): Outcome => ({ claim, ...figure(values) });

const rounded = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en-GB') : value >= 10 ? value.toFixed(0) : value.toFixed(1);
