import { resolve } from 'node:path';
import { namedKind } from '../check/check.ts';
import { comparedLine, withCompared } from '../reports/baseline-told.ts';
import { FORMATS } from '../reports/formats.ts';
import { plain } from '../reports/paint.ts';
import { type ReportedFile, reportFile } from '../reports/reported.ts';
import { SEVERITIES } from '../reports/severity.ts';
import { statsReport } from '../reports/stats.ts';
import { summarise, summaryLine } from '../reports/summary.ts';
import type { Severity } from '../rules/rule.ts';
import { choice, textOption } from './arguments.ts';
import { KnownFindings } from './baseline-file.ts';
import { Checking } from './checking.ts';
import { type Command, EXIT, type Exit, type Given, UsageError } from './command.ts';
import { Complaints, reason } from './complaints.ts';
import { FileFinder, type Target } from './files.ts';
import { fixFiles } from './fix.ts';
import { SettingsFinder } from './project-settings.ts';
import { type Terminal, USUAL_WIDTH } from './terminal.ts';
import { dayOfCheck } from './today.ts';
import { writeWhole } from './writing.ts';

const FORMAT_NAMES = Object.keys(FORMATS);
/** What `--fail-on` takes. */
export const FAIL_ON = [...SEVERITIES, 'never'] as const;

/** `worksec check`. */
export const check: Command = {
  name: 'check',
  summary: 'Check descriptions and charters.',
  takes: '[paths…]',
  least: 0,
  most: Number.POSITIVE_INFINITY,
  options: {
    format: { value: 'FORMAT', help: `How findings are printed: ${FORMAT_NAMES.join(', ')}. Default: text.` },
    output: { value: 'FILE', short: 'o', help: 'Write the report into a file.' },
    'fail-on': {
      value: 'SEVERITY',
      help: `End with 1 from this severity on: ${FAIL_ON.join(', ')}. Default: warning.`,
    },
    today: { value: 'DAY', help: 'Check as if it were this day, such as 2027-01-31.' },
    config: { value: 'FILE', help: 'Settings to use instead of the nearest worksec.config.yaml.' },
    baseline: { value: 'FILE', help: 'Report only what is new since worksec baseline wrote this file.' },
    fix: { help: 'Make the fixes that leave nothing to decide, then check.' },
    stats: { help: 'Also show how often each rule spoke and which questions are answered.' },
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
  ],
  run,
};

function run(words: readonly string[], options: Given, terminal: Terminal): Exit {
  const format = choice(options, 'format', FORMAT_NAMES, 'text');
  const failOn = choice(options, 'fail-on', FAIL_ON, 'warning');
  const today = dayOfCheck(textOption(options, 'today'));
  const baseline = textOption(options, 'baseline');
  const known = baseline === undefined ? undefined : new KnownFindings(baseline, terminal.cwd);
  const complaints = new Complaints(terminal);
  const settings = new SettingsFinder(terminal.cwd, complaints, textOption(options, 'config'));
  const targets = new FileFinder(terminal.cwd, settings, complaints).find(words.length > 0 ? words : ['.']);
  const checking = new Checking(terminal.cwd, today, complaints);
  if (options.fix) fixFiles(targets, checking, complaints, terminal);

  const files = checkAll(targets, checking, known);
  // With nothing to report on, what went wrong has been said already.
  if (files.length > 0 || format !== 'text') print(files, format, options, terminal, known);
  if (complaints.any) return EXIT.trouble;
  return files.some((file) => fails(file, failOn)) ? EXIT.findings : EXIT.clean;
}

/** Checks file by file and keeps only what reports need, so that any number of files can be checked. */
function checkAll(targets: readonly Target[], checking: Checking, known?: KnownFindings): ReportedFile[] {
  const files: ReportedFile[] = [];
  for (const target of targets) {
    const checked = checking.check(target);
    const told = checked && known ? known.newIn(checked, target.path) : checked;
    if (told) files.push(reportFile(told, namedKind(target.name)));
  }
  return files;
}

function print(
  files: readonly ReportedFile[],
  format: string,
  options: Given,
  { cwd, out, err }: Terminal,
  known?: KnownFindings,
): void {
  const output = textOption(options, 'output');
  const paint = output === undefined ? out.paint : plain;
  const width = output === undefined ? out.width : USUAL_WIDTH;
  const found = FORMATS[format]!(files, { paint, width });
  const compared = known?.compared();
  const withKnown = known && compared && withCompared(found, format, compared, known.name);
  const report = withKnown ?? found;
  // Other formats have their readers, who expect nothing else in between.
  if (known && compared && withKnown === undefined) err.write(`${comparedLine(compared, known.name)}\n`);
  const statsInReport = options.stats === true && format === 'text';
  if (options.stats === true && !statsInReport) err.write(statsReport(files, err.paint));
  const whole = statsInReport ? `${report}\n${statsReport(files, paint)}` : report;
  if (output === undefined) {
    out.write(whole);
    return;
  }
  try {
    writeWhole(resolve(cwd, output), whole);
  } catch (error) {
    throw new UsageError(`The report cannot be written to ${output}: ${reason(error)}.`);
  }
  err.write(`${summaryLine(summarise(files))} The report is in ${output}.\n`);
}

/** True where a finding is as grave as `--fail-on` says, or graver. */
export function fails({ findings }: Pick<ReportedFile, 'findings'>, failOn: Severity | 'never'): boolean {
  if (failOn === 'never') return false;
  const limit = SEVERITIES.indexOf(failOn);
  return findings.some(({ severity }) => SEVERITIES.indexOf(severity) <= limit);
}
