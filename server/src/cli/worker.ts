import { parentPort, workerData } from 'node:worker_threads';
import type { Sent, WorkerData } from './crew.ts';
import { FileCheck } from './file-check.ts';
import { Shelf } from './shelf.ts';
import { Turns } from './turns.ts';

/** Checks files until none is left, and tells the main thread of each. */
export function startWorker(): void {
  const { cwd, today, small, settings, tasks, turns, shelf } = workerData as WorkerData;
  const files = new FileCheck(cwd, today, small, new Shelf(shelf));
  for (const place of Turns.shared(turns)) {
    const { target, known, settings: number } = tasks[place]!;
    const outcome = files.run({ target: { ...target, settings: settings[number]! }, known });
    const { found } = outcome;
    parentPort!.postMessage(
      { place, outcome } satisfies Sent,
      found instanceof Uint8Array ? [found.buffer as ArrayBuffer] : [],
    );
  }
}
