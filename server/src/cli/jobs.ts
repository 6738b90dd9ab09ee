import { availableParallelism } from 'node:os';
import { UsageError } from './command.ts';

/** Files from which workers bring more than it costs to start them. */
const WORTH_WORKERS = 500;
/** Each worker takes its room in memory. */
const MOST = 8;
const MOST_ASKED = 64;

/** Reads `--jobs`; undefined where it was not given. */
export function jobsOption(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const jobs = /^\d{1,3}$/.test(given) ? Number(given) : 0;
  if (jobs >= 1 && jobs <= MOST_ASKED) return jobs;
  throw new UsageError(`--jobs takes a number from 1 to ${MOST_ASKED}, not ${given}.`);
}

/**
 * How many threads check when nobody says so. One processor is left to V8, which compiles and clears away beside each of
 * them: of two, a second thread would take half as much memory again, and no time off.
 */
export const jobsFor = ({ length }: readonly unknown[], processors = availableParallelism()): number =>
  length < WORTH_WORKERS ? 1 : Math.max(1, Math.min(processors - 1, MOST));
