let now = 0;

/**
 * What was worked out about documents can be let go of: whoever checks file after file has no more use for it. A weak
 * map alone would not do, since one that has been there for long keeps what is young until all of the memory is gone
 * through, and so whole documents outlive the moment in which they could have been cleared away for nothing.
 */
export function letGo(): void {
  now++;
}

/** What was worked out about things that pass. It may be gone the next time, and is worked out again then. */
export class Passing<K extends object, V> {
  private known = new WeakMap<K, V>();
  private since = now;

  get(key: K): V | undefined {
    return this.since === now ? this.known.get(key) : undefined;
  }

  set(key: K, value: V): void {
    if (this.since !== now) {
      this.known = new WeakMap();
      this.since = now;
    }
    this.known.set(key, value);
  }
}
