import { checkFile } from '../check/check.ts';
import type { Finding } from '../check/finding.ts';
import { type Guideline, guideline } from '../guidelines/index.ts';
import { standardPlaces } from '../guidelines/standards.ts';
import { figureOf, STUDY, sourceOf } from '../guidelines/study.ts';
import { exampleOf } from '../rules/examples/index.ts';
import { type AnyRule, isFixed } from '../rules/rule.ts';
import { capital } from '../rules/wordings.ts';
import { defaultSettings } from '../settings.ts';
import { parseStream } from '../yaml/parse.ts';

/** The day on which the examples of the pages are read. */
export const EXAMPLE_DAY = '2026-11-23';

/**
 * The page of a rule as Markdown, made from the same source as its messages and hovers. Its example is checked when the
 * page is made, so what it prints is what the tool says.
 */
export function rulePage(rule: AnyRule): string {
  const example = exampleOf(rule.id);
  const guidelines = rule.guidelines.map(guideline);
  const found = ownFindings(rule.id, example.bad);
  const paragraphs = [
    `# ${rule.title}`,
    `\`${rule.id}\` · ${capital(rule.severity)} · ${KINDS[rule.kind]}`,
    ...guidelines.map(({ question }) => `> ${question}`),
    ...(guidelines.length > 0 ? ['## Why', ...new Set(guidelines.map(({ why }) => why))] : []),
    ...figures(guidelines),
    '## When it speaks',
    rule.speaks,
    ...(rule.rollUp
      ? [
          'As long as nobody has started answering, one finding stands on the section and lists the items; after that, each remaining item has its own.',
        ]
      : []),
    ...quiet(rule),
    '## Example',
    fence('yaml', shortened(example.bad)),
    'What is said here:',
    fence('text', found.map((finding) => told(finding, example.bad)).join('\n')),
    'With an answer:',
    fence('yaml', shortened(example.good)),
    ...fixes(found),
    ...(rule.falseAlarms ? ['## Known false alarms', rule.falseAlarms] : []),
    ...(isFixed(rule.id)
      ? []
      : ['## When an exception is reasonable', rule.exceptions ?? EXCEPTION, fence('yaml', exception(rule.id))]),
    ...sources(guidelines),
  ];
  return `${paragraphs.join('\n\n')}\n`;
}

const KINDS = {
  'work-system': 'Work system descriptions',
  'project-charter': 'Project charters',
  both: 'Descriptions and charters',
} as const;

const EXCEPTION =
  'When those concerned have looked at the question and decided to live with the gap for a time. Say why, who decided it, and until when.';

const exception = (id: string): string =>
  `waivers:\n  - rule: ${id}\n    because: …\n    decided_by: …\n    until: 2027-06-30`;

/** The findings of one rule in an example, in order. */
export function ownFindings(rule: string, text: string): Finding[] {
  const file =
    /^kind: project-charter/m.exec(text.trimStart())?.index === 0 ? 'example.charter.yaml' : 'example.work-system.yaml';
  const checked = checkFile({
    file,
    stream: parseStream(text.trimStart()),
    today: EXAMPLE_DAY,
    settings: defaultSettings,
    open: () => undefined,
  });
  return checked.findings.filter((finding) => finding.rule === rule);
}

function told(finding: Finding, text: string): string {
  const { line, character } = parseStream(text.trimStart()).lines.position(finding.span.start);
  return `${line + 1}:${character + 1}  ${finding.severity}  ${finding.message}`;
}

function figures(guidelines: readonly Guideline[]): string[] {
  const told = guidelines.flatMap((each) => (each.evidence ?? []).map(figureOf));
  return told.length > 0 ? ['What the study found:', told.map((each) => `- ${each}`).join('\n')] : [];
}

function quiet(rule: AnyRule): string[] {
  const stands = rule.asks
    ? 'A field that is there but blank is left to `wording/placeholder`; `not_applicable`, `ask_later`, a waiver or a comment with a reason keep it quiet.'
    : isFixed(rule.id)
      ? ''
      : 'A waiver or a comment with a reason keeps it quiet.';
  const said = [rule.quiet, stands].filter(Boolean).join(' ');
  return said ? ['## When it stays quiet', said] : [];
}

function fixes(found: readonly Finding[]): string[] {
  const titles = [...new Set(found.flatMap((finding) => finding.fixes.map(({ title }) => title)))];
  return titles.length > 0 ? ['## Quick fixes', titles.map((title) => `- ${title}`).join('\n')] : [];
}

function sources(guidelines: readonly Guideline[]): string[] {
  if (guidelines.length === 0) return [];
  const rows = guidelines.map((each) => `- ${each.id}, “${each.title}”: ${sourceOf(each.source)}`);
  const places = new Map(
    guidelines.flatMap((each) => standardPlaces(each.mappings)).map((each) => [`${each.standard} ${each.place}`, each]),
  );
  return [
    '## Where it comes from',
    `${STUDY}:`,
    rows.join('\n'),
    ...(places.size > 0
      ? [
          'Related standards, for further reading; following them up is up to you, and no conformity is claimed:',
          [...places.values()]
            .map(({ standard, place, about }) => `- ${standard}: ${place}${about ? ` (${about})` : ''}`)
            .join('\n'),
        ]
      : []),
  ];
}

/** An example for print; one that is long on purpose is cut. */
const shortened = (text: string): string => (text.length > 4000 ? `${text.trim().slice(0, 400)}…` : text.trim());

const fence = (language: string, text: string): string => `\`\`\`${language}\n${text}\n\`\`\``;
