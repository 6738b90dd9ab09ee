import { ruleById } from '../rules/index.ts';
import { ruleUrl } from '../rules/url.ts';
import { count } from '../rules/wordings.ts';
import { escaped } from './markdown-text.ts';
import type { ReportedFile, ReportedFinding, ReportedWaived } from './reported.ts';
import { decisionWords } from './sarif-text.ts';
import { SEVERITIES, severityWord } from './severity.ts';
import { summarise, summaryLine } from './summary.ts';

/** Findings told of each file, and as many that were accepted. */
const MOST_IN_FILE = 20;
/** GitHub refuses a comment of more than 65,536 characters. */
const MOST_CHARACTERS = 60_000;

/** A run as Markdown, short enough for a comment on a pull request: what is open in each file, and what was accepted. */
export function* markdownReport(files: Iterable<ReportedFile>): Generator<string> {
  const [head, ...rest] = summaryLine(summarise(files)).split('. ');
  const summary = rest.length > 0 ? `**${head}.** ${rest.join('. ')}` : `**${head}**`;
  const parts = ['## Work System Security', summary];
  let room = MOST_CHARACTERS;
  let untold = 0;
  for (const file of files) {
    if (file.findings.length + file.waived.length === 0) continue;
    const part = filePart(file);
    if (part.length > room) untold++;
    else {
      parts.push(part);
      room -= part.length + 2;
    }
  }
  if (untold > 0) parts.push(`${count(untold, 'more file')} with findings: \`worksec check\` shows all of them.`);
  yield `${parts.join('\n\n')}\n`;
}

function filePart({ file, documents, findings, waived }: ReportedFile): string {
  const title = documents.length === 1 ? documents[0]!.title : `${documents.length} documents`;
  const gravest = [...findings].sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
  return [
    `### ${escaped(file)}${title ? ` · ${escaped(title, 100)}` : ''}`,
    ...(findings.length > 0 ? [list(gravest, findingItem)] : []),
    ...(waived.length > 0 ? ['Accepted:', list(waived, waivedItem)] : []),
  ].join('\n\n');
}

function list<F>(all: readonly F[], item: (each: F) => string): string {
  const told = all.length <= MOST_IN_FILE ? all : all.slice(0, MOST_IN_FILE - 1);
  const more = told.length < all.length ? [`and ${all.length - told.length} more`] : [];
  return [...told.map(item), ...more].map((text) => `- ${text}`).join('\n');
}

const findingItem = (finding: ReportedFinding): string =>
  `**${severityWord(finding.severity)}** ${lineOf(finding)}: ${escaped(finding.message)} ${ruleLink(finding.rule)}`;

const waivedItem = ({ waiver, ...finding }: ReportedWaived): string =>
  `${lineOf(finding)}, ${escaped(decisionWords(waiver))}: ${escaped(waiver.because)} ${ruleLink(finding.rule)}`;

const lineOf = ({ range }: ReportedFinding): string => `line ${range.start.line + 1}`;

const ruleLink = (rule: string): string => (ruleById(rule) ? `([${rule}](${ruleUrl(rule)}))` : `(${escaped(rule)})`);
