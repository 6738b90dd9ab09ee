/** A calendar day as text, `YYYY-MM-DD`. Such texts sort and compare in the order of time. */
export type Day = string;

const pad = (n: number, width = 2): string => String(n).padStart(width, '0');

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

const dayOf = (year: number, month: number, day: number): Day | undefined =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month) && year >= 1
    ? `${pad(year, 4)}-${pad(month)}-${pad(day)}`
    : undefined;

/** Reads `YYYY-MM-DD`; a time part after it is ignored. Undefined for text that is no calendar date. */
export function parseDay(text: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:[Tt ].*)?$/.exec(text.trim());
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The one day that text written in another way can mean, or undefined where it is unclear: `3/4/2026` may be two. */
export function guessDay(text: string): Day | undefined {
  const trimmed = text.trim();
  const yearFirst = /^(\d{4})[./\-\s](\d{1,2})[./\-\s](\d{1,2})$/.exec(trimmed);
  if (yearFirst) return dayOf(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]));
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(trimmed);
  if (dotted) return dayOf(Number(dotted[3]), Number(dotted[2]), Number(dotted[1]));
  const slashed = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(trimmed);
  if (slashed) {
    const readings = new Set([
      dayOf(Number(slashed[3]), Number(slashed[2]), Number(slashed[1])),
      dayOf(Number(slashed[3]), Number(slashed[1]), Number(slashed[2])),
    ]);
    readings.delete(undefined);
    return readings.size === 1 ? [...readings][0] : undefined;
  }
  const named =
    /^(\d{1,2})(?:st|nd|rd|th|\.)?\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})$/.exec(trimmed) ??
    /^([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/.exec(trimmed);
  if (!named) return undefined;
  const [first, second] = /^\d/.test(named[1]!) ? [named[1]!, named[2]!] : [named[2]!, named[1]!];
  const month = MONTHS.indexOf(second.slice(0, 3).toLowerCase()) + 1;
  return dayOf(Number(named[3]), month, Number(first));
}

const KNOWN: Readonly<Record<string, readonly [months: number, days: number]>> = {
  day: [0, 1],
  week: [0, 7],
  'two-weeks': [0, 14],
  month: [1, 0],
  quarter: [3, 0],
  'half-year': [6, 0],
  year: [12, 0],
};

/** Words an interval field knows; ISO 8601 durations such as `P6W` are known too. */
export const INTERVALS: readonly string[] = Object.keys(KNOWN);

/** Months and days of an interval; undefined for a plain phrase, for which nothing can be overdue. */
export function parseInterval(text: string): readonly [months: number, days: number] | undefined {
  const word = text
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
  if (KNOWN[word]) return KNOWN[word];
  const iso = /^P(?!$)(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,4})D)?$/.exec(text.trim());
  if (!iso) return undefined;
  const [years, months, weeks, days] = iso.slice(1).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
  ];
  return [years * 12 + months, weeks * 7 + days];
}

/** Adds by calendar: a month after 31 January is the last day of February. */
export function addTo(day: Day, months: number, days = 0): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const index = year * 12 + (month - 1) + months;
  const toYear = Math.floor(index / 12);
  const toMonth = (index % 12) + 1;
  const moved = new Date(Date.UTC(toYear, toMonth - 1, Math.min(date, daysIn(toYear, toMonth)) + days));
  return moved.toISOString().slice(0, 10);
}
