import { writeFileSync } from 'node:fs';
import { runTests } from './runner.ts';

/** Called by VS Code in the extension host. The outcomes go to a file, the one thing every kind of host can share. */
export async function run(): Promise<void> {
  writeFileSync(__filename.replace(/\.js$/, '.json'), JSON.stringify(await runTests()));
}
