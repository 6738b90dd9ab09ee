import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { answers } from './cases/answers.ts';
import { files } from './cases/files.ts';
import { growth } from './cases/growth.ts';
import { keystroke } from './cases/keystroke.ts';
import { memory } from './cases/memory.ts';
import { openFiles } from './cases/open-files.ts';
import { start } from './cases/start.ts';
import { typing } from './cases/typing.ts';
import type { Case, Outcome, Pace } from './outcome.ts';
import { page } from './page.ts';
import { PAGE } from './places.ts';
import { HEADINGS, row } from './table.ts';

const CASES: readonly Case[] = [keystroke, typing, answers, start, files, memory, growth, openFiles];

const HELP = `Measures worksec and its peers side by side.

  npm run bench                          everything; writes docs/performance.md
  npm run bench -- --quick               a few rounds of each; writes nothing
  npm run bench -- --only files,memory   some cases; writes nothing
  npm run bench -- --quick --write       writes all the same

${CASES.map(({ name, about }) => `  ${name.padEnd(12)}${about}`).join('\n')}
`;

/** Runs the cases that were asked for, prints their rows as they come, and writes the page after a whole run. */
export async function bench(args: readonly string[]): Promise<void> {
  const { values: asked } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string' },
      quick: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (asked.help) return void process.stdout.write(HELP);
  const names = asked.only?.split(',') ?? CASES.map(({ name }) => name);
  const unknown = names.find((name) => !CASES.some((each) => each.name === name));
  if (unknown) throw new Error(`There is no case ${unknown}.\n\n${HELP}`);

  const { quick } = asked;
  const pace: Pace = { quick, rounds: (whole) => (quick ? Math.min(whole, Math.max(3, Math.ceil(whole / 5))) : whole) };
  const outcomes: Outcome[] = [];
  const failed: string[] = [];
  const began = performance.now();
  for (const { name, about, run } of CASES.filter((each) => names.includes(each.name))) {
    console.log(`\n${name}: ${about}\n`);
    console.log(line([...HEADINGS]));
    try {
      for await (const outcome of run(pace)) {
        outcomes.push(outcome);
        console.log(line(row(outcome)));
      }
    } catch (error) {
      failed.push(name);
      console.error(`The rest of ${name} could not be measured: ${error instanceof Error ? error.message : error}`);
    }
  }
  const minutes = (performance.now() - began) / 60_000;
  console.log(`\nTook ${minutes.toFixed(1)} minutes.`);
  if (failed.length > 0) process.exitCode = 1;
  if (!asked.write && (quick || asked.only !== undefined || failed.length > 0)) return;
  writeFileSync(PAGE, page(outcomes, { minutes, quick }));
  console.log('Written: docs/performance.md');
}

const WIDTHS = [82, 56, 12, 26, 20, 12, 3];

const line = (cells: readonly string[]): string =>
  cells
    .map((cell, column) => cell.padEnd(WIDTHS[column]!))
    .join('  ')
    .trimEnd();
