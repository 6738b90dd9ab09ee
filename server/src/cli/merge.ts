import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Part, readPart } from '../reports/json-read.ts';
import { type Command, EXIT, type Exit, type Given } from './command.ts';
import { Complaints, reason } from './complaints.ts';
import { PackedFiles, pack, whole } from './packing.ts';
import { fails, PRINTING_OPTIONS, print, printingOf } from './printing.ts';
import type { Terminal } from './terminal.ts';

/** `worksec merge`. */
export const merge: Command = {
  name: 'merge',
  summary: 'Put the JSON reports of several checks together.',
  takes: 'PART.json…',
  least: 1,
  most: Number.POSITIVE_INFINITY,
  options: PRINTING_OPTIONS,
  more: [
    'Parts are what worksec check --shard I/N --format json wrote. All of them together give the report that one ' +
      'check of everything would have given, in any format. Other JSON reports of worksec are taken too; they hold no ' +
      'lines of the files, so that these are not shown.',
    'Ends as one check of everything would have: with 2 also when a part is missing, cannot be read or is there twice.',
  ],
  examples: [
    ['worksec check --shard 1/2 --format json --output part1.json', 'One half, on one machine.'],
    ['worksec merge part*.json --format sarif --output worksec.sarif', 'All parts, as one report.'],
  ],
  run,
};

/** A part under the name it was given by. */
interface NamedPart {
  readonly word: string;
  readonly part: Part;
}

function run(words: readonly string[], options: Given, terminal: Terminal): Exit {
  const printing = printingOf(options);
  const complaints = new Complaints(terminal);
  const parts = withoutDoubles(
    words.flatMap((word) => read(word, terminal, complaints)),
    complaints,
  );
  for (const { part } of parts) for (const message of part.shard?.complaints ?? []) complaints.add(message);
  tellMissing(parts, complaints);
  const files = inOrder(parts, complaints);
  if (files.any || printing.format !== 'text') print({ files, baseline: comparedIn(parts) }, printing, terminal);
  if (complaints.any) return EXIT.trouble;
  return fails(files, printing.failOn) ? EXIT.findings : EXIT.clean;
}

function read(word: string, { cwd }: Terminal, complaints: Complaints): NamedPart[] {
  let part: Part | string;
  try {
    part = readPart(readFileSync(resolve(cwd, word), 'utf8'));
  } catch (error) {
    part = reason(error);
  }
  if (typeof part !== 'string') return [{ word, part }];
  complaints.add(`${word} cannot be read: ${part}.`);
  return [];
}

/** Each shard once: the first that was given counts. */
function withoutDoubles(parts: readonly NamedPart[], complaints: Complaints): NamedPart[] {
  const first = new Map<string, string>();
  return parts.filter(({ word, part: { shard } }) => {
    if (!shard) return true;
    const name = `Part ${shard.index} of ${shard.of}`;
    const other = first.get(name);
    if (other === undefined) first.set(name, word);
    else complaints.add(`${name} is there twice: ${word} is left out, since ${other} is the same part.`);
    return other === undefined;
  });
}

function tellMissing(parts: readonly NamedPart[], complaints: Complaints): void {
  const shards = parts.flatMap(({ part: { shard } }) => shard ?? []);
  const counts = [...new Set(shards.map(({ of }) => of))];
  if (counts.length > 1)
    complaints.add(`These parts do not belong together: some are of ${counts.join(', others of ')}.`);
  for (const of of counts)
    for (let index = 1; index <= of; index++)
      if (!shards.some((shard) => shard.of === of && shard.index === index))
        complaints.add(`Part ${index} of ${of} is missing.`);
}

/** The files of all parts by name, as a check has them; each once. */
function inOrder(parts: readonly NamedPart[], complaints: Complaints): PackedFiles {
  const owners = new Map<string, string>();
  const named = parts.flatMap(({ word, part }) =>
    part.files.flatMap((file) => {
      const owner = owners.get(file.file);
      if (owner !== undefined) {
        complaints.add(`${file.file} stands in both ${owner} and ${word}: what ${word} says of it is left out.`);
        return [];
      }
      owners.set(file.file, word);
      return [{ name: file.file, packed: pack(file).slice() }];
    }),
  );
  named.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return new PackedFiles(named.map(({ packed }) => whole(packed)));
}

function comparedIn(parts: readonly NamedPart[]) {
  const compared = parts.flatMap(({ part }) => part.compared ?? []);
  if (compared.length === 0) return undefined;
  const name = parts.flatMap(({ part }) => part.shard?.baseline ?? [])[0] ?? 'the baseline';
  const sum = (key: 'known' | 'gone'): number => compared.reduce((all, each) => all + each[key], 0);
  return { name, compared: { known: sum('known'), gone: sum('gone') } };
}
