import { Passing } from '../yaml/passing.ts';

interface Answers<K, V> {
  get(key: K): V | undefined;
  set(key: K, value: V): unknown;
}

/** A function of one object that works each answer out once. Answers pass with what they are about, unless it lasts. */
export function memo<K extends object, V>(
  work: (key: K) => V,
  known: Answers<K, { value: V }> = new Passing(),
): (key: K) => V {
  return (key) => {
    const hit = known.get(key);
    if (hit) return hit.value;
    const value = work(key);
    known.set(key, { value });
    return value;
  };
}

/** The same of what lasts, such as settings. */
export const lastingMemo = <K extends object, V>(work: (key: K) => V): ((key: K) => V) => memo(work, new WeakMap());

/** A value that is worked out when it is first asked for. */
export function lazy<V>(work: () => V): () => V {
  let held: { value: V } | undefined;
  return () => {
    held ??= { value: work() };
    return held.value;
  };
}
