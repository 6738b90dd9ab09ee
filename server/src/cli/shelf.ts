import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Packed, Stretch } from './packing.ts';

/** Where a piece lies. */
export interface Place {
  readonly at: number;
  readonly size: number;
}

/**
 * What was found in many files, laid aside on the disk until a report is written, so that it takes no memory. Each
 * thread has a shelf of its own, which the main thread opens and reads.
 */
export class Shelf {
  private end = 0;

  /** Without a file, where none can be had, nothing is laid aside: then all is kept in memory. */
  constructor(readonly file: number | undefined) {}

  static within(folder: string = tmpdir()): Shelf {
    return new Shelf(openIn(folder));
  }

  /** Lays a piece aside, if that can be done. */
  put(packed: Packed): Place | undefined {
    const { file } = this;
    if (file === undefined) return undefined;
    const [at, size] = [this.end, packed.length];
    try {
      for (let done = 0; done < size; ) done += writeSync(file, packed, done, size - done, at + done);
    } catch {
      // A full disk: what stands there already can still be read.
      return undefined;
    }
    this.end += size;
    return { at, size };
  }

  /** Gives a piece again, or some of it, as often as it is asked; each is good until something else is read. */
  piece({ at, size }: Place): Stretch {
    const file = this.file!;
    return (from, to) => read(file, at + from, Math.max(0, Math.min(to, size) - from));
  }

  close(): void {
    if (this.file !== undefined) closeSync(this.file);
  }
}

/** A file without a name, which is gone with this process however it ends. */
function openIn(within: string): number | undefined {
  let folder: string | undefined;
  try {
    folder = mkdtempSync(join(within, 'worksec-'));
    return openSync(join(folder, 'found'), 'wx+', 0o600);
  } catch {
    return undefined;
  } finally {
    if (folder !== undefined) remove(folder);
  }
}

function remove(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // Where an open file keeps its name, the system clears its folder of them.
  }
}

/** What is read goes into the same room each time: room for each piece would pile up, as nothing else is made then. */
let room = new Uint8Array(1 << 18);

function read(file: number, at: number, size: number): Uint8Array {
  if (size > room.length) room = new Uint8Array(size);
  for (let done = 0; done < size; ) {
    const read = readSync(file, room, done, size - done, at + done);
    if (read === 0) throw new Error('what was found is no longer there');
    done += read;
  }
  return room.subarray(0, size);
}
