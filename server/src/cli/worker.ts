import { workerData } from 'node:worker_threads';
import { worker } from 'workerpool';
import type { SentTask, WorkerData } from './crew.ts';
import { FileCheck, type Outcome } from './file-check.ts';

/** Checks what the main thread sends, until that has enough. */
export function startWorker(): void {
  const { cwd, today, small, settings } = workerData as WorkerData;
  const files = new FileCheck(cwd, today, small);
  worker({
    check: (tasks: readonly SentTask[]): Outcome[] =>
      tasks.map(({ target, known, settings: number }) =>
        files.run({ target: { ...target, settings: settings[number]! }, known }),
      ),
  });
}
