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
  while (start < end && !isPlain(text.charCodeAt(start))) {
    const sign = signAt(text, start);
    if (!OUTER.test(sign)) break;
    start += sign.length;
  }
  while (end > start && !isPlain(text.charCodeAt(end - 1))) {
    const sign = signBefore(text, end);
    if (!OUTER.test(sign)) break;
    end -= sign.length;
  }
  const inner = text.slice(start, end).toLowerCase();
  return BLANKS.test(inner) ? inner.replace(/\s+/g, ' ') : inner;
}

/** Blanks that are more than one between words, or none a person would see as one. */
const BLANKS = /\s\s|[^\S ]/;

/** True for the units that most words begin and end with: the letters and digits of ASCII. */
const isPlain = (unit: number): boolean =>
  (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57);

const signAt = (text: string, at: number): string => String.fromCodePoint(text.codePointAt(at) ?? 0);

function signBefore(text: string, end: number): string {
  const pair = text.slice(end - 2, end);
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(pair) ? pair : text.slice(end - 1, end);
}

/** True for text that only keeps a place: `TBD`, `…`, `<name>`. */
export function isPlaceholder(text: string): boolean {
  const trimmed = text.trim();
  return (
    (trimmed.length <= LONGEST && PLACEHOLDERS.has(trimmed.toLowerCase())) ||
    isAmong(PLACEHOLDERS, trimmed) ||
    (trimmed.startsWith('<') && trimmed.endsWith('>') && !trimmed.slice(1, -1).includes('<'))
  );
}

/** True for text that assures without saying what happens: `yes`, `in place`, `see policy`. */
export const isBareAssurance = (text: string): boolean => isAmong(ASSURANCES, text);

const LONGEST = Math.max(...[...PLACEHOLDERS, ...ASSURANCES].map((words) => words.length));

/** Most texts are sentences, which need no closer look: that they go on with letters says that they are no such word. */
const isAmong = (words: ReadonlySet<string>, text: string): boolean =>
  !GOES_ON.test(text) && words.has(plainWords(text));

/** More letters and digits at the beginning than any text in the lists has, with single blanks among them at most. */
const GOES_ON = new RegExp(`^(?:[A-Za-z0-9] ?){${LONGEST + 1}}`);

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
