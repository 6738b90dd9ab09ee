/** Training topics that may stand beside ids of information and policies. */
export const TOPICS = [
  'passwords',
  'email',
  'internet-use',
  'social-media',
  'personal-devices',
  'information-handling',
  'incident-reporting',
  'signing-in',
  'logging-off',
  'consequences',
] as const;

const PLACEHOLDERS = new Set([
  'tbd',
  'tbc',
  'tba',
  'todo',
  'to do',
  'to be decided',
  'to be confirmed',
  'to be completed',
  'to follow',
  'pending',
  'fill in',
  'n/k',
  'xxx',
  '???',
  '…',
  '...',
  'lorem ipsum',
]);

const ASSURANCES = new Set([
  'yes',
  'no',
  'true',
  'false',
  'ok',
  'done',
  'in place',
  'compliant',
  'fully compliant',
  'covered',
  'secure',
  'secured',
  'see policy',
  'as per policy',
  'per policy',
  'standard',
  'as usual',
  'none',
  'n/a',
  'na',
  'not applicable',
  'gdpr',
  'iso 27001',
  'handled by it',
]);

/** Punctuation and symbols, such as ticks, with the signs that only change how a symbol looks. */
const OUTER = /^(?:[\s\p{P}\p{S}]|\ufe0e|\ufe0f|\u200d)$/u;

/** Lower case, single blanks, no outer punctuation or symbols: how whole texts are compared. */
export function plainWords(text: string): string {
  let start = 0;
  let end = text.length;
  for (let sign = signAt(text, start); start < end && isOuter(sign); sign = signAt(text, start)) start += sign.length;
  for (let sign = signBefore(text, end); end > start && isOuter(sign); sign = signBefore(text, end)) end -= sign.length;
  return text.slice(start, end).toLowerCase().replace(/\s+/g, ' ');
}

const isOuter = (sign: string): boolean => !/^[A-Za-z0-9]$/.test(sign) && OUTER.test(sign);

const signAt = (text: string, at: number): string => String.fromCodePoint(text.codePointAt(at) ?? 0);

function signBefore(text: string, end: number): string {
  const pair = text.slice(end - 2, end);
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(pair) ? pair : text.slice(end - 1, end);
}

/** True for text that only keeps a place: `TBD`, `…`, `<name>`. */
export function isPlaceholder(text: string): boolean {
  const trimmed = text.trim();
  return (
    (trimmed.length < LONGER && PLACEHOLDERS.has(trimmed.toLowerCase())) ||
    isAmong(PLACEHOLDERS, trimmed) ||
    (trimmed.startsWith('<') && trimmed.endsWith('>') && !trimmed.slice(1, -1).includes('<'))
  );
}

/** True for text that assures without saying what happens: `yes`, `in place`, `see policy`. */
export const isBareAssurance = (text: string): boolean => isAmong(ASSURANCES, text);

/** Longer than any text in the two lists, whatever stands around the words. */
const LONGER = 60;

/** Most texts are sentences, which need no closer look: their many letters say that they are no such word. */
const isAmong = (words: ReadonlySet<string>, text: string): boolean =>
  (text.length < LONGER || !SENTENCE.test(text)) && words.has(plainWords(text));

/** Begins with five words; no text in the lists has as many. */
const SENTENCE = /^[^A-Za-z]*(?:[A-Za-z]+[^A-Za-z]+){4}[A-Za-z]/;

/** An id made from a person's words: `Claims handlers` → `claims-handlers`; undefined where no letter is left. */
export function slug(text: string): string | undefined {
  const plain = text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '');
  const words = plain.replace(/[ßæœøłđðþı]/g, (letter) => LETTERS[letter] ?? '').match(/[a-z0-9]+/g);
  return words?.join('-');
}

/** Letters that are no plain letter with a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};
