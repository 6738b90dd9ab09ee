import { UNSEEN } from './visible.ts';

/**
 * What may stand in JSON as it is, and yet steers a terminal, turns text around or ends a line for some readers. The only
 * line ends are those between the parts; within texts JSON escapes them itself.
 */
const UNSAFE = new RegExp(`(?!\\n)(?:[\\u2028\\u2029]|${UNSEEN.source})`, UNSEEN.flags);

/** Any unit of such a character: to look for these takes a tenth of the time, and most texts have none. */
const SUSPECT = /[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb\ud800-\udfff]/;

/** A value as JSON that is safe to print: what cannot be seen is written as an escape, and read back as it was. */
export function json(value: unknown): string {
  return safe(JSON.stringify(value, null, 2));
}

/** JSON that is safe to print. */
export const safe = (text: string): string => (SUSPECT.test(text) ? text.replace(UNSAFE, escapes) : text);

/** Each half of a character on its own, as JSON has it. */
const escapes = (character: string): string =>
  Array.from({ length: character.length }, (_, i) => {
    const unit = character.charCodeAt(i).toString(16).padStart(4, '0');
    return `\\u${unit}`;
  }).join('');
