import { resolve } from 'node:path';
import type { Compared } from '../reports/baseline.ts';
import { comparedBelow, comparedLine } from '../reports/baseline-told.ts';
import { FORMATS } from '../reports/formats.ts';
import type { Shard } from '../reports/json.ts';
import { plain } from '../reports/paint.ts';
import type { ReportedFile } from '../reports/reported.ts';
import { SEVERITIES } from '../reports/severity.ts';
import { statsReport } from '../reports/stats.ts';
import { summarise, summaryLine } from '../reports/summary.ts';
import type { Severity } from '../rules/rule.ts';
import { choice, textOption } from './arguments.ts';
import { type Given, type Option, UsageError } from './command.ts';
import { reason } from './complaints.ts';
import { type Terminal, USUAL_WIDTH } from './terminal.ts';
import { inChunks, writeWhole } from './writing.ts';

const FORMAT_NAMES = Object.keys(FORMATS);
/** What `--fail-on` takes. */
export const FAIL_ON = [...SEVERITIES, 'never'] as const;

/** What every command understands that prints findings. */
export const PRINTING_OPTIONS = {
  format: { value: 'FORMAT', help: `How findings are printed: ${FORMAT_NAMES.join(', ')}. Default: text.` },
  output: { value: 'FILE', short: 'o', help: 'Write the report into a file.' },
  'fail-on': { value: 'SEVERITY', help: `End with 1 from this severity on: ${FAIL_ON.join(', ')}. Default: warning.` },
  stats: { help: 'Also show how often each rule spoke and which questions are answered.' },
} satisfies Readonly<Record<string, Option>>;

/** How findings are to be printed. */
export interface Printing {
  readonly format: string;
  readonly failOn: Severity | 'never';
  readonly output: string | undefined;
  readonly stats: boolean;
}

export const printingOf = (options: Given): Printing => ({
  format: choice(options, 'format', FORMAT_NAMES, 'text'),
  failOn: choice(options, 'fail-on', FAIL_ON, 'warning'),
  output: textOption(options, 'output'),
  stats: options.stats === true,
});

/** What was found. */
export interface Findings {
  readonly files: Iterable<ReportedFile>;
  /** How it compares with a baseline, by its name. */
  readonly baseline?: { readonly name: string; readonly compared: Compared } | undefined;
  readonly shard?: Shard | undefined;
}

/** Prints findings, or writes them into a file. */
export function print(findings: Findings, printing: Printing, { cwd, out, err }: Terminal): void {
  const { files, baseline } = findings;
  const { format, output, stats } = printing;
  const statsInReport = stats && format === 'text';
  const paint = output === undefined ? out.paint : plain;
  const below = baseline && comparedBelow(format, baseline.compared, baseline.name);
  // Other formats have their readers, who expect nothing else in between.
  if (baseline && below === undefined) err.write(`${comparedLine(baseline.compared, baseline.name)}\n`);
  if (stats && !statsInReport) err.write(statsReport(files, err.paint));
  const width = output === undefined ? out.width : USUAL_WIDTH;
  const report = pieces();
  if (output === undefined) {
    for (const chunk of inChunks(report)) out.write(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString());
    return;
  }
  try {
    writeWhole(resolve(cwd, output), report);
  } catch (error) {
    throw new UsageError(`The report cannot be written to ${output}: ${reason(error)}.`);
  }
  err.write(`${summaryLine(summarise(files))} The report is in ${output}.\n`);

  function* pieces(): Generator<string | Uint8Array> {
    yield* FORMATS[format]!(files, { paint, width, compared: baseline?.compared, shard: findings.shard });
    yield below ?? '';
    if (statsInReport) yield `\n${statsReport(files, paint)}`;
  }
}

/** True where a finding of some file is as grave as `--fail-on` says, or graver. */
export function fails(files: Iterable<Pick<ReportedFile, 'counted'>>, failOn: Severity | 'never'): boolean {
  if (failOn === 'never') return false;
  const grave = SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1);
  for (const { counted } of files) if (grave.some((severity) => counted[severity] > 0)) return true;
  return false;
}
