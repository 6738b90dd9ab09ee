/**
 * Checks that wait for their turn, each text once: changes that come in the meantime are covered by the same check. What
 * changed last comes first, since that is where somebody looks.
 */
export class CheckQueue {
  private readonly waiting = new Set<string>();
  private running = false;
  private arrivals = 0;

  /** `turn` lets everything that has come in go first. */
  constructor(
    private readonly check: (uri: string) => Promise<void>,
    private readonly turn: () => Promise<void>,
    private readonly fail: (error: unknown) => void,
  ) {}

  add(uri: string): void {
    this.waiting.delete(uri);
    this.waiting.add(uri);
    this.arrivals++;
    if (!this.running) void this.run();
  }

  private async run(): Promise<void> {
    this.running = true;
    await this.quiet();
    for (let uri = this.newest(); uri !== undefined; uri = this.newest()) {
      this.waiting.delete(uri);
      await this.check(uri).catch(this.fail);
    }
    this.running = false;
  }

  private newest(): string | undefined {
    return [...this.waiting].at(-1);
  }

  /** Waits until the messages that are already there have come in, so that only the newest text is checked. */
  private async quiet(): Promise<void> {
    for (let seen = -1; seen !== this.arrivals; ) {
      seen = this.arrivals;
      await this.turn();
    }
  }
}
