/** A function of one object that works each answer out once. */
export function memo<K extends object, V>(work: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, { value: V }>();
  return (key) => {
    const hit = known.get(key);
    if (hit) return hit.value;
    const value = work(key);
    known.set(key, { value });
    return value;
  };
}

/** A value that is worked out when it is first asked for. */
export function lazy<V>(work: () => V): () => V {
  let held: { value: V } | undefined;
  return () => {
    held ??= { value: work() };
    return held.value;
  };
}
