import { goesBy, lookingOn, Onlooker } from '../formats/onlookers.ts';
import { lazy, memo } from './memo.ts';

/**
 * A notion about one thing in a document – an item, a field, a word – that rules share and that is worked out once for
 * each. Rules that ask for it go by it, so that what it looked at counts for them too. `name` is the same for every
 * document.
 */
export function notion<K extends object, V>(name: string, work: (key: K) => V): (key: K) => V {
  return watched(name, work, memo);
}

/** The same about words. */
export function notionOfWord<V>(name: string, work: (word: string) => V): (word: string) => V {
  return watched(name, work, byWord);
}

/** A notion about a document as a whole. */
export function wholeNotion<V>(name: string, work: () => V): () => V {
  return watched(name, work, lazy);
}

function watched<A extends unknown[], V>(
  name: string,
  work: (...about: A) => V,
  once: (work: (...about: A) => V) => (...about: A) => V,
): (...about: A) => V {
  const onlooker = Onlooker.named(name);
  const known = once((...about) => lookingOn(onlooker, () => work(...about)));
  return (...about) => {
    goesBy(onlooker);
    return known(...about);
  };
}

function byWord<V>(work: (word: string) => V): (word: string) => V {
  const known = new Map<string, { readonly value: V }>();
  return (word) => {
    let hit = known.get(word);
    if (!hit) {
      hit = { value: work(word) };
      known.set(word, hit);
    }
    return hit.value;
  };
}
