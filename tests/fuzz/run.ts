// Looks for files at which something goes wrong, for as long as it is told to.
//   npm run fuzz -- --minutes 10 --seed 1
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { numbersGiven } from '../helpers/command-line.ts';
import { useBytes, useDraft } from './everything.ts';
import { bytes, changedFile, pieces } from './inputs.ts';

const FAILURES = join(import.meta.dirname, 'failures');
const ROUND = 20;

const changed = fc.asyncProperty(changedFile, useDraft);
const ofPieces = fc.asyncProperty(pieces, useDraft);
const ofBytes = fc.asyncProperty(bytes, ({ file, source, places }) => useBytes(file, source, places));

const { minutes, seed } = numbersGiven({ minutes: 10, seed: Date.now() % 1_000_000_000 });

/** How a round went. */
type Outcome = Pick<fc.RunDetails<unknown>, 'seed' | 'numRuns' | 'failed' | 'counterexamplePath' | 'errorInstance'> & {
  readonly counterexample: readonly unknown[] | null;
};

const looks: readonly { name: string; round: (seed: number) => Promise<Outcome> }[] = [
  { name: 'changed', round: (at) => fc.check(changed, { seed: at, numRuns: ROUND }) },
  { name: 'pieces', round: (at) => fc.check(ofPieces, { seed: at, numRuns: ROUND }) },
  { name: 'bytes', round: (at) => fc.check(ofBytes, { seed: at, numRuns: ROUND }) },
];

console.log(`Looking for ${minutes} minutes, seed ${seed}`);
const end = Date.now() + minutes * 60_000;
let files = 0;
let failed = 0;
for (let round = 0; Date.now() < end; round++) {
  const { name, round: next } = looks[round % looks.length]!;
  const found = await next(seed + round);
  files += found.numRuns;
  if (found.failed) tell(name, found);
  if (round % 100 === 99) console.log(`${new Date().toISOString().slice(11, 19)}  ${files} files, ${failed} failures`);
}
console.log(`Looked at ${files} files from seed ${seed}: ${failed} failures`);
process.exitCode = failed > 0 ? 1 : 0;

/** Keeps the smallest file that was found, and says how to come back to it. */
function tell(name: string, { counterexample, counterexamplePath, errorInstance, seed: at }: Outcome): void {
  failed++;
  const [found] = counterexample as [{ file: string; texts?: string[]; source?: Uint8Array }];
  mkdirSync(FAILURES, { recursive: true });
  const kept = join(FAILURES, `${name}-${at}-${found.file}`);
  writeFileSync(kept, found.source ?? found.texts!.at(-1)!);
  writeFileSync(`${kept}.json`, JSON.stringify(found));
  const error = errorInstance instanceof Error ? errorInstance.stack : String(errorInstance);
  console.error(`${name}, seed ${at}, path ${counterexamplePath}: kept as ${kept}\n${error}\n`);
}
