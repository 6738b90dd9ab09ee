import { namedKind } from '../check/check.ts';
import type { Day } from '../formats/dates.ts';
import { type Compared, newSince } from '../reports/baseline.ts';
import { reportFile } from '../reports/reported.ts';
import { letGo } from '../yaml/passing.ts';
import { Checking } from './checking.ts';
import type { Target } from './files.ts';
import { type Packed, pack } from './packing.ts';
import type { Place, Shelf } from './shelf.ts';
import { type Link, Watching } from './watching.ts';

/** A file to be checked, and what is known of it already. */
export interface Task {
  readonly target: Target;
  /** The fingerprints a baseline has of it, where there is a baseline. */
  readonly known: readonly string[] | undefined;
}

/** What became of a task. */
export interface Outcome {
  readonly complaints: readonly string[];
  /** What was found, or where it was laid aside; undefined where nothing could be read, or nothing is checked. */
  readonly found?: Packed | Place;
  readonly compared?: Compared;
  /** What this followed from, beside the task: the content of the file and of those it links to. */
  readonly hash?: string;
  readonly links?: readonly Link[];
}

/** Checks files one by one, here or in a worker. What it gives depends on nothing that was checked before. */
export class FileCheck {
  private readonly files = new Watching();
  private complaints: string[] = [];
  private readonly checking: Checking;

  constructor(
    cwd: string,
    today: Day,
    /** What was found is packed for being kept. */
    private readonly small: boolean,
    private readonly shelf: Shelf | undefined,
  ) {
    this.checking = new Checking(cwd, today, { add: (message) => this.complaints.push(message) }, this.files);
  }

  run(task: Task): Outcome {
    const outcome = this.outcomeOf(task);
    // What is linked to is kept for others that link to it, with what was worked out about it.
    if (!outcome.links?.length) letGo();
    return outcome;
  }

  private outcomeOf({ target, known }: Task): Outcome {
    this.complaints = [];
    const checked = this.checking.check(target);
    const links = this.files.links();
    const { complaints } = this;
    if (!checked) return { complaints };
    const { findings, ...compared } = known ? newSince(checked, new Set(known)) : { findings: checked.findings };
    const hash = this.files.hash(target.path);
    return {
      complaints,
      found: this.aside(pack(reportFile({ ...checked, findings }, namedKind(target.name)), this.small)),
      ...('known' in compared && { compared }),
      ...(hash !== undefined && { hash }),
      links,
    };
  }

  private aside(packed: Packed): Packed | Place {
    return this.shelf?.put(packed) ?? packed.slice();
  }
}
