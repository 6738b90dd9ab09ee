/** Checks that wait for their turn, each text once: changes that come in the meantime are covered by the same check. */
export class CheckQueue {
  private readonly waiting = new Set<string>();
  private running = false;
  private arrivals = 0;

  constructor(
    private readonly check: (uri: string) => Promise<void>,
    private readonly fail: (error: unknown) => void,
  ) {}

  add(uri: string): void {
    this.waiting.add(uri);
    this.arrivals++;
    if (!this.running) void this.run();
  }

  private async run(): Promise<void> {
    this.running = true;
    await this.quiet();
    for (const uri of this.waiting) {
      this.waiting.delete(uri);
      await this.check(uri).catch(this.fail);
    }
    this.running = false;
  }

  /** Waits until the messages that are already there have come in, so that only the newest text is checked. */
  private async quiet(): Promise<void> {
    for (let seen = -1; seen !== this.arrivals; ) {
      seen = this.arrivals;
      await this.turn();
    }
  }

  /** Lets everything that has come in go first. */
  turn(): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, 0));
  }
}
