import { once } from 'node:events';
import type { LspClient } from '../helpers/lsp-client.ts';

/** What a server holds at a moment: bytes it has taken, bytes in use by data and by compiled code, open files and pipes. */
export interface Reading {
  readonly rss: number;
  readonly heap: number;
  readonly code: number;
  readonly handles: number;
}

/** Asks the meter that was loaded into the server. */
export async function readMeter(client: LspClient): Promise<Reading> {
  const answer = once(client.process, 'message');
  client.process.send('read');
  const [reading] = (await answer) as [Reading];
  return reading;
}

/** By which share the second half of the readings grows, along the straight line that fits it best. */
export function growth(readings: readonly Reading[], what: keyof Reading): number {
  const half = readings.slice(Math.floor(readings.length / 2)).map((each) => each[what]);
  const middle = (half.length - 1) / 2;
  const mean = half.reduce((sum, value) => sum + value, 0) / half.length;
  const spread = half.reduce((sum, _, i) => sum + (i - middle) ** 2, 0);
  const slope = half.reduce((sum, value, i) => sum + (i - middle) * (value - mean), 0) / (spread || 1);
  return (slope * (half.length - 1)) / mean;
}
