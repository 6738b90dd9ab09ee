import { textOption } from './arguments.ts';
import { KnownFindings } from './baseline-file.ts';
import { Cache, cacheOption } from './cache.ts';
import { Checking } from './checking.ts';
import { type Command, EXIT, type Exit, type Given } from './command.ts';
import { Complaints } from './complaints.ts';
import { type Checked, checkAll, MANY } from './crew.ts';
import type { Task } from './file-check.ts';
import { FileFinder } from './files.ts';
import { fixFiles } from './fix.ts';
import { jobsFor, jobsOption } from './jobs.ts';
import { PackedFiles } from './packing.ts';
import { fails, PRINTING_OPTIONS, print, printingOf } from './printing.ts';
import { Progress } from './progress.ts';
import { SettingsFinder } from './project-settings.ts';
import { isInShard, shardOption } from './shard.ts';
import { Shelf } from './shelf.ts';
import type { Terminal } from './terminal.ts';
import { dayOfCheck } from './today.ts';

const { format, output, 'fail-on': failOn, stats } = PRINTING_OPTIONS;

/** `worksec check`. */
export const check: Command = {
  name: 'check',
  summary: 'Check descriptions and charters.',
  takes: '[paths…]',
  least: 0,
  most: Number.POSITIVE_INFINITY,
  options: {
    format,
    output,
    'fail-on': failOn,
    today: { value: 'DAY', help: 'Check as if it were this day, such as 2027-01-31.' },
    config: { value: 'FILE', help: 'Settings to use instead of the nearest worksec.config.yaml.' },
    baseline: { value: 'FILE', help: 'Report only what is new since worksec baseline wrote this file.' },
    fix: { help: 'Make the fixes that leave nothing to decide, then check.' },
    stats,
    jobs: { value: 'NUMBER', help: 'Check this many files at a time. Default: one, for many files more.' },
    cache: {
      value: 'FOLDER',
      mayBeBare: true,
      help: 'Check only what has changed since the last time. Default folder: .worksec-cache.',
    },
    shard: { value: 'I/N', help: 'Check only one of N parts, such as 1/4. worksec merge puts the reports together.' },
    'no-progress': { help: 'Do not show on the terminal how far the check is.' },
  },
  more: [
    'Paths are files, folders or patterns; without any, the current folder. In folders, everything named ' +
      '*.work-system.yaml or *.charter.yaml is checked, apart from what git ignores.',
    'Ends with 0 when all is well, 1 when there are findings, 2 when something could not be read or was not understood.',
  ],
  examples: [
    ['worksec check', 'Check everything in this folder and below.'],
    ['worksec check lettings --fail-on error', 'Check a folder; only errors make it fail.'],
    ['worksec check --format json --output findings.json', 'Write all findings for another program.'],
    ['worksec check --baseline worksec.baseline.json', 'Report only what is new since the baseline.'],
    ['worksec check "**/*.charter.yaml" --today 2027-01-31', 'Check charters as of a certain day.'],
    ['worksec check --cache', 'Check again, and read only what has changed.'],
  ],
  run,
};

async function run(words: readonly string[], options: Given, terminal: Terminal): Promise<Exit> {
  const { cwd } = terminal;
  const printing = printingOf(options);
  const today = dayOfCheck(textOption(options, 'today'));
  const shard = shardOption(textOption(options, 'shard'));
  const jobs = jobsOption(textOption(options, 'jobs'));
  const name = textOption(options, 'baseline');
  const known = name === undefined ? undefined : new KnownFindings(name, cwd);
  const complaints = new Complaints(terminal);
  const settings = new SettingsFinder(cwd, complaints, textOption(options, 'config'));
  const found = new FileFinder(cwd, settings, complaints).find(words.length > 0 ? words : ['.']);
  const targets = shard ? found.filter((target) => isInShard(target.name, shard)) : found;
  if (options.fix) fixFiles(targets, new Checking(cwd, today, complaints), complaints, terminal);

  const tasks = targets.map((target): Task => ({ target, known: known?.in(target.path) }));
  const cacheFolder = cacheOption(options.cache);
  const cache = cacheFolder === undefined ? undefined : new Cache(cacheFolder, terminal, today);
  const progress = new Progress(tasks.length, terminal.err, options['no-progress'] !== true);
  // A cache holds all of it in any case.
  const shelves: Shelf[] = [];
  const shelf = (): Shelf => {
    const added = Shelf.within();
    shelves.push(added);
    return added;
  };
  const outcomes = await outcomesOf(tasks, cache, (rest) =>
    checkAll(rest, {
      ...terminal,
      today,
      jobs: jobs ?? jobsFor(rest),
      shelf: cache || tasks.length <= MANY ? undefined : shelf,
      small: cache !== undefined,
      onDone: (files) => progress.add(files),
    }),
  );
  progress.end();
  const trouble = cache?.save();
  if (trouble) complaints.mention(`Nothing was kept in ${cache!.folder}: ${trouble}.`);

  for (const outcome of outcomes) for (const message of outcome.complaints) complaints.add(message);
  for (const [i, { compared }] of outcomes.entries()) if (compared) known?.add(tasks[i]!.target.path, compared);
  const files = new PackedFiles(outcomes.flatMap((outcome) => outcome.found ?? []));
  const compared = known?.compared((path) => !shard || isInShard(path, shard));
  // With nothing to report on, what went wrong has been said already.
  if (files.any || printing.format !== 'text')
    print(
      {
        files,
        baseline: known && compared && { name: known.name, compared },
        shard: shard && { ...shard, complaints: complaints.all, baseline: known?.name },
      },
      printing,
      terminal,
    );
  const failed = fails(files, printing.failOn);
  for (const each of shelves) each.close();
  if (complaints.any) return EXIT.trouble;
  return failed ? EXIT.findings : EXIT.clean;
}

/** What became of tasks: what the cache knows, and for the rest what a check says. */
async function outcomesOf(
  tasks: readonly Task[],
  cache: Cache | undefined,
  check: (rest: readonly Task[]) => Promise<Checked[]>,
): Promise<readonly Checked[]> {
  if (!cache) return check(tasks);
  const known = tasks.map((task) => cache.find(task));
  const rest = tasks.filter((_, i) => !known[i]);
  const checked = await check(rest);
  for (const [i, task] of rest.entries()) cache.add(task, checked[i]!);
  let next = 0;
  return known.map((outcome) => outcome ?? checked[next++]!);
}
