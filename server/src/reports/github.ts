import { ruleById } from '../rules/index.ts';
import type { Severity } from '../rules/rule.ts';
import { visible } from '../text/visible.ts';
import type { ReportedFile, ReportedFinding } from './reported.ts';
import { summarise, summaryLine } from './summary.ts';

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** A run as commands that make GitHub show each finding beside its line in a pull request. */
export function githubReport(files: readonly ReportedFile[]): string {
  const lines = [...files.flatMap(({ findings }) => findings.map(command)), summaryLine(summarise(files))];
  return lines.map((line) => `${line}\n`).join('');
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
