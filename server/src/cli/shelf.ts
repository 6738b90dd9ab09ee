import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Packed, type Stretch, whole } from './packing.ts';

/** What was found in many files, laid aside on the disk until a report is written, so that it takes no memory. */
export class Shelf {
  /** Undefined where nothing can be laid aside: then all is kept in memory. */
  private file: number | undefined;
  private end = 0;

  constructor(private readonly within: string = tmpdir()) {
    this.file = this.open();
  }

  /** Lays a piece aside. What comes back gives it again, or some of it, as often as it is asked. */
  put(packed: Packed): Stretch {
    const { file } = this;
    if (file === undefined) return whole(packed);
    const [at, size] = [this.end, packed.length];
    try {
      for (let done = 0; done < size; ) done += writeSync(file, packed, done, size - done, at + done);
    } catch {
      // A full disk: what stands there already can still be read.
      return whole(packed);
    }
    this.end += size;
    return (from, to) => piece(file, at + from, Math.max(0, Math.min(to, size) - from));
  }

  close(): void {
    if (this.file !== undefined) closeSync(this.file);
    this.file = undefined;
  }

  /** A file without a name, which is gone with this process however it ends. */
  private open(): number | undefined {
    let folder: string | undefined;
    try {
      folder = mkdtempSync(join(this.within, 'worksec-'));
      return openSync(join(folder, 'found'), 'wx+', 0o600);
    } catch {
      return undefined;
    } finally {
      if (folder !== undefined) remove(folder);
    }
  }
}

function remove(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // Where an open file keeps its name, the system clears its folder of them.
  }
}

function piece(file: number, at: number, size: number): Packed {
  const packed = new Uint8Array(size);
  for (let done = 0; done < size; ) {
    const read = readSync(file, packed, done, size - done, at + done);
    if (read === 0) throw new Error('what was found is no longer there');
    done += read;
  }
  return packed;
}
