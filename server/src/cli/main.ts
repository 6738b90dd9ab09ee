import { run } from './run.ts';
import { thisTerminal } from './terminal.ts';

// Whoever reads the output may stop early, as `head` does; that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

run(process.argv.slice(2), thisTerminal()).then((exit) => {
  // Not process.exit: what was printed has to reach its reader first.
  process.exitCode = exit;
});
