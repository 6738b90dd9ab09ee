import type { CheckedFile } from '../check/check.ts';
import type { CheckedDocument } from '../check/checked-document.ts';
import { type Day, parseDay } from '../formats/dates.ts';
import type { Reading } from '../formats/reading.ts';
import type { Item } from '../model/sections.ts';
import type { Span } from '../yaml/node.ts';
import { apart } from './apart.ts';

/** A waiver, a `not_applicable` or an `ask_later` as a document has it, complete or not. */
export interface WrittenException {
  readonly kind: 'waiver' | 'not_applicable' | 'ask_later';
  /** The dotted path of what it is about; of a waiver for the whole document, of the waiver. */
  readonly at: string;
  /** Where its last day stands or, where it has none, the exception itself. */
  readonly span: Span;
  /** The last day on which it holds, and the days from today until then; below zero when it has passed. */
  readonly end?: { readonly until: Day; readonly days: number };
  readonly rule?: string;
  readonly because?: string;
  /** Who decided it, or who is to settle the question. */
  readonly who?: Reading;
}

/** The exceptions of a document, in the order of the text. */
export function writtenExceptions({ model, document }: CheckedDocument, today: Day): WrittenException[] {
  if (!model) return [];
  return [...(model.root as Item).walk()].flatMap((reading: Reading) => {
    const found = exceptionIn(reading);
    if (!found) return [];
    const { kind, at, end, rule, because, who } = found;
    const until = parseDay(end?.text ?? '');
    return [
      {
        kind,
        at: apart(at),
        span: document.span(until === undefined ? { at: reading.path, part: 'key' } : { at: end!.path, part: 'value' }),
        ...(until !== undefined && { end: { until, days: daysBetween(today, until) } }),
        ...(rule !== undefined && { rule: apart(rule) }),
        ...(because !== undefined && { because: apart(because) }),
        ...(who?.text !== undefined && { who }),
      },
    ];
  });
}

/** The exceptions of every document of a file, each with its document. */
export const exceptionsOf = (checked: CheckedFile, today: Day): (readonly [CheckedDocument, WrittenException])[] =>
  checked.documents.flatMap((document) =>
    writtenExceptions(document, today).map((exception) => [document, exception] as const),
  );

interface Found {
  readonly kind: WrittenException['kind'];
  readonly at: string;
  readonly end: Reading | undefined;
  readonly rule?: string | undefined;
  readonly because: string | undefined;
  readonly who: Reading | undefined;
}

function exceptionIn({ state, pattern, path, fields, standIn }: Reading): Found | undefined {
  const field = (key: string): Reading | undefined => (standIn?.fields ?? fields).get(key);
  const common = { at: path.join('.'), because: field('because')?.text };
  if (state === 'not-applicable')
    return { ...common, kind: 'not_applicable', end: field('until'), who: field('decided_by') };
  if (state === 'ask-later') return { ...common, kind: 'ask_later', end: field('by'), who: field('who') };
  if (pattern !== 'waivers[]') return undefined;
  return {
    ...common,
    kind: 'waiver',
    at: field('at')?.text ?? common.at,
    end: field('until'),
    rule: field('rule')?.text,
    who: field('decided_by'),
  };
}

const daysBetween = (from: Day, to: Day): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
