import { ruleById } from '../rules/index.ts';
import type { Severity } from '../rules/rule.ts';
import { visible } from '../text/visible.ts';
import type { ReportedFile, ReportedFinding } from './reported.ts';
import { summaryLine, Tally } from './summary.ts';

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** A run as commands that make GitHub show each finding beside its line in a pull request. */
export function* githubReport(files: Iterable<ReportedFile>): Generator<string> {
  const tally = new Tally();
  for (const file of files) {
    tally.add(file);
    for (const finding of file.findings) yield `${command(finding)}\n`;
  }
  yield `${summaryLine(tally.summary)}\n`;
}

function command({ file, rule, severity, message, range: { start, end } }: ReportedFinding): string {
  const properties = {
    file,
    line: start.line + 1,
    endLine: end.line + 1,
    // GitHub takes columns only where a finding begins and ends on the same line.
    ...(start.line === end.line && { col: start.character + 1, endColumn: end.character + 1 }),
    title: ruleById(rule)?.title ?? rule,
  };
  const given = Object.entries(properties).map(([key, value]) => `${key}=${propertyText(String(value))}`);
  return `::${COMMANDS[severity]} ${given.join(',')}::${messageText(`${message} (${rule})`)}`;
}

/** Text that ends neither the line nor the command, whatever it holds. */
const messageText = (text: string): string => visible(text).replaceAll('%', '%25');

const propertyText = (text: string): string => messageText(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
