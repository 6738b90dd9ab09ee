import type { Stream } from '../yaml/document.ts';

/** Parsed files that may be asked for again, up to so many units of text; a parsed file takes many times that room. */
export class Kept {
  private readonly streams = new Map<string, Stream>();
  private units = 0;

  constructor(private readonly most: number) {}

  get(path: string): Stream | undefined {
    return this.streams.get(path);
  }

  /** Keeps a file, as the one that was used last, and lets go of those that were not used for longest. */
  keep(path: string, stream: Stream): void {
    const known = this.streams.get(path);
    this.streams.delete(path);
    this.streams.set(path, stream);
    this.units += stream.text.length - (known?.text.length ?? 0);
    for (const [oldest, { text }] of this.streams) {
      if (this.units <= this.most || this.streams.size === 1) return;
      this.streams.delete(oldest);
      this.units -= text.length;
    }
  }

  clear(): void {
    this.streams.clear();
    this.units = 0;
  }
}
