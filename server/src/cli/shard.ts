import { createHash } from 'node:crypto';
import { UsageError } from './command.ts';

/** One of the runs that a check is spread over. */
export interface ShardChoice {
  /** From 1 on. */
  readonly index: number;
  readonly of: number;
}

/** Reads `--shard 2/4`. */
export function shardOption(given: string | undefined): ShardChoice | undefined {
  if (given === undefined) return undefined;
  const [, index, of] = (/^(\d{1,4})\/(\d{1,4})$/.exec(given) ?? []).map(Number);
  if (!index || !of || index > of)
    throw new UsageError(`--shard takes a part and how many there are, such as 1/4, not ${given}.`);
  return { index, of };
}

/**
 * True for a file that belongs to a shard. That follows from its name alone, so that a file stays in its shard, and in
 * the cache of that shard, whatever else is added or removed.
 */
export const isInShard = (name: string, { index, of }: ShardChoice): boolean =>
  createHash('sha1').update(name).digest().readUInt32BE() % of === index - 1;
