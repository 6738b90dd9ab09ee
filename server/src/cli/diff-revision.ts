import { dirname } from 'node:path';
import { Ignoring } from '../disk/ignoring.ts';
import { isWithin, nameOf } from '../disk/names.ts';
import type { Settings } from '../settings.ts';
import { Checking } from './checking.ts';
import { Complaints } from './complaints.ts';
import type { Compare, Side } from './diff-side.ts';
import type { Target } from './files.ts';
import type { Repository } from './git.ts';
import { Snapshot } from './git-snapshot.ts';
import { SettingsFinder } from './project-settings.ts';
import type { Terminal } from './terminal.ts';

/** Complaints about a revision, which say so: the file on the disk may be in order. */
class RevisionComplaints extends Complaints {
  constructor(
    terminal: Terminal,
    private readonly label: string,
  ) {
    super(terminal);
  }

  override add(message: string): void {
    super.add(`In ${this.label}: ${message}`);
  }
}

export interface Revision {
  readonly repository: Repository;
  readonly commit: string;
  /** As it was written. */
  readonly label: string;
}

/** A revision as one side of a comparison: its own files, its own settings, and links within it. */
export function revisionSide(
  { repository, commit, label }: Revision,
  paths: readonly string[],
  compare: Compare,
): Side {
  const { terminal, today, asked } = compare;
  const { cwd } = terminal;
  const complaints = new RevisionComplaints(terminal, label);
  const snapshot = new Snapshot(repository, commit);
  const folders = paths.filter((path) => snapshot.isFolder(path));
  const found = new Map(folders.map((folder) => [folder, snapshot.checkedBelow(folder)]));
  const named = paths.filter((path) => snapshot.isFile(path));
  snapshot.fetch([...named, ...[...found.values()].flat()]);

  const settings = asked ?? new SettingsFinder(cwd, complaints, undefined, snapshot.settings);
  const targets = new Map<string, Target>();
  for (const [folder, files] of found) {
    const project = settings.for(folder);
    const isIgnored = ignoredIn(folder, project.settings, project.base, snapshot);
    for (const path of files)
      if (!isIgnored(path))
        targets.set(path, { path, name: nameOf(path, cwd), root: folder, named: false, settings: project.settings });
  }
  for (const path of named) {
    const root = isWithin(path, cwd) ? cwd : dirname(path);
    const own = settings.for(dirname(path)).settings;
    targets.set(path, { path, name: nameOf(path, cwd), root, named: true, settings: own });
  }
  return {
    label,
    targets: [...targets.values()],
    checking: new Checking(cwd, today, complaints, snapshot.files),
    complaints,
    kindOf: (path) => (snapshot.isFile(path) ? 'file' : snapshot.isFolder(path) ? 'folder' : undefined),
  };
}

/** Passes over what a search of the folder on the disk would pass over, also where git keeps it all the same. */
function ignoredIn(folder: string, { ignore }: Settings, base: string, snapshot: Snapshot): (path: string) => boolean {
  const known = new Map<string, Ignoring | undefined>([
    [folder, Ignoring.at(folder, ignore, base, snapshot.text).within(folder)],
  ]);
  const within = (inner: string): Ignoring | undefined => {
    if (known.has(inner)) return known.get(inner);
    const outer = within(dirname(inner));
    const ignoring = outer?.skips(inner, true) === false ? outer.within(inner) : undefined;
    known.set(inner, ignoring);
    return ignoring;
  };
  return (path) => within(dirname(path))?.skips(path, false) !== false;
}
