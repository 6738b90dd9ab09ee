import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import { EXIT } from './command.ts';
import { reason } from './complaints.ts';
import { run } from './run.ts';
import { thisTerminal } from './terminal.ts';
import { startWorker } from './worker.ts';

// Whoever reads the output may stop early, as `head` does; that is no fault. A full disk is.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    if (stream === process.stdout) process.stderr.write(`worksec: The output cannot be written: ${reason(error)}.\n`);
    process.exit(EXIT.trouble);
  });

if (isMainThread)
  run(process.argv.slice(2), thisTerminal(fileURLToPath(import.meta.url))).then((exit) => {
    // Not process.exit: what was printed has to reach its reader first.
    process.exitCode = exit;
  });
else startWorker();
