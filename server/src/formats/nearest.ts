import { distance } from 'fastest-levenshtein';

/**
 * The known word nearest to a mistyped one, or undefined where none is near: an edit distance of at most 2, or of at
 * most a third of the word's length. Case, blanks, hyphens and underscores do not count.
 */
export const nearest = (word: string, known: Iterable<string>): string | undefined => nearestAmong(known)(word);

/** The same for many words and one set of known ones. */
export function nearestAmong(known: Iterable<string>): (word: string) => string | undefined {
  const candidates = [...known].map((candidate) => [candidate, squeeze(candidate)] as const);
  return (word) => {
    const wanted = squeeze(word);
    const most = Math.min(Math.max(2, Math.floor(wanted.length / 3)), wanted.length - 1);
    let best: string | undefined;
    let least = most + 1;
    for (const [candidate, squeezed] of candidates) {
      if (Math.abs(squeezed.length - wanted.length) >= least) continue;
      const steps = distance(wanted, squeezed);
      if (steps < least) {
        least = steps;
        best = candidate;
      }
    }
    return best;
  };
}

/** True when two different words lie within two letters of each other. */
export const isClose = (a: string, b: string): boolean => a !== b && distance(a, b) <= 2;

/** How words are compared where case, blanks, hyphens and underscores are ignored. */
export const squeeze = (word: string): string => word.toLowerCase().replace(/[\s_-]+/g, '');
