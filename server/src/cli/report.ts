import { extname, resolve } from 'node:path';
import { REPORT_FORMATS, type ReportFormat } from '../reports/report/formats.ts';
import { type Report, type ReportableFile, reportOf } from '../reports/report/report.ts';
import { count } from '../rules/wordings.ts';
import { visible } from '../text/visible.ts';
import { choice, textOption } from './arguments.ts';
import { Checking } from './checking.ts';
import { type Command, EXIT, type Exit, type Given, UsageError } from './command.ts';
import { Complaints, reason } from './complaints.ts';
import { revisionSide } from './diff-revision.ts';
import type { Side } from './diff-side.ts';
import { revisionOf } from './diff-words.ts';
import { FileFinder, type Target } from './files.ts';
import { SettingsFinder } from './project-settings.ts';
import type { Terminal } from './terminal.ts';
import { dayOfCheck } from './today.ts';
import { writeWhole } from './writing.ts';

const FORMAT_NAMES = Object.keys(REPORT_FORMATS) as ReportFormat[];

/** The formats that the ending of a file's name stands for. */
const BY_ENDING: Readonly<Record<string, ReportFormat>> = {
  '.html': 'html',
  '.htm': 'html',
  '.md': 'md',
  '.markdown': 'md',
  '.json': 'json',
};

/** `worksec report`. */
export const report: Command = {
  name: 'report',
  summary: 'Write a report for people who decide: what is open, who could answer, what was decided.',
  takes: '[paths…]',
  least: 0,
  most: Number.POSITIVE_INFINITY,
  options: {
    output: { value: 'FILE', short: 'o', help: 'The file to write; its ending .html, .md or .json says how.' },
    format: {
      value: 'FORMAT',
      help: `How it is written: ${FORMAT_NAMES.join(', ')}. Default: as the file ends; without a file, md.`,
    },
    since: { value: 'REVISION', help: 'Also tell what has changed since a git revision, such as main.' },
    today: { value: 'DAY', help: 'Report as if it were this day, such as 2027-01-31.' },
    config: { value: 'FILE', help: 'Settings to use instead of the nearest worksec.config.yaml.' },
  },
  more: [
    'Paths are files, folders or patterns, as in worksec check; without any, the current folder. A report on several ' +
      'files begins with an overview and with what they share.',
    'The HTML is one file that needs nothing else: it can be sent by mail, and printed or saved as PDF from a browser. ' +
      'Markdown is kept short, for pull requests; JSON holds everything, for other programs.',
    'Ends with 0 when the report is written, and with 2 when something could not be read or was not understood.',
  ],
  examples: [
    ['worksec report lettings.work-system.yaml -o lettings.html', 'Write a report to read and to print.'],
    ['worksec report --output report.html', 'The same for all descriptions and charters here, with an overview.'],
    ['worksec report --since main', 'Print Markdown for a pull request.'],
  ],
  run,
};

function run(words: readonly string[], options: Given, terminal: Terminal): Exit {
  const { cwd, out, err } = terminal;
  const output = textOption(options, 'output');
  const format = formatOf(options, output);
  const today = dayOfCheck(textOption(options, 'today'));
  const config = textOption(options, 'config');
  const since = textOption(options, 'since');
  const complaints = new Complaints(terminal);
  const settings = new SettingsFinder(cwd, complaints, config);
  const targets = new FileFinder(cwd, settings, complaints).find(words.length > 0 ? words : ['.']);
  const paths = [
    ...new Set([
      ...(words.length > 0 ? words : ['.']).map((word) => resolve(cwd, word)),
      ...targets.map(({ path }) => path),
    ]),
  ];
  const asked = config === undefined ? undefined : settings;
  const earlier =
    since === undefined ? undefined : revisionSide(revisionOf(since, paths, cwd), paths, { terminal, today, asked });

  const checking = new Checking(cwd, today, complaints);
  const made = reportOf(checkedFiles(targets, checking, earlier), {
    today,
    since,
    gone: goneFrom(earlier, targets),
    pictures: format === 'html',
  });
  if (made.documents.length === 0) {
    if (complaints.any) return EXIT.trouble;
    throw new UsageError('There is nothing to report on.');
  }
  const text = REPORT_FORMATS[format](made);
  if (output === undefined) out.write(text);
  else {
    write(output, text, targets, terminal);
    err.write(`${wrote(made)} The report is in ${visible(output)}.\n`);
  }
  return complaints.any ? EXIT.trouble : EXIT.clean;
}

/** What was asked for, else what the ending of the file stands for. */
function formatOf(options: Given, output: string | undefined): ReportFormat {
  const ending = output === undefined ? 'md' : BY_ENDING[extname(output).toLowerCase()];
  if (options.format === undefined && ending === undefined)
    throw new UsageError(
      `The name ${output} does not say how the report is to be written.`,
      'Let it end in .html, .md or .json, or say it: --format html',
    );
  return choice(options, 'format', FORMAT_NAMES, ending ?? 'md');
}

/** Checks file by file, each with its earlier state where there is one. */
function* checkedFiles(
  targets: readonly Target[],
  checking: Checking,
  earlier: Side | undefined,
): Iterable<ReportableFile> {
  const then = new Map(earlier?.targets.map((target) => [target.path, target]));
  for (const target of targets) {
    const checked = checking.check(target);
    if (!checked) continue;
    const was = then.get(target.path);
    const before = was && (earlier!.checking.check(was) ?? ('unreadable' as const));
    yield { checked, settings: target.settings, before };
  }
}

/** Files of the earlier state that are no longer there. */
function goneFrom(earlier: Side | undefined, targets: readonly Target[]): string[] {
  const there = new Set(targets.map(({ path }) => path));
  return (earlier?.targets ?? []).filter(({ path }) => !there.has(path)).map(({ name }) => name);
}

function write(output: string, text: string, targets: readonly Target[], { cwd }: Terminal): void {
  const path = resolve(cwd, output);
  if (targets.some((target) => target.path === path))
    throw new UsageError(`${output} is one of the files that are reported on. Give the report another name.`);
  try {
    writeWhole(path, text);
  } catch (error) {
    throw new UsageError(`The report cannot be written to ${output}: ${reason(error)}.`);
  }
}

function wrote({ documents }: Report): string {
  const open = documents.reduce((sum, { counts }) => sum + counts.open, 0);
  return `${count(documents.length, 'document')}, ${count(open, 'open question')}.`;
}
