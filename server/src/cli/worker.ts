import { workerData } from 'node:worker_threads';
import { Transfer, worker, workerEmit } from 'workerpool';
import type { Sent, WorkerData } from './crew.ts';
import { FileCheck } from './file-check.ts';
import { Shelf } from './shelf.ts';
import { Turns } from './turns.ts';

/** Checks files until none is left, and tells the main thread of each. */
export function startWorker(): void {
  const { cwd, today, small, settings, tasks, turns } = workerData as WorkerData;
  worker({
    takeTurns: (shelf: number | undefined): void => {
      const files = new FileCheck(cwd, today, small, new Shelf(shelf));
      for (const place of Turns.shared(turns)) {
        const { target, known, settings: number } = tasks[place]!;
        const outcome = files.run({ target: { ...target, settings: settings[number]! }, known });
        const { found } = outcome;
        const sent: Sent = { place, outcome };
        workerEmit(found instanceof Uint8Array ? new Transfer(sent, [found.buffer as ArrayBuffer]) : sent);
      }
    },
  });
}
