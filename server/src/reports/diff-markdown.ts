import { ruleById } from '../rules/index.ts';
import { ruleUrl } from '../rules/url.ts';
import type { Comparison } from './diff.ts';
import { comparisonLine, endWords, exceptionWords, type Names } from './diff-words.ts';
import { escaped } from './markdown-text.ts';
import type { ReportedFinding } from './reported.ts';
import { severityWord } from './severity.ts';

/** Entries and characters told of each part: GitHub refuses a comment of more than 65,536 characters. */
const MOST = 25;
const MOST_CHARACTERS = 14_000;

/** A comparison as Markdown, short enough for a comment on a pull request. */
export function diffMarkdown(comparison: Comparison, { old, now }: Names): string {
  const { created, closed, changed, exceptions } = comparison;
  const parts = [
    '## Work System Security',
    `${escaped(old)} → ${escaped(now)}: **${comparisonLine(comparison)}**`,
    ...part('New', created, (each) => `**${severityWord(each.severity)}** ${findingText(each)}`),
    ...part(
      `Closed, with their places in ${escaped(old)}`,
      closed,
      (each) => `${each.accepted ? 'accepted: ' : ''}${findingText(each)}`,
    ),
    ...part(
      'Of another severity',
      changed,
      (each) => `**${severityWord(each.severity)}**, was ${severityWord(each.was)}: ${findingText(each)}`,
    ),
    ...part(
      'Exceptions that end soon or have ended',
      exceptions,
      (each) => `**${endWords(each)}**, ${placeOf(each)}: ${escaped(exceptionWords(each))}`,
    ),
  ];
  return `${parts.join('\n\n')}\n`;
}

function part<E>(title: string, entries: readonly E[], item: (entry: E) => string): string[] {
  if (entries.length === 0) return [];
  const items: string[] = [];
  let room = MOST_CHARACTERS;
  for (const text of entries.slice(0, entries.length <= MOST ? MOST : MOST - 1).map(item)) {
    room -= text.length;
    if (room < 0) break;
    items.push(text);
  }
  const more = items.length < entries.length ? [`and ${entries.length - items.length} more`] : [];
  return [`### ${title}`, [...items, ...more].map((text) => `- ${text}`).join('\n')];
}

const findingText = (finding: ReportedFinding): string =>
  `${placeOf(finding)}: ${escaped(finding.message)} ${ruleLink(finding.rule)}`;

const placeOf = ({ file, range }: Pick<ReportedFinding, 'file' | 'range'>): string =>
  `${escaped(file)}, line ${range.start.line + 1}`;

const ruleLink = (rule: string): string => (ruleById(rule) ? `([${rule}](${ruleUrl(rule)}))` : `(${escaped(rule)})`);
