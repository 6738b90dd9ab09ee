import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** What is to be written; a long text may come piece by piece. */
export type Content = string | Uint8Array | Iterable<string | Uint8Array>;

/**
 * Writes a file as a whole or not at all: nobody ever sees half of it, whatever happens on the way. A symbolic link
 * stays one, and the file keeps its rights.
 */
export function writeWhole(path: string, content: Content): void {
  const present = statSync(path, { throwIfNoEntry: false });
  // Something else than a file, such as /dev/stdout, cannot be replaced.
  if (present && !present.isFile()) {
    write(path, content, 'w');
    return;
  }
  const real = present ? realpathSync(path) : path;
  if (present) accessSync(real, constants.W_OK);
  const beside = join(dirname(real), `.${basename(real).slice(0, 100)}.${process.pid}.tmp`);
  try {
    write(beside, content, 'wx');
    if (present) chmodSync(beside, present.mode & 0o7777);
    renameSync(beside, real);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** The mark a file begins with, as it is to stand before its text. */
export const markOf = (path: string): string =>
  readFileSync(path).subarray(0, 3).equals(BYTE_ORDER_MARK) ? '\ufeff' : '';

/** Writes a changed text over the one that was read, with its mark; throws where another stands there by now. */
export function writeChanged(path: string, before: string, after: string): void {
  const mark = markOf(path);
  if (!readFileSync(path).equals(Buffer.from(mark + before)))
    throw new Error('it was changed by somebody else in the meantime');
  writeWhole(path, mark + after);
}

function write(path: string, content: Content, flag: 'w' | 'wx'): void {
  const file = openSync(path, flag);
  try {
    if (typeof content === 'string' || content instanceof Uint8Array) writeFileSync(file, content);
    else for (const chunk of inChunks(content)) writeFileSync(file, chunk);
  } finally {
    closeSync(file);
  }
}

/** Enough for one call to be worth while. */
const CHUNK = 1 << 16;

/** Small texts put together, and bytes as they are. */
export function* inChunks(pieces: Iterable<string | Uint8Array>): Generator<string | Uint8Array> {
  let chunk = '';
  for (const piece of pieces) {
    if (typeof piece !== 'string') {
      if (chunk !== '') yield chunk;
      chunk = '';
      yield piece;
      continue;
    }
    chunk += piece;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}
