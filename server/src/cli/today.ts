import { type Day, parseDay } from '../formats/dates.ts';
import { UsageError } from './command.ts';

/** The day a check goes by: the one that was asked for, else today where the person is. Only here the clock is read. */
export function dayOfCheck(asked: string | undefined): Day {
  if (asked === undefined) return localDay(new Date());
  const day = /^\d{4}-\d{2}-\d{2}$/.test(asked) ? parseDay(asked) : undefined;
  if (day) return day;
  throw new UsageError(`--today takes a day such as 2027-01-31, not ${asked}.`);
}

function localDay(now: Date): Day {
  const pad = (n: number): string => String(n).padStart(2, '0');
  return `${String(now.getFullYear()).padStart(4, '0')}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}
