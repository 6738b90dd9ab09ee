import { basename, sep } from 'node:path';
import { namedKind } from '../check/check.ts';
import { CONFIG_FILE } from '../config.ts';
import type { Stream } from '../yaml/document.ts';
import { defaultLimits, type Limits } from '../yaml/limits.ts';
import { parseStream } from '../yaml/parse.ts';
import type { Files } from './checking.ts';
import type { Blob, Repository } from './git.ts';
import type { SettingsFiles } from './project-settings.ts';

/** The files of a revision under the paths they have, or would have, on this machine. Nothing is written there. */
export class Snapshot {
  private readonly blobs: ReadonlyMap<string, Blob>;
  private contents: ReadonlyMap<string, Uint8Array> = new Map();

  constructor(
    private readonly repository: Repository,
    commit: string,
  ) {
    this.blobs = repository.files(commit);
  }

  isFile(path: string): boolean {
    return this.blobs.has(path);
  }

  isFolder(path: string): boolean {
    const head = path.endsWith(sep) ? path : `${path}${sep}`;
    return [...this.blobs.keys()].some((each) => each.startsWith(head));
  }

  /** Every file below a folder that its name says is to be checked. */
  checkedBelow(folder: string): string[] {
    const head = folder.endsWith(sep) ? folder : `${folder}${sep}`;
    return [...this.blobs.keys()].filter((path) => path.startsWith(head) && namedKind(basename(path)));
  }

  /** Reads all that a check of some files needs at once: the files, settings, and what is ignored. */
  fetch(paths: readonly string[]): void {
    const wanted = new Set(paths);
    const hashes = [...this.blobs]
      .filter(([path]) => wanted.has(path) || [CONFIG_FILE, '.gitignore'].includes(basename(path)))
      .filter(([, { bytes }]) => bytes <= defaultLimits.max_file_bytes)
      .map(([, { hash }]) => hash);
    this.contents = this.repository.contents([...new Set(hashes)]);
  }

  readonly settings: SettingsFiles = {
    isThere: (path) => this.isFile(path),
    read: (path) => this.stream(path, defaultLimits),
  };

  readonly files: Files = {
    read: (path, limits) => this.stream(path, limits),
    isBelow: (path) => this.isFile(path),
  };

  /** Throws where there is no such file. */
  readonly text = (path: string): string => Buffer.from(this.bytes(path)).toString();

  private stream(path: string, limits: Limits): Stream {
    const size = this.blobs.get(path)?.bytes ?? 0;
    // A file that is too large is told from its size alone.
    return parseStream(size > limits.max_file_bytes ? Buffer.alloc(size) : this.bytes(path), limits);
  }

  private bytes(path: string): Uint8Array {
    const blob = this.blobs.get(path);
    if (!blob) throw new Error('it is not there');
    const { hash } = blob;
    const bytes = this.contents.get(hash) ?? this.repository.contents([hash]).get(hash);
    if (!bytes) throw new Error('git does not have its content');
    return bytes;
  }
}
