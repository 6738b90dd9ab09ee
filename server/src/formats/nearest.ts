import { distance } from 'fastest-levenshtein';

/**
 * The known word nearest to a mistyped one, or undefined where none is near: an edit distance of at most 2, or of at
 * most a third of the word's length. Case, blanks, hyphens and underscores do not count.
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const wanted = squeeze(word);
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    const steps = distance(wanted, squeeze(candidate));
    if (steps < least) {
      least = steps;
      best = candidate;
    }
  }
  return best !== undefined && least <= Math.max(2, Math.floor(wanted.length / 3)) && least < wanted.length
    ? best
    : undefined;
}

/** True when two different words lie within two letters of each other. */
export const isClose = (a: string, b: string): boolean => a !== b && distance(a, b) <= 2;

/** How words are compared where case, blanks, hyphens and underscores are ignored. */
export const squeeze = (word: string): string => word.toLowerCase().replace(/[\s_-]+/g, '');
