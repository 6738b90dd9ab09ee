import type { Diagnostic } from 'vscode-languageserver';
import type { Checking } from './checking.ts';
import type { EditorLibrary } from './library.ts';
import { turn } from './turn.ts';
import { unhurried } from './unhurried.ts';

/** What was said of a file, and which files that depends on. */
export interface FileReport {
  /** The same as long as nothing changed that the diagnostics depend on. */
  readonly resultId: string;
  readonly diagnostics: readonly Diagnostic[];
}

interface Known extends FileReport {
  readonly dependsOn: readonly string[];
}

/**
 * The diagnostics of every file of the workspace, open or not. What was said of a file is kept until it, a file it links
 * to, or the settings change; the text of a file that is not open is not.
 */
export class WorkspaceReports {
  private readonly known = new Map<string, Known>();
  private there: ReadonlySet<string> | undefined;
  private count = 0;
  private heed: (uris?: readonly string[]) => void = () => {};

  constructor(
    private readonly library: EditorLibrary,
    private readonly checking: Checking,
  ) {}

  /**
   * Says what a check of a file finds; checks it only where something changed since. Undefined where nobody wants to
   * know it any more before it is found out.
   */
  async report(uri: string, isUnwanted = () => false): Promise<FileReport | undefined> {
    const known = this.known.get(uri);
    if (known) return known;
    const version = this.library.version(uri);
    await prepare(uri, this.library, this.checking);
    const isOther = (): boolean => this.library.version(uri) !== version;
    if (!(await unhurried(this.checking.inSteps(uri), () => isUnwanted() || isOther(), turn)))
      return isUnwanted() ? undefined : this.report(uri, isUnwanted);
    const report = {
      resultId: String(++this.count),
      diagnostics: this.checking.diagnostics(uri),
      dependsOn: this.checking.linkedFiles(uri),
    };
    this.known.set(uri, report);
    if (version === null) this.library.release(uri);
    return report;
  }

  /** Somebody wants to hear of which files a report no longer holds; where none are named, that is all of them. */
  onChanged(heed: (uris?: readonly string[]) => void): void {
    this.heed = heed;
  }

  /** The files of which something was said. */
  files(): Iterable<string> {
    return this.known.keys();
  }

  /** Which files there are now: those that came or went without anybody saying so count as changed. */
  these(files: readonly string[]): void {
    const [before, now] = [this.there ?? new Set(files), new Set(files)];
    this.there = now;
    const other = [...files.filter((uri) => !before.has(uri)), ...[...before].filter((uri) => !now.has(uri))];
    for (const uri of other) this.known.delete(uri);
    if (other.length > 0) this.heed(other);
  }

  /** A file changed: what was said of it and of those that link to it no longer holds. */
  changed(uri: string): void {
    const linking = [...this.known].flatMap(([known, { dependsOn }]) => (dependsOn.includes(uri) ? known : []));
    const changed = [uri, ...linking];
    for (const each of changed) this.known.delete(each);
    this.heed(changed);
  }

  /** Settings changed, or the day did: nothing holds any more. */
  changedAll(): void {
    this.known.clear();
    this.heed();
  }
}

/** Reads what a check of a text needs: the text itself, its folder's settings, and the files it links to. */
export async function prepare(uri: string, library: EditorLibrary, checking: Checking): Promise<void> {
  const folder = library.folder(uri);
  await library.loadConfig(uri);
  await library.load(uri, folder);
  await Promise.all(checking.linkedFiles(uri).map((linked) => library.load(linked, folder)));
}
