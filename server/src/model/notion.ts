import { goesBy, lookingOn, Onlooker } from '../formats/onlookers.ts';
import { lazy, memo } from './memo.ts';

/**
 * A notion about a document as such, which rules share and which is worked out once for each document. Rules that ask
 * for it go by it, so that what it looked at counts for them too. `name` is the same for every document.
 */
export function notionOf<M extends object, V>(name: string, work: (model: M) => V): (model: M) => V {
  return watched(name, work, memo);
}

/** The same about one thing in a document: an item, a field, a word. It is kept for as long as what it belongs to. */
export function notion<K, V>(name: string, work: (key: K) => V): (key: K) => V {
  return watched(name, work, once);
}

/** The same without anything to ask about. */
export function wholeNotion<V>(name: string, work: () => V): () => V {
  const onlooker = Onlooker.named(name);
  const known = lazy(() => lookingOn(onlooker, work));
  return () => {
    goesBy(onlooker);
    return known();
  };
}

function watched<K, V>(
  name: string,
  work: (about: K) => V,
  remembered: (work: (about: K) => V) => (about: K) => V,
): (about: K) => V {
  const onlooker = Onlooker.named(name);
  const known = remembered((about) => lookingOn(onlooker, () => work(about)));
  return (about) => {
    goesBy(onlooker);
    return known(about);
  };
}

function once<K, V>(work: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const value = known.get(key);
    if (value !== undefined || known.has(key)) return value as V;
    const worked = work(key);
    known.set(key, worked);
    return worked;
  };
}
