import { statSync } from 'node:fs';
import { nameOf } from '../disk/names.ts';
import type { Day } from '../formats/dates.ts';
import { Checking } from './checking.ts';
import { Complaints } from './complaints.ts';
import { FileFinder, type Target } from './files.ts';
import { SettingsFinder } from './project-settings.ts';
import type { Terminal } from './terminal.ts';

/** What both sides of a comparison share. */
export interface Compare {
  readonly terminal: Terminal;
  readonly today: Day;
  /** The settings of `--config`, which then hold for both sides. */
  readonly asked: SettingsFinder | undefined;
}

/** One of the two states that are compared. */
export interface Side {
  /** What reports call it. */
  readonly label: string;
  readonly targets: readonly Target[];
  readonly checking: Checking;
  readonly complaints: Complaints;
  readonly kindOf: (path: string) => 'file' | 'folder' | undefined;
}

/** Files and folders as they lie on the disk, as one side of a comparison. Paths that are not there are left out. */
export function diskSide(label: string, paths: readonly string[], { terminal, today, asked }: Compare): Side {
  const { cwd } = terminal;
  const complaints = new Complaints(terminal);
  const settings = asked ?? new SettingsFinder(cwd, complaints, undefined);
  const words = paths.filter(kindOnDisk).map((path) => nameOf(path, cwd));
  return {
    label,
    targets: new FileFinder(cwd, settings, complaints, true).find(words),
    checking: new Checking(cwd, today, complaints),
    complaints,
    kindOf: kindOnDisk,
  };
}

/** What lies at a path; undefined also where that cannot be found out. */
export function kindOnDisk(path: string): 'file' | 'folder' | undefined {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file';
  } catch {
    return undefined;
  }
}
