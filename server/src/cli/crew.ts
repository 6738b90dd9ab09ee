import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { type Pool, pool } from 'workerpool';
import type { Day } from '../formats/dates.ts';
import type { Settings } from '../settings.ts';
import { FileCheck, type Outcome, type Task } from './file-check.ts';
import { type Stretch, whole } from './packing.ts';
import type { Shelf } from './shelf.ts';

/** What all tasks of a run share. */
export interface Setup {
  readonly cwd: string;
  readonly today: Day;
  /** The program that workers are started from. */
  readonly program?: string;
  /** Threads that check: this one, and workers. */
  readonly jobs: number;
  /** Lays aside what was found in many files; without it, outcomes hold that themselves. */
  readonly shelf?: Shelf | undefined;
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
}

/** Most files that a worker is given at a time: asking for each by itself would cost more than it brings. */
const BATCH = 16;

/** Files from which memory matters more than the last bit of speed. */
export const MANY = 200;
const WORKER_LIMITS = { maxYoungGenerationSizeMb: 8 };

/** Checks files, with workers where that was asked for. Outcomes stand in the order of the tasks, whoever was faster. */
export async function checkAll(tasks: readonly Task[], setup: Setup): Promise<Checked[]> {
  const { program } = setup;
  const workers = program === undefined ? 0 : Math.min(setup.jobs, tasks.length) - 1;
  // In a process of our own: little of what a check makes is kept, so that room is better used again than taken.
  if (program !== undefined && tasks.length > MANY) setFlagsFromString('--heap-growing-percent=30');
  const crew = new Crew(tasks, setup);
  return workers > 0 ? crew.together(program!, workers) : crew.alone();
}

class Crew {
  private readonly check: FileCheck;
  private readonly outcomes: Checked[] = [];
  /** Places of the tasks that nobody has begun, the next one last. */
  private readonly waiting: number[];

  constructor(
    private readonly tasks: readonly Task[],
    private readonly setup: Setup,
  ) {
    this.check = new FileCheck(setup.cwd, setup.today, setup.small === true);
    this.waiting = tasks.map((_, i) => i).reverse();
  }

  async alone(): Promise<Checked[]> {
    for (let next = this.waiting.pop(); next !== undefined; next = this.waiting.pop()) {
      this.done([next], [this.check.run(this.tasks[next]!)]);
      // Between two files there is time to hear of workers.
      await setImmediate();
    }
    return this.outcomes;
  }

  async together(program: string, workers: number): Promise<Checked[]> {
    const settings = [...new Set(this.tasks.map(({ target }) => target.settings))];
    const numbers = new Map(settings.map((each, i) => [each, i]));
    const { cwd, today, small = false } = this.setup;
    const workerData: WorkerData = { cwd, today, small, settings };
    const threads = pool(program, {
      workerType: 'thread',
      maxWorkers: workers,
      workerThreadOpts: { workerData, resourceLimits: WORKER_LIMITS },
    });
    try {
      await Promise.all([this.alone(), ...Array.from({ length: workers }, () => this.bySending(threads, numbers))]);
      // What a worker could not finish is left.
      return await this.alone();
    } finally {
      await threads.terminate(true);
    }
  }

  /** Gives batches to workers. After a failure no more are given; whoever is left does the work. */
  private async bySending(threads: Pool, numbers: ReadonlyMap<Settings, number>): Promise<void> {
    for (let batch = this.batch(); batch.length > 0; batch = this.batch()) {
      const sent = batch.map((i) => {
        const { target, known } = this.tasks[i]!;
        const { settings, ...rest } = target;
        return { target: rest, known, settings: numbers.get(settings)! } satisfies SentTask;
      });
      try {
        this.done(batch, await threads.exec('check', [sent]));
      } catch {
        this.waiting.push(...batch.reverse());
        return;
      }
    }
  }

  /** Towards the end batches get smaller, so that nobody waits long for the last one. */
  private batch(): number[] {
    const size = Math.min(BATCH, Math.ceil(this.waiting.length / (2 * this.setup.jobs)));
    return this.waiting.splice(this.waiting.length - size).reverse();
  }

  private done(batch: readonly number[], outcomes: readonly Outcome[]): void {
    for (const [i, place] of batch.entries()) this.outcomes[place] = this.aside(outcomes[i]!);
    this.setup.onDone(batch.length);
  }

  private aside({ found, ...outcome }: Outcome): Checked {
    return { ...outcome, found: found && (this.setup.shelf?.put(found) ?? whole(found)) };
  }
}
