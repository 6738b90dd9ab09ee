import { performance } from 'node:perf_hooks';
import type { Sink } from './terminal.ts';

/** Until then nobody wonders what is going on. */
const QUIET_MS = 500;
const EVERY_MS = 100;
const CLEAR_LINE = '\r\u001b[2K';

/** A line on a terminal that tells how far a check is, and is gone at its end. */
export class Progress {
  private done = 0;
  private next: number;
  private shown = false;

  constructor(
    private readonly total: number,
    private readonly sink: Sink,
    private readonly wanted: boolean,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.next = now() + QUIET_MS;
  }

  add(files: number): void {
    this.done += files;
    if (!this.wanted || !this.sink.isLive || this.now() < this.next) return;
    this.next = this.now() + EVERY_MS;
    this.shown = true;
    const text = `Checked ${figure(this.done)} of ${figure(this.total)} files`;
    this.sink.write(`${CLEAR_LINE}${this.sink.paint.dim(text.slice(0, this.sink.width - 1))}`);
  }

  end(): void {
    if (this.shown) this.sink.write(CLEAR_LINE);
  }
}

/** 10,000 rather than 10000. */
const figure = (n: number): string => n.toLocaleString('en');
