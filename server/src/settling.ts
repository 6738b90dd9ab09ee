/** Milliseconds without a change after which a text is read as a whole. */
const QUIET = 300;

/**
 * Has each text that changed looked at once more when nobody writes in it any more. What is said at once goes by the
 * parts that changed; the whole has the last word.
 */
export class Settling {
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(private readonly settle: (uri: string) => void) {}

  /** A text changed: the wait begins anew. */
  changed(uri: string): void {
    this.closed(uri);
    const timer = setTimeout(() => {
      this.timers.delete(uri);
      this.settle(uri);
    }, QUIET);
    this.timers.set(uri, timer);
  }

  closed(uri: string): void {
    clearTimeout(this.timers.get(uri));
    this.timers.delete(uri);
  }
}
