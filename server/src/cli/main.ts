import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import { run } from './run.ts';
import { thisTerminal } from './terminal.ts';
import { startWorker } from './worker.ts';

// Whoever reads the output may stop early, as `head` does; that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

if (isMainThread)
  run(process.argv.slice(2), thisTerminal(fileURLToPath(import.meta.url))).then((exit) => {
    // Not process.exit: what was printed has to reach its reader first.
    process.exitCode = exit;
  });
else startWorker();
