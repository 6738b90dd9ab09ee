import type { CheckedFile } from '../check/check.ts';
import type { Day } from '../formats/dates.ts';
import { apart } from './apart.ts';
import { exceptionsOf, type WrittenException } from './exceptions.ts';
import type { Range } from './reported.ts';

/** Days before its end from which an exception is spoken of. */
export const SOON = 30;

/** An exception that has a last day. */
export interface DatedException extends Pick<WrittenException, 'kind' | 'at' | 'rule' | 'because'> {
  readonly file: string;
  readonly document?: string;
  readonly range: Range;
  /** The last day on which it holds. */
  readonly until: Day;
  /** Days from today to the last day; below zero when it has passed. */
  readonly days: number;
  /** Who decided it, or who is to settle the question. */
  readonly who?: string;
}

/** The exceptions of a file that end soon or have ended, in the order of the text. */
export function datedExceptions(checked: CheckedFile, today: Day): DatedException[] {
  const { lines } = checked.stream;
  return exceptionsOf(checked, today).flatMap(([{ id }, { kind, at, span, end, rule, because, who }]) => {
    if (!end || end.days > SOON) return [];
    return [
      {
        file: checked.file,
        ...(id !== undefined && { document: apart(id) }),
        kind,
        at,
        range: { start: lines.position(span.start), end: lines.position(span.end) },
        ...end,
        ...(rule !== undefined && { rule }),
        ...(because !== undefined && { because }),
        ...(who?.text !== undefined && { who: apart(who.text) }),
      },
    ];
  });
}
