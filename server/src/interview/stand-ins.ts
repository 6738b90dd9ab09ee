import { guessDay, parseDay } from '../formats/dates.ts';
import { isPlaceholder, plainWords } from '../formats/words.ts';

/** What a person says instead of an answer. */
export type StandIn =
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'not-applicable';
      readonly because?: string;
      readonly decided_by?: string;
      readonly until?: string;
    }
  | { readonly kind: 'later'; readonly who?: string; readonly by?: string };

const UNKNOWN = new Set([
  '',
  'not known',
  'unknown',
  'don’t know',
  "don't know",
  'do not know',
  'i don’t know',
  "i don't know",
  'i do not know',
  'we don’t know',
  "we don't know",
  'we do not know',
  'no idea',
  'not sure',
  'not asked',
  'later',
  'ask later',
  'not yet',
]);

const MOST = 500;
const NOT_APPLICABLE =
  /^(?:it )?(?:does not|doesn['’]t) apply(?: here)?(?:\s*[:,;.–—-]\s*|\s+(?=because|since|as\b)|$)/i;
const LATER = /^(?:ask )?later\s*[:,(–—-]\s*/i;

/** Reads “does not apply: reason (decider, until day)” and “later: who, day”; undefined for any other answer. */
export function standInOf(said: string): StandIn | undefined {
  const text = said.replace(/\s+/g, ' ').trim();
  if (UNKNOWN.has(plainWords(text)) || isPlaceholder(text)) return { kind: 'unknown' };
  // Whoever writes more than this has something to say.
  if (text.length > MOST) return undefined;
  if (NOT_APPLICABLE.test(text)) return notApplicable(text.replace(NOT_APPLICABLE, ''));
  return LATER.test(text) ? later(text.replace(LATER, '')) : undefined;
}

function notApplicable(text: string): StandIn {
  const [, because = '', inBrackets = ''] = /^(.*?)\s*(?:\(([^()]*)\)\s*\.?)?$/.exec(text) ?? [];
  const { words, day } = withDay(inBrackets, /^(.*?)[\s,;]*\buntil\s+(.+)$/i);
  return {
    kind: 'not-applicable',
    ...(because !== '' && { because }),
    ...(words !== '' && { decided_by: words }),
    ...(day && { until: day }),
  };
}

function later(text: string): StandIn {
  const { words, day } = withDay(text.replace(/[\s).]+$/, ''), /^(.*?)(?:[\s,;]+by\s+|\s*[,;]\s*)([^,;]*\d[^,;]*)$/i);
  return { kind: 'later', ...(words !== '' && { who: words }), ...(day && { by: day }) };
}

function withDay(text: string, form: RegExp): { words: string; day: string | undefined } {
  const [, words = text, date = ''] = form.exec(text) ?? [];
  return { words: words.trim(), day: dayIn(date) };
}

/** The one day a person’s words can mean. */
export const dayIn = (text: string): string | undefined => parseDay(text) ?? guessDay(text);
