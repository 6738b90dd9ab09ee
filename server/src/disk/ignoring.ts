import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { foldersAbove, isWithin, nameOf } from './names.ts';

/** Patterns, and the folder they belong to. */
interface Level {
  readonly base: string;
  readonly patterns: Ignore;
}

/** Reads a file of patterns; throws where there is none. */
type ReadText = (file: string) => string;

const fromDisk: ReadText = (file) => readFileSync(file, 'utf8');

/** Folders that never hold anything to be checked. */
const NEVER = new Set(['.git', 'node_modules']);

/** What is passed over in a folder: what git ignores there, and what the settings say. */
export class Ignoring {
  private constructor(
    private readonly settings: Level,
    /** The deepest last; it decides first. */
    private readonly git: readonly Level[],
    private readonly read: ReadText,
  ) {}

  /** For a folder that is to be searched; `own` are the patterns of the settings. */
  static at(folder: string, own: readonly string[], base: string, read: ReadText = fromDisk): Ignoring {
    const settings = { base, patterns: patternsOf(own) };
    const above = [...foldersAbove(folder)];
    const top = above.at(-1)!;
    if (!existsSync(join(top, '.git'))) return new Ignoring(settings, [], read);
    const git = [
      ...level(top, join(top, '.git', 'info', 'exclude'), read),
      ...above
        .slice(1)
        .reverse()
        .flatMap((each) => level(each, join(each, '.gitignore'), read)),
    ];
    // A folder that was named is searched, even where git ignores it as a whole.
    return new Ignoring(settings, skippedBy(git, folder, true) ? [] : git, read);
  }

  /** The same with what the `.gitignore` of a folder adds for all that lies in it. */
  within(folder: string): Ignoring {
    const added = level(folder, join(folder, '.gitignore'), this.read);
    return added.length > 0 ? new Ignoring(this.settings, [...this.git, ...added], this.read) : this;
  }

  /** True for a file or folder that is passed over. The folders that hold it are not looked at. */
  skips(path: string, isFolder: boolean): boolean {
    if (isFolder && NEVER.has(basename(path))) return true;
    return skippedBy([this.settings], path, isFolder) || skippedBy(this.git, path, isFolder);
  }
}

function skippedBy(levels: readonly Level[], path: string, isFolder: boolean): boolean {
  for (const { base, patterns } of levels.toReversed()) {
    const name = nameOf(path, base);
    if (name === '.' || !isWithin(path, base)) continue;
    const { ignored, unignored } = patterns.test(isFolder ? `${name}/` : name);
    if (ignored || unignored) return ignored;
  }
  return false;
}

function level(base: string, file: string, read: ReadText): Level[] {
  try {
    return [{ base, patterns: patternsOf(read(file)) }];
  } catch {
    return [];
  }
}

const patternsOf = (patterns: string | readonly string[]): Ignore =>
  ignore({ ignorecase: process.platform === 'win32' || process.platform === 'darwin' }).add(patterns);
