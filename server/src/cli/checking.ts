import { realpathSync, statSync } from 'node:fs';
import { sep } from 'node:path';
import { type CheckedFile, checkFile, namedKind } from '../check/check.ts';
import { kindOf } from '../check/interpret.ts';
import type { LinkedFile } from '../check/links.ts';
import { isWithin, nameOf, withSlashes } from '../disk/names.ts';
import type { Day } from '../formats/dates.ts';
import { linkTarget } from '../workspace.ts';
import type { Stream } from '../yaml/document.ts';
import type { Limits } from '../yaml/limits.ts';
import { type Complaints, reason } from './complaints.ts';
import type { Target } from './files.ts';
import { Kept } from './kept.ts';
import { readStream } from './reading.ts';

/** Units of text that are kept of files that charters link to: others may link to the same. */
const OF_LINKED = 500_000;
/** And of those that were checked lately: a charter often lies beside the description it links to. */
const LATELY = 60_000;

/** Where files are read from. */
export interface Files {
  /** Throws where the file cannot be read. */
  readonly read: (path: string, limits: Limits) => Stream;
  /** True for a file that lies below a folder, be it through a symbolic link. May throw. */
  readonly isBelow: (path: string, root: string) => boolean;
}

export const onDisk: Files = {
  read: readStream,
  isBelow: (path, root) => {
    const real = realpathSync(path);
    return isWithin(real, realpathSync(root)) && statSync(real).isFile();
  },
};

/** Checks files, as a rule those of this machine. */
export class Checking {
  private readonly linked = new Kept(OF_LINKED);
  private readonly lately = new Kept(LATELY);
  /** Where nothing links to anything, nothing is kept: what goes at once costs the least to clear away. */
  private anyLinks = false;

  constructor(
    private readonly cwd: string,
    private readonly today: Day,
    private readonly complaints: Pick<Complaints, 'add'>,
    private readonly files: Files = onDisk,
  ) {}

  /** Checks a file as it lies there. Undefined where that cannot be done or there is nothing to check. */
  check(target: Target): CheckedFile | undefined {
    const stream = this.read(target);
    return stream && this.checkStream(target, stream);
  }

  /** Reads a file. Undefined where it cannot be read or holds nothing that is checked. */
  read(target: Target): Stream | undefined {
    let stream: Stream;
    try {
      stream = this.streamOf(target.path, target, this.lately);
    } catch (error) {
      this.complaints.add(`${target.name} cannot be read: ${reason(error)}.`);
      return undefined;
    }
    if (namedKind(target.name) || stream.documents.some((document) => kindOf(document))) return stream;
    if (target.named) this.complaints.add(nothingIn(target.name, stream));
    return undefined;
  }

  /** Checks a text as if it stood in a file. */
  checkStream(target: Target, stream: Stream): CheckedFile | undefined {
    try {
      return checkFile({
        file: target.name,
        stream,
        today: this.today,
        settings: target.settings,
        open: (link) => this.openLink(target, link),
      });
    } catch (error) {
      this.complaints.add(`${target.name} could not be checked, because worksec itself has a fault: ${reason(error)}`);
      return undefined;
    }
  }

  /** Files have changed: what was read from them no longer counts. */
  forget(): void {
    this.linked.clear();
    this.lately.clear();
  }

  /** Opens what a charter links to, unless that lies outside the folder, be it through a symbolic link. */
  private openLink(target: Target, link: string): LinkedFile | undefined {
    const found = linkTarget(withSlashes(target.path), link, withSlashes(target.root));
    if (found === undefined) return undefined;
    const path = found.replaceAll('/', sep);
    this.anyLinks = true;
    try {
      if (!this.files.isBelow(path, target.root)) return undefined;
      return { file: nameOf(path, this.cwd), stream: this.streamOf(path, target, this.linked) };
    } catch {
      return undefined;
    }
  }

  private streamOf(path: string, { settings }: Target, kept: Kept): Stream {
    const stream = this.linked.get(path) ?? this.lately.get(path) ?? this.files.read(path, settings);
    if (this.anyLinks) kept.keep(path, stream);
    return stream;
  }
}

/** Why there is nothing to check in a file that was named. */
export function nothingIn(name: string, stream: Stream): string {
  const [problem] = stream.problems;
  if (problem?.code === 'too-large') return `${name} is too large to be checked.`;
  if (problem?.code === 'syntax') return `${name} cannot be read: ${problem.reason}.`;
  return `${name} holds nothing that is checked: a kind: work-system or kind: project-charter is missing at its top.`;
}
