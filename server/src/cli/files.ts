import { type Dirent, lstatSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { globSync, isDynamicPattern } from 'tinyglobby';
import { namedKind } from '../check/check.ts';
import { Ignoring } from '../disk/ignoring.ts';
import { isWithin, nameOf, withSlashes } from '../disk/names.ts';
import { nearest } from '../formats/nearest.ts';
import type { Settings } from '../settings.ts';
import { type Complaints, reason } from './complaints.ts';
import type { ProjectSettings, SettingsFinder } from './project-settings.ts';

/** A file to be checked. */
export interface Target {
  readonly path: string;
  /** How reports name it. */
  readonly name: string;
  /** The folder that its links may not leave. */
  readonly root: string;
  /** True for a file that was named itself: then something is wrong where nothing in it can be checked. */
  readonly named: boolean;
  readonly settings: Settings;
}

/** A folder that is being searched. */
interface Search {
  readonly root: string;
  /** True once there was anything that could have been checked. */
  found: boolean;
}

/** Finds what the arguments of a check lead to: files, folders and patterns. Tells what is wrong and goes on. */
export class FileFinder {
  /** By where they really lie, so that each is checked once. */
  private readonly targets = new Map<string, Target>();

  constructor(
    private readonly cwd: string,
    private readonly settings: SettingsFinder,
    private readonly complaints: Complaints,
    /** A comparison may find that a folder holds nothing any more, or not yet. */
    private readonly mayBeEmpty = false,
  ) {}

  /** The files, each once, by name. */
  find(words: readonly string[]): Target[] {
    for (const word of words) this.follow(word);
    return [...this.targets.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  }

  private follow(word: string): void {
    const path = resolve(this.cwd, word);
    const kind = this.kindOf(path, word);
    if (kind === 'folder') this.followFolder(path, word);
    else if (kind === 'file')
      this.add({ path, root: this.rootOf(path), named: true, settings: this.settings.for(dirname(path)).settings });
    else if (kind === 'other') this.complaints.add(`${word} is neither a file nor a folder.`);
    else if (kind === 'missing' && isDynamicPattern(word)) this.followPattern(word);
    else if (kind === 'missing') this.complaints.add(missing(word, path));
  }

  private followFolder(folder: string, word: string): void {
    this.sayIfNamedLikeFile(folder);
    const { settings, base } = this.settings.for(folder);
    const search: Search = { root: folder, found: false };
    this.walk(folder, Ignoring.at(folder, settings.ignore, base), search);
    if (!search.found && !this.mayBeEmpty)
      this.complaints.add(`There is nothing to check in ${word}: no *.work-system.yaml and no *.charter.yaml.`);
  }

  private followPattern(word: string): void {
    const found = globSync(withSlashes(word), {
      cwd: this.cwd,
      dot: true,
      expandDirectories: false,
      followSymbolicLinks: false,
      ignore: ['**/node_modules/**', '**/.git/**'],
    });
    const project = this.settings.for(this.cwd);
    const paths = found.map((each) => resolve(this.cwd, each)).sort();
    const kept = paths.filter((path) => /\.ya?ml$/i.test(path) && !this.isIgnored(path, project));
    for (const path of kept) this.addFound(path, { root: this.rootOf(path), found: true });
    if (kept.length === 0) this.complaints.add(`No YAML file fits ${word}.`);
  }

  /** Looks at the folders that hold a file, as a search through them would have. */
  private isIgnored(path: string, { settings, base }: ProjectSettings): boolean {
    const root = this.rootOf(path);
    const steps = nameOf(path, root).split('/');
    let ignoring = Ignoring.at(root, settings.ignore, base).within(root);
    for (let i = 1; i < steps.length; i++) {
      const folder = join(root, ...steps.slice(0, i));
      if (ignoring.skips(folder, true)) return true;
      ignoring = ignoring.within(folder);
    }
    return ignoring.skips(path, false);
  }

  /** Symbolic links to folders are not followed, as in git: they cannot lead in circles then. */
  private walk(folder: string, outer: Ignoring, search: Search): void {
    const ignoring = outer.within(folder);
    for (const entry of this.entries(folder, search)) {
      const path = join(folder, entry.name);
      if (ignoring.skips(path, entry.isDirectory())) continue;
      if (entry.isDirectory()) {
        if (this.sayIfNamedLikeFile(path)) search.found = true;
        this.walk(path, ignoring, search);
      } else if (namedKind(entry.name)) {
        search.found = true;
        this.addFound(path, search);
      }
    }
  }

  private entries(folder: string, search: Search): Dirent[] {
    try {
      return readdirSync(folder, { withFileTypes: true });
    } catch (error) {
      this.complaints.add(`The folder ${nameOf(folder, this.cwd)} cannot be searched: ${reason(error)}.`);
      search.found = true;
      return [];
    }
  }

  /** A file that a search came upon, which may be a link to anything. */
  private addFound(path: string, { root }: Search): void {
    const name = nameOf(path, this.cwd);
    const kind = this.kindOf(path, name);
    if (kind === 'folder') this.complaints.add(`${name} is a link to a folder, although it is named like a file.`);
    else if (kind === 'other') this.complaints.add(`${name} is neither a file nor a folder.`);
    else if (kind === 'file')
      this.add({ path, root, named: false, settings: this.settings.for(dirname(path)).settings });
  }

  private add(found: Omit<Target, 'name'>): void {
    const { path } = found;
    const name = nameOf(path, this.cwd);
    const real = this.realPath(path, name);
    if (real === undefined) return;
    if (!found.named && !isWithin(real, this.realPath(found.root, name) ?? found.root)) {
      this.complaints.add(`${name} is a link that leaves the folder that is checked.`);
      return;
    }
    const known = this.targets.get(real);
    // A file goes before the links that lead to it; all else stays as it was found first.
    const target = known && path !== real ? known : { ...(known ?? found), path, name };
    this.targets.set(real, { ...target, named: found.named || known?.named === true });
  }

  private realPath(path: string, name: string): string | undefined {
    try {
      return realpathSync(path);
    } catch (error) {
      this.complaints.add(`${name} cannot be read: ${reason(error)}.`);
      return undefined;
    }
  }

  private kindOf(path: string, name: string): 'file' | 'folder' | 'other' | 'missing' | 'broken' {
    let stats: Stats | undefined;
    try {
      stats = statSync(path, { throwIfNoEntry: false });
      if (!stats && !lstatSync(path, { throwIfNoEntry: false })) return 'missing';
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return 'missing';
      this.complaints.add(`${name} cannot be read: ${reason(error)}.`);
      return 'broken';
    }
    if (stats) return stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other';
    this.complaints.add(`${name} cannot be read: it is a link to something that is not there.`);
    return 'broken';
  }

  private sayIfNamedLikeFile(folder: string): boolean {
    if (!namedKind(basename(folder))) return false;
    this.complaints.add(`${nameOf(folder, this.cwd)} is a folder, although it is named like a file.`);
    return true;
  }

  /** The folder a file's links may not leave: where the command was started, if the file lies there. */
  private rootOf(file: string): string {
    return isWithin(file, this.cwd) ? this.cwd : dirname(file);
  }
}

function missing(word: string, path: string): string {
  let neighbours: string[] = [];
  try {
    neighbours = readdirSync(dirname(path));
  } catch {
    // Then there is nothing to propose.
  }
  const near = nearest(basename(path), neighbours);
  return `There is no file or folder ${word}.${near ? ` Did you mean ${near}?` : ''}`;
}
