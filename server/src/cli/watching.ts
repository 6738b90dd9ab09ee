import { createHash } from 'node:crypto';
import type { Stream } from '../yaml/document.ts';
import type { Limits } from '../yaml/limits.ts';
import { type Files, onDisk } from './checking.ts';
import { type Beginning, readBeginning, streamOf } from './reading.ts';

/** A file that a link led to, by its path, and the hash of what was in it; null where it could not be opened. */
export type Link = readonly [path: string, hash: string | null];

/** Reads files from the disk and remembers what was in them, so that what was found can be found again. */
export class Watching implements Files {
  /** Of what was read last, which is what is checked. */
  private readonly hashes = new Map<string, string>();
  private followed = new Map<string, boolean>();

  readonly read = (path: string, limits: Limits): Stream => {
    const beginning = readBeginning(path, limits.max_file_bytes);
    this.hashes.set(path, hashOf(beginning));
    return streamOf(beginning, limits);
  };

  readonly isBelow = (path: string, root: string): boolean => {
    this.followed.set(path, false);
    const below = onDisk.isBelow(path, root);
    this.followed.set(path, below);
    return below;
  };

  hash(path: string): string | undefined {
    return this.hashes.get(path);
  }

  /** The links that were followed since this was asked last. */
  links(): Link[] {
    const links = [...this.followed].map(([path, below]): Link => [path, (below && this.hashes.get(path)) || null]);
    this.followed = new Map();
    return links;
  }
}

/** Tells contents apart. Of a file that is too large only its beginning is read; its size is spoken of. */
export const hashOf = ({ bytes, size }: Beginning): string =>
  createHash('sha1').update(bytes).update(`\0${size}`).digest('base64');
