import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { version } from '../../../package.json';
import { nameOf } from '../disk/names.ts';
import type { Day } from '../formats/dates.ts';
import type { Settings } from '../settings.ts';
import { type CacheEntry, cacheBytes, readCacheBytes } from './cache-format.ts';
import { onDisk } from './checking.ts';
import { reason } from './complaints.ts';
import type { Checked } from './crew.ts';
import type { Task } from './file-check.ts';
import { whole } from './packing.ts';
import { readBeginning } from './reading.ts';
import type { Terminal } from './terminal.ts';
import { hashOf } from './watching.ts';
import { writeWhole } from './writing.ts';

/** Where a cache lies if nothing else is said. */
const CACHE_FOLDER = '.worksec-cache';

const CACHE_FILE = 'checks';
/** Runs after which an entry that none of them asked for is left out: its file is gone, or others are checked. */
const MOST_AGE = 10;

/** The folder of `--cache`, where that was given. */
export const cacheOption = (given: string | true | undefined): string | undefined =>
  given === true ? CACHE_FOLDER : given;

/**
 * What was found in files before, to be told again while neither they, nor what they link to, nor the settings, the day
 * and the program have changed. There is one entry for a file, so that a cache does not outgrow what is checked.
 */
export class Cache {
  private readonly cwd: string;
  private readonly path: string;
  /** Names the very program that checks. */
  private readonly checker: string;
  private readonly before: ReadonlyMap<string, CacheEntry>;
  private readonly now = new Map<string, CacheEntry>();
  private readonly settingsHashes = new Map<Settings, string>();

  constructor(
    readonly folder: string,
    { cwd, program }: Pick<Terminal, 'cwd' | 'program'>,
    private readonly today: Day,
  ) {
    this.cwd = cwd;
    this.path = join(resolve(cwd, folder), CACHE_FILE);
    this.checker = program === undefined ? version : sha1(readFileSync(program));
    this.before = contentOf(this.path, this.checker);
  }

  /** What became of a task when it was the same as now. */
  find(task: Task): Checked | undefined {
    const { target } = task;
    const entry = this.before.get(target.name);
    const hash = entry && this.hashOf(target.path, target.settings);
    if (hash === undefined || this.keyOf(task, hash) !== entry!.key) return undefined;
    if (entry!.links.some(([name, then]) => this.hashOfLink(name, task) !== then)) return undefined;
    this.now.set(target.name, entry!.age === 0 ? entry! : { ...entry!, age: 0 });
    const { found, compared } = entry!;
    return { complaints: [], found: whole(found), ...(compared && { compared }) };
  }

  /** Keeps what was found. What went wrong is not kept: it may not go wrong the next time. */
  add(task: Task, { complaints, found, compared, hash, links }: Checked): void {
    if (complaints.length > 0 || !found || hash === undefined || !links) return;
    this.now.set(task.target.name, {
      key: this.keyOf(task, hash),
      links: links.map(([path, then]) => [nameOf(path, this.cwd), then]),
      found: found(0, Number.POSITIVE_INFINITY),
      ...(compared && { compared }),
      age: 0,
    });
  }

  /** Writes the cache if anything in it is new; why that could not be done, in plain words, where it could not. */
  save(): string | undefined {
    for (const [name, entry] of this.before)
      if (!this.now.has(name) && entry.age < MOST_AGE) this.now.set(name, { ...entry, age: entry.age + 1 });
    if (this.isAsBefore()) return undefined;
    try {
      this.makeFolder();
      writeWhole(this.path, cacheBytes(this.checker, this.now));
      return undefined;
    } catch (error) {
      return reason(error);
    }
  }

  private isAsBefore(): boolean {
    if (this.now.size !== this.before.size || this.now.size === 0) return false;
    for (const [name, entry] of this.now) if (this.before.get(name) !== entry) return false;
    return true;
  }

  private makeFolder(): void {
    const folder = resolve(this.cwd, this.folder);
    if (existsSync(folder)) return;
    mkdirSync(folder, { recursive: true });
    // What is made here belongs to nobody's history.
    writeFileSync(join(folder, '.gitignore'), '*\n');
  }

  private keyOf({ target, known }: Task, hash: string): string {
    const settings = this.settingsHashes.get(target.settings) ?? sha1(JSON.stringify(target.settings));
    this.settingsHashes.set(target.settings, settings);
    return sha1(JSON.stringify([hash, target.name, nameOf(target.root, this.cwd), settings, this.today, known]));
  }

  private hashOfLink(name: string, { target }: Task): string | null {
    const path = resolve(this.cwd, name);
    try {
      return onDisk.isBelow(path, target.root) ? (this.hashOf(path, target.settings) ?? null) : null;
    } catch {
      return null;
    }
  }

  private hashOf(path: string, { max_file_bytes }: Settings): string | undefined {
    try {
      return hashOf(readBeginning(path, max_file_bytes));
    } catch {
      return undefined;
    }
  }
}

const sha1 = (content: string | Uint8Array): string => createHash('sha1').update(content).digest('base64');

/** A cache that is not there, not whole or not ours holds nothing. */
function contentOf(path: string, checker: string): ReadonlyMap<string, CacheEntry> {
  try {
    return readCacheBytes(checker, readFileSync(path)) ?? new Map();
  } catch {
    return new Map();
  }
}
