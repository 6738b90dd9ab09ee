// Somebody works for a long time: texts are edited, broken, mended, closed and opened again, and everything is asked for
// all the while. What the server holds must stay the same.
//   npm run soak -- --minutes 60 --seed 1
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Chance } from '../helpers/chance.ts';
import { readSample, sampleFiles } from '../helpers/collection.ts';
import { numbersGiven } from '../helpers/command-line.ts';
import { LspClient, RICH } from '../helpers/lsp-client.ts';
import { growth, type Reading, readMeter } from './memory.ts';
import { Session } from './session.ts';

const { minutes, seed } = numbersGiven({ minutes: 60, seed: Date.now() % 1_000_000 });
/** By how much what a server holds may grow over the second half of the session, at most. */
const MOST = { code: 0.2, rss: 0.2, handles: 0.1 };
/**
 * One server tells what it finds and runs without the optimising compiler, so that what it holds is what we hold: it may
 * hardly grow. The other is asked for findings and runs as people run it. There the compiler goes on for hours, as ever
 * rarer paths become frequent, and keeps tables beside its code that Node does not count as code.
 */
const SERVERS = [
  { node: ['--no-opt'], capabilities: undefined, most: { heap: 0.05, ...MOST } },
  {
    node: [],
    capabilities: { ...RICH, general: { positionEncodings: ['utf-8'] } },
    most: { heap: 0.15, ...MOST },
  },
];

console.log(`An editing session of ${minutes} minutes, seed ${seed}`);
const folder = mkdtempSync(join(tmpdir(), 'worksec-soak-'));
for (const file of sampleFiles) writeFileSync(join(folder, file), readSample(file));

const metered = ['--expose-gc', '--require', join(import.meta.dirname, 'meter.cjs')];
const clients: LspClient[] = [];
for (const { node, capabilities } of SERVERS)
  clients.push(await new LspClient(folder, { node: [...metered, ...node] }).start(capabilities));
const chance = new Chance(seed);
const sessions = clients.map((client) => new Session(client, chance));
const readings: Reading[][] = clients.map(() => []);

const end = Date.now() + minutes * 60_000;
const pause = Math.min(60_000, (minutes * 60_000) / 12);
for (let next = Date.now() + pause; Date.now() < end; ) {
  for (const session of sessions) await session.work();
  // Nobody edits without a breath, and other work on this machine wants its turn.
  await new Promise((resolve) => setTimeout(resolve, 10));
  if (Date.now() < next) continue;
  next += pause;
  for (const [i, client] of clients.entries()) readings[i]!.push(await readMeter(client));
  console.log(line());
}

await Promise.all(clients.map((client) => client.stop()));
rmSync(folder, { recursive: true });

const grown = readings.flatMap((each, i) =>
  Object.entries(SERVERS[i]!.most).map(([what, most]) => ({
    server: i + 1,
    what,
    most,
    by: growth(each, what as keyof Reading),
  })),
);
for (const { server, what, by } of grown)
  console.log(`server ${server}: ${what} ${by >= 0 ? '+' : ''}${(by * 100).toFixed(1)} % over the second half`);
if (grown.some(({ by, most }) => by > most)) {
  console.error('What the server holds grows.');
  process.exitCode = 1;
}

function line(): string {
  const shown = readings.map((each) => {
    const { rss, heap, code, handles } = each.at(-1)!;
    return `rss ${megabytes(rss)} heap ${megabytes(heap)} code ${megabytes(code)} handles ${handles}`;
  });
  const edits = sessions.reduce((sum, session) => sum + session.steps, 0);
  return `${new Date().toISOString().slice(11, 19)}  ${shown.join('  |  ')}  |  ${edits} steps`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
