/** Puts a value behind the others of its key. A new list for each would take quadratic time where one key has many. */
export function gather<K, V>(found: Map<K, V[]>, key: K, value: V): void {
  const known = found.get(key);
  if (known) known.push(value);
  else found.set(key, [value]);
}
