import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { type Pool, pool } from 'workerpool';
import type { Day } from '../formats/dates.ts';
import type { Settings } from '../settings.ts';
import { FileCheck, type Outcome, type Task } from './file-check.ts';
import { type Stretch, whole } from './packing.ts';
import type { Shelf } from './shelf.ts';
import { type SharedTurns, Turns } from './turns.ts';

/** What all tasks of a run share. */
export interface Setup {
  readonly cwd: string;
  readonly today: Day;
  /** The program that workers are started from. */
  readonly program?: string;
  /** Threads that check: this one, and workers. */
  readonly jobs: number;
  /** Gives each thread a shelf to lay aside what was found in many files; without it, outcomes hold that themselves. */
  readonly shelf?: (() => Shelf) | undefined;
  /** Outcomes are packed for being kept. */
  readonly small?: boolean;
  /** Told each time files have been checked. */
  readonly onDone: (files: number) => void;
}

/** A task on its way to a worker: settings are many times larger than all else, and mostly the same. */
export interface SentTask extends Omit<Task, 'target'> {
  readonly target: Omit<Task['target'], 'settings'>;
  /** Which of the settings that the worker was started with. */
  readonly settings: number;
}

/** An outcome whose findings may lie elsewhere. */
export interface Checked extends Omit<Outcome, 'found'> {
  readonly found: Stretch | undefined;
}

export interface WorkerData {
  readonly cwd: string;
  readonly today: Day;
  readonly small: boolean;
  readonly settings: readonly Settings[];
  readonly tasks: readonly SentTask[];
  readonly turns: SharedTurns;
}

/** What a worker tells of a task. */
export interface Sent {
  readonly place: number;
  readonly outcome: Outcome;
}

/** Files from which memory matters more than the last bit of speed. */
export const MANY = 200;
/**
 * What V8 is told in a process of our own. Little of what a check makes is kept, so that room is better used again than
 * taken; and nothing is kept from the beginning because such things were kept once, as while the list of files was made:
 * what is young when it is dropped costs nothing to clear away.
 */
const SPARING = ['--heap-growing-percent=30', '--no-allocation-site-pretenuring'];
const WORKER_LIMITS = { maxYoungGenerationSizeMb: 12 };

/** Checks files, with workers where that was asked for. Outcomes stand in the order of the tasks, whoever was faster. */
export async function checkAll(tasks: readonly Task[], setup: Setup): Promise<Checked[]> {
  const { program } = setup;
  const workers = program === undefined ? 0 : Math.min(setup.jobs, tasks.length) - 1;
  if (program !== undefined && tasks.length > MANY) for (const flag of SPARING) setFlagsFromString(flag);
  const crew = new Crew(tasks, setup);
  return workers > 0 ? crew.together(program!, workers) : crew.alone();
}

class Crew {
  private readonly check: FileCheck;
  private readonly shelf: Shelf | undefined;
  private readonly outcomes: Checked[] = [];

  constructor(
    private readonly tasks: readonly Task[],
    private readonly setup: Setup,
  ) {
    this.shelf = setup.shelf?.();
    this.check = new FileCheck(setup.cwd, setup.today, setup.small === true, this.shelf);
  }

  /** Checks everything of which there is no outcome yet. */
  async alone(): Promise<Checked[]> {
    await this.byTurns([...this.tasks.keys()].filter((place) => !this.outcomes[place]));
    return this.outcomes;
  }

  async together(program: string, workers: number): Promise<Checked[]> {
    const turns = Turns.through(this.tasks.length, workers + 1);
    const threads = pool(program, {
      workerType: 'thread',
      maxWorkers: workers,
      workerThreadOpts: { workerData: this.dataFor(turns), resourceLimits: WORKER_LIMITS },
    });
    try {
      await Promise.all([this.byTurns(turns), ...Array.from({ length: workers }, () => this.byWorker(threads))]);
      // What a worker could not finish is left.
      return await this.alone();
    } finally {
      await threads.terminate(true);
    }
  }

  private async byTurns(places: Iterable<number>): Promise<void> {
    for (const place of places) {
      this.done(place, this.check.run(this.tasks[place]!), this.shelf);
      // Between two files there is time to hear of workers.
      await setImmediate();
    }
  }

  private dataFor(turns: Turns): WorkerData {
    const { cwd, today, small = false } = this.setup;
    const settings = [...new Set(this.tasks.map(({ target }) => target.settings))];
    const numbers = new Map(settings.map((each, i) => [each, i]));
    const tasks = this.tasks.map(({ target: { settings, ...target }, known }) => ({
      target,
      known,
      settings: numbers.get(settings)!,
    }));
    return { cwd, today, small, settings, tasks, turns: turns.toShare };
  }

  /** Has a worker take turns until none is left. After a failure it takes no more; whoever is left does the work. */
  private async byWorker(threads: Pool): Promise<void> {
    const shelf = this.setup.shelf?.();
    const on = ({ place, outcome }: Sent): void => this.done(place, outcome, shelf);
    try {
      await threads.exec('takeTurns', [shelf?.file], { on });
    } catch {
      // Its files are checked by the others.
    }
  }

  private done(place: number, { found, ...outcome }: Outcome, shelf: Shelf | undefined): void {
    const stretch = found && (found instanceof Uint8Array ? whole(found) : shelf!.piece(found));
    this.outcomes[place] = { ...outcome, found: stretch };
    this.setup.onDone(1);
  }
}
