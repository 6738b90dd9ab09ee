import { UNSEEN } from './visible.ts';

/** What may stand in JSON as it is, and yet steers a terminal, turns text around or ends a line for some readers. */
const UNSAFE = new RegExp(`[\\u2028\\u2029]|${UNSEEN.source}`, UNSEEN.flags);

/** A value as JSON that is safe to print: what cannot be seen is written as an escape, and read back as it was. */
export const json = (value: unknown): string =>
  // The only line ends are those between the parts; within texts JSON escapes them itself.
  JSON.stringify(value, null, 2).replace(UNSAFE, (character) => (character === '\n' ? character : escapes(character)));

/** Each half of a character on its own, as JSON has it. */
const escapes = (character: string): string =>
  Array.from({ length: character.length }, (_, i) => {
    const unit = character.charCodeAt(i).toString(16).padStart(4, '0');
    return `\\u${unit}`;
  }).join('');
