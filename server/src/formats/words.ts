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
  const words = text.toLowerCase().replace(/\s+/g, ' ');
  let start = 0;
  let end = words.length;
  for (let sign = signAt(words, start); start < end && OUTER.test(sign); sign = signAt(words, start))
    start += sign.length;
  for (let sign = signBefore(words, end); end > start && OUTER.test(sign); sign = signBefore(words, end))
    end -= sign.length;
  return words.slice(start, end);
}

const signAt = (text: string, at: number): string => String.fromCodePoint(text.codePointAt(at) ?? 0);

function signBefore(text: string, end: number): string {
  const pair = text.slice(end - 2, end);
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(pair) ? pair : text.slice(end - 1, end);
}

/** True for text that only keeps a place: `TBD`, `…`, `<name>`. */
export function isPlaceholder(text: string): boolean {
  const trimmed = text.trim();
  return (
    PLACEHOLDERS.has(trimmed.toLowerCase()) ||
    PLACEHOLDERS.has(plainWords(trimmed)) ||
    (trimmed.startsWith('<') && trimmed.endsWith('>') && !trimmed.slice(1, -1).includes('<'))
  );
}

/** True for text that assures without saying what happens: `yes`, `in place`, `see policy`. */
export const isBareAssurance = (text: string): boolean => ASSURANCES.has(plainWords(text));

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
