import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import './findings.ts';
import './views.ts';
import './writing.ts';
import './server.ts';
import { runTests } from './runner.ts';

/** Called by VS Code in the extension host. The outcomes go to a file, the one thing every kind of host can share. */
export async function run(): Promise<void> {
  writeFileSync(join(__dirname, 'outcomes.json'), JSON.stringify(await runTests()));
}
