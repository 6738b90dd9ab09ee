import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { Stream } from '../yaml/document.ts';
import type { Limits } from '../yaml/limits.ts';
import { parseStream } from '../yaml/parse.ts';

/** What was read of a file. */
export interface Beginning {
  readonly bytes: Uint8Array;
  /** Size of the whole file. */
  readonly size: number;
}

/** Reads no more of a file than is needed to see that it is too large. Throws what the file system throws. */
export function readBeginning(path: string, limit: number): Beginning {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const bytes = Buffer.allocUnsafe(Math.min(size, limit) + 1);
    let filled = 0;
    while (filled < bytes.length) {
      const read = readSync(file, bytes, filled, bytes.length - filled, null);
      if (read === 0) break;
      filled += read;
    }
    return { bytes: bytes.subarray(0, filled), size: Math.max(size, filled) };
  } finally {
    closeSync(file);
  }
}

/** Reads and parses a file. Throws only where the file cannot be opened. */
export const readStream = (path: string, limits: Limits): Stream =>
  streamOf(readBeginning(path, limits.max_file_bytes), limits);

/** Parses what was read of a file. Never throws. */
export function streamOf({ bytes, size }: Beginning, limits: Limits): Stream {
  const stream = parseStream(bytes, limits);
  const [problem] = stream.problems;
  if (problem?.code !== 'too-large') return stream;
  // Only its beginning was read, so the parser cannot know how large the file is.
  return Object.create(stream, { problems: { value: [{ ...problem, bytes: size }], enumerable: true } }) as Stream;
}
