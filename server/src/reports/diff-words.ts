import type { Severity } from '../rules/rule.ts';
import { count } from '../rules/wordings.ts';
import type { Comparison } from './diff.ts';
import type { DatedException } from './diff-exceptions.ts';
import { SEVERITIES } from './severity.ts';

/** What the two states are called. */
export interface Names {
  readonly old: string;
  readonly now: string;
}

/** “1 new, 2 closed, 1 of another severity. 1 exception ends soon, 1 has ended.” */
export function comparisonLine({ created, closed, changed, exceptions }: Comparison): string {
  const accepted = closed.filter((each) => each.accepted).length;
  const counts = [
    `${created.length} new`,
    `${closed.length} closed${accepted > 0 ? ` (${accepted} by acceptance)` : ''}`,
    ...(changed.length > 0 ? [`${changed.length} of another severity`] : []),
  ];
  const ended = exceptions.filter(isOver).length;
  const ending = exceptions.length - ended;
  const ends = [
    ...(ending > 0 ? [`${count(ending, 'exception')} ${ending === 1 ? 'ends' : 'end'} soon`] : []),
    ...(ended > 0 ? [`${ending > 0 ? ended : count(ended, 'exception')} ${ended === 1 ? 'has' : 'have'} ended`] : []),
  ];
  return `${counts.join(', ')}.${ends.length > 0 ? ` ${ends.join(', ')}.` : ''}`;
}

export const isOver = ({ days }: DatedException): boolean => days < 0;

/** “ends on 2026-12-01, in 8 days” */
export function endWords({ days, until }: DatedException): string {
  if (days < 0) return `ended on ${until}, ${count(-days, 'day')} ago`;
  return `ends on ${until}, ${days === 0 ? 'today' : `in ${count(days, 'day')}`}`;
}

/** What an exception is about, who decided it and why; texts of the file as they stand. */
export function exceptionWords({ kind, at, rule, because, who }: DatedException): string {
  const what = {
    waiver: `Accepted: ${rule ?? 'no rule'} ${/^waivers\.\d+$/.test(at) ? 'in the whole document' : `at ${at}`}`,
    not_applicable: `Not applicable: ${at}`,
    ask_later: `To be settled: ${at}`,
  }[kind];
  const by = who === undefined ? '' : kind === 'ask_later' ? `, by ${who}` : `, decided by ${who}`;
  return `${what}${by}.${because === undefined ? '' : ` ${because}`}`;
}

/** How many findings there are of each severity, for programs. */
export const bySeverity = (findings: readonly { readonly severity: Severity }[]): Record<Severity, number> =>
  Object.fromEntries(
    SEVERITIES.map((severity) => [severity, findings.filter((each) => each.severity === severity).length]),
  ) as Record<Severity, number>;
