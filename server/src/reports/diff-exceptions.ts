import type { CheckedFile } from '../check/check.ts';
import { addTo, type Day, parseDay } from '../formats/dates.ts';
import type { Reading } from '../formats/reading.ts';
import type { Item } from '../model/sections.ts';
import { apart } from './apart.ts';
import type { Range } from './reported.ts';

/** Days before its end from which an exception is spoken of. */
export const SOON = 30;

/** A waiver, a `not_applicable` or an `ask_later` that has a last day. */
export interface DatedException {
  readonly file: string;
  readonly document?: string;
  readonly kind: 'waiver' | 'not_applicable' | 'ask_later';
  /** The dotted path of what it is about; of a waiver for the whole document, of the waiver. */
  readonly at: string;
  readonly range: Range;
  /** The last day on which it holds. */
  readonly until: Day;
  /** Days from today to the last day; below zero when it has passed. */
  readonly days: number;
  readonly rule?: string;
  readonly because?: string;
  /** Who decided it, or who is to settle the question. */
  readonly who?: string;
}

/** The exceptions of a file that end soon or have ended, in the order of the text. */
export function datedExceptions({ file, documents, stream }: CheckedFile, today: Day): DatedException[] {
  const limit = addTo(today, 0, SOON);
  return documents.flatMap(({ model, document, id }) => {
    if (!model) return [];
    return [...(model.root as Item).walk()].flatMap((reading: Reading) => {
      const exception = exceptionIn(reading);
      const until = parseDay(exception?.end?.text ?? '');
      if (!exception || until === undefined || until > limit) return [];
      const { start, end } = document.span({ at: exception.end!.path, part: 'value' });
      return [
        {
          file,
          ...(id !== undefined && { document: apart(id) }),
          kind: exception.kind,
          at: apart(exception.at),
          range: { start: stream.lines.position(start), end: stream.lines.position(end) },
          until,
          days: daysBetween(today, until),
          ...texts({ rule: exception.rule, because: exception.because, who: exception.who }),
        },
      ];
    });
  });
}

interface Found extends Record<'rule' | 'because' | 'who', string | undefined> {
  readonly kind: DatedException['kind'];
  readonly at: string;
  readonly end: Reading | undefined;
}

function exceptionIn({ state, pattern, path, fields, standIn }: Reading): Found | undefined {
  const at = path.join('.');
  const text = (key: string): string | undefined => (standIn?.fields ?? fields).get(key)?.text;
  const common = { at, rule: undefined, because: text('because') };
  if (state === 'not-applicable')
    return { ...common, kind: 'not_applicable', end: standIn?.fields.get('until'), who: text('decided_by') };
  if (state === 'ask-later') return { ...common, kind: 'ask_later', end: standIn?.fields.get('by'), who: text('who') };
  if (pattern !== 'waivers[]') return undefined;
  return {
    kind: 'waiver',
    at: text('at') ?? at,
    end: fields.get('until'),
    rule: text('rule'),
    because: text('because'),
    who: text('decided_by'),
  };
}

const texts = (given: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(given).flatMap(([key, text]) => (text === undefined ? [] : [[key, apart(text)] as const])),
  );

const daysBetween = (from: Day, to: Day): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
