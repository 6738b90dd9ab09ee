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

const OUTER = /^[\s\p{P}]+|[\s\p{P}]+$/gu;

/** Lower case, single blanks, no outer punctuation: how whole texts are compared. */
export const plainWords = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').replace(OUTER, '');

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
  const plain = text.normalize('NFKD').replace(/\p{M}+/gu, '');
  const words = plain.toLowerCase().match(/[a-z0-9]+/g);
  return words?.join('-');
}
