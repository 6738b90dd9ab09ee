import { addTo, type Day, INTERVALS } from '../../formats/dates.ts';
import type { Path } from '../../yaml/node.ts';

/** A day or an interval with what it is. */
export interface Named {
  readonly value: string;
  readonly words: string;
}

type Step = readonly [words: string, months: number, days: number];

const AHEAD: readonly Step[] = [
  ['in a month', 1, 0],
  ['in a quarter', 3, 0],
  ['in half a year', 6, 0],
  ['in a year', 12, 0],
];

const SOON: readonly Step[] = [['today', 0, 0], ['in a week', 0, 7], ['in two weeks', 0, 14], ...AHEAD.slice(0, 3)];

const BEHIND: readonly Step[] = [
  ['today', 0, 0],
  ['yesterday', 0, -1],
  ['a week ago', 0, -7],
  ['a month ago', -1, 0],
  ['a quarter ago', -3, 0],
];

const FUTURE: ReadonlySet<string> = new Set(['until', 'by', 'due', 'next_due', 'first']);
const PLANNED: ReadonlySet<string> = new Set(['starts', 'ends', 'go_live']);

/** Days that make sense in a field: what was done lies behind us, what is due lies ahead. */
export function daysFor(at: Path, today: Day): Named[] {
  const keys = at.filter((key) => typeof key === 'string');
  const key = keys.at(-1) ?? '';
  const isMeeting = key === 'date' && ['gate', 'workaround_check'].includes(keys.at(-2) ?? '');
  const steps = FUTURE.has(key) ? AHEAD : PLANNED.has(key) || isMeeting ? SOON : BEHIND;
  return steps.map(([words, months, days]) => ({ words, value: addTo(today, months, days) }));
}

const EVERY: Readonly<Record<string, string>> = {
  day: 'every day',
  week: 'every week',
  'two-weeks': 'every two weeks',
  month: 'every month',
  quarter: 'every three months',
  'half-year': 'every six months',
  year: 'every year',
};

/** The intervals that have a word. */
export const intervals = (): Named[] => INTERVALS.map((value) => ({ value, words: EVERY[value] ?? '' }));
