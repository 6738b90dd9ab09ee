/** Neighbours often link to each other, and are read once by whoever checks both. */
const MOST_AT_ONCE = 4;

/** The places of a list through which several threads go together: each is somebody's turn once, and nobody waits. */
export class Turns implements Iterable<number> {
  private constructor(
    private readonly counter: Int32Array,
    private readonly total: number,
    private readonly atOnce: number,
  ) {}

  static through(total: number, threads: number): Turns {
    const atOnce = Math.min(MOST_AT_ONCE, Math.ceil(total / (4 * threads)));
    return new Turns(new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)), total, atOnce);
  }

  /** The same turns, as they came to another thread. */
  static shared({ counter, total, atOnce }: SharedTurns): Turns {
    return new Turns(counter, total, atOnce);
  }

  get toShare(): SharedTurns {
    return { counter: this.counter, total: this.total, atOnce: this.atOnce };
  }

  *[Symbol.iterator](): Generator<number> {
    for (;;) {
      const first = Atomics.add(this.counter, 0, this.atOnce);
      if (first >= this.total) return;
      for (let place = first; place < Math.min(first + this.atOnce, this.total); place++) yield place;
    }
  }
}

/** What a thread needs to know to take its turns. */
export interface SharedTurns {
  readonly counter: Int32Array;
  readonly total: number;
  readonly atOnce: number;
}
