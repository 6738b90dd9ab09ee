import type { CheckedFile } from '../check/check.ts';
import type { Finding } from '../check/finding.ts';
import type { Day } from '../formats/dates.ts';
import type { Severity } from '../rules/rule.ts';
import { byItem, isReadable, only, pairsOf } from './baseline-items.ts';
import { type DatedException, datedExceptions } from './diff-exceptions.ts';
import { type ReportedFinding, reportFile } from './reported.ts';

/** A finding that is there no more; `accepted` where somebody decided to live with it. */
export interface Closed extends ReportedFinding {
  readonly accepted: boolean;
}

/** A finding that is as grave as it was not before, for example by the settings. */
export interface Changed extends ReportedFinding {
  readonly was: Severity;
}

/** What became of the findings from one state to another, and the exceptions that need a look soon. */
export interface Comparison {
  readonly created: readonly ReportedFinding[];
  /** With the places they had. */
  readonly closed: readonly Closed[];
  readonly changed: readonly Changed[];
  readonly exceptions: readonly DatedException[];
}

/** Compares two states of a file, either of which may not be there. Findings are matched by rule and item. */
export function compareFile(old: CheckedFile | undefined, now: CheckedFile | undefined, today: Day): Comparison {
  const before = severities(old);
  const after = severities(now);
  const accepted = pairsOf(now?.waived ?? []);
  // What was to be found behind a place that cannot be read is not settled.
  const isClosed = ({ fingerprint }: Finding): boolean => (!now || isReadable(now)) && !after.has(fingerprint);
  const isAccepted = ({ fingerprint }: Finding): boolean => accepted.has(fingerprint);
  const changed = findings(now, ({ fingerprint, severity }) => (before.get(fingerprint) ?? severity) !== severity);
  return {
    created: told(
      now,
      findings(now, ({ fingerprint }) => !before.has(fingerprint)),
    ),
    closed: [
      ...told(
        old,
        findings(old, (each) => isClosed(each) && !isAccepted(each)),
      ).map((each) => closed(each, false)),
      ...told(
        old,
        findings(old, (each) => isClosed(each) && isAccepted(each)),
      ).map((each) => closed(each, true)),
    ],
    changed: told(now, changed).map((each, i) => ({ ...each, was: before.get(byItem(changed[i]!)[0]!.fingerprint)! })),
    exceptions: now ? datedExceptions(now, today) : [],
  };
}

/** The comparisons of several files as one. */
export const together = (all: readonly Comparison[]): Comparison => ({
  created: all.flatMap(({ created }) => created),
  closed: all.flatMap(({ closed }) => closed),
  changed: all.flatMap(({ changed }) => changed),
  exceptions: all.flatMap(({ exceptions }) => exceptions),
});

const closed = (finding: ReportedFinding, accepted: boolean): Closed => ({ ...finding, accepted });

const severities = (checked: CheckedFile | undefined): Map<string, Severity> =>
  new Map(
    findings(checked)
      .flatMap(byItem)
      .map(({ fingerprint, severity }) => [fingerprint, severity]),
  );

const findings = (checked: CheckedFile | undefined, counts?: (item: Finding) => boolean): readonly Finding[] =>
  counts ? only(checked?.findings ?? [], counts) : (checked?.findings ?? []);

const told = (checked: CheckedFile | undefined, found: readonly Finding[]): readonly ReportedFinding[] =>
  checked ? reportFile({ ...checked, findings: found, waived: [] }, undefined).findings : [];
