/** Milliseconds without a change after which a text is read as a whole. */
const QUIET = 300;

/**
 * Has each text that changed looked at once more when nobody writes in it any more. What is said at once goes by the
 * parts that changed; the whole has the last word.
 */
export class Settling {
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(private readonly settle: (uri: string) => void) {}

  /** Only the parts of a text were read: the wait for the whole begins. */
  begin(uri: string): void {
    this.stop(uri);
    const timer = setTimeout(() => {
      this.timers.delete(uri);
      this.settle(uri);
    }, QUIET);
    this.timers.set(uri, timer);
  }

  /** A text changed or was closed. */
  stop(uri: string): void {
    clearTimeout(this.timers.get(uri));
    this.timers.delete(uri);
  }
}
