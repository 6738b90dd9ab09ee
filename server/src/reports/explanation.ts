import { type Guideline, guideline } from '../guidelines/index.ts';
import { standardPlaces } from '../guidelines/standards.ts';
import { figureOf, STUDY, sourceOf } from '../guidelines/study.ts';
import type { Example } from '../rules/examples/example.ts';
import type { AnyRule } from '../rules/rule.ts';
import { ruleUrl } from '../rules/url.ts';
import type { Paint } from './paint.ts';
import { severityPaint, severityWord } from './severity.ts';
import { wrap } from './wrap.ts';

const KIND_WORDS: Record<AnyRule['kind'], string> = {
  'work-system': 'work system descriptions',
  'project-charter': 'project charters',
  both: 'work system descriptions and project charters',
};

interface Section {
  readonly title: string;
  /** Paragraphs, to be wrapped; or lines that stay as they are. */
  readonly paragraphs?: readonly string[];
  readonly lines?: readonly string[];
}

/** A rule for people: what it asks, why, where that comes from, and an example, which a firm's own rule has none of. */
export function explanation(
  rule: AnyRule,
  example: Example | undefined,
  options: { paint: Paint; width: number },
): string {
  const { paint } = options;
  const width = Math.min(options.width, 90) - 2;
  const colour = severityPaint(rule.severity, paint);
  const head = [
    paint.bold(rule.title),
    `${rule.id} · ${colour(severityWord(rule.severity))} · for ${KIND_WORDS[rule.kind]}`,
  ];
  const body = sections(rule, example).flatMap(({ title, paragraphs, lines }) => [
    '',
    paint.bold(title),
    ...(paragraphs ?? []).flatMap((paragraph) => wrap(paragraph, width).map((line) => `  ${line}`)),
    ...(lines ?? []).map((line) => (line === '' ? '' : `    ${line}`)),
  ]);
  const page = example ? ['', paint.dim(ruleUrl(rule.id))] : [];
  return [...head, ...body, ...page].map((line) => `${line}\n`).join('');
}

function sections(rule: AnyRule, example: Example | undefined): Section[] {
  const basis = rule.guidelines.map(guideline);
  const figures = basis.flatMap((each) => (each.evidence ?? []).map(figureOf));
  const standards = relatedStandards(basis);
  const all: (Section | false | undefined)[] = [
    basis.length > 0 && {
      title: basis.length === 1 ? 'The question behind it' : 'The questions behind it',
      paragraphs: basis.map(({ question }) => question),
    },
    basis.length > 0 && { title: 'Why it matters', paragraphs: basis.map(({ why }) => why) },
    figures.length > 0 && { title: 'What the study found', paragraphs: figures },
    basis.length > 0 && {
      title: 'Where it comes from',
      paragraphs: basis.map(({ id, title, source }) => `${id}, ${title}. After ${STUDY}, ${sourceOf(source)}.`),
    },
    { title: 'When it speaks', paragraphs: [rule.speaks] },
    rule.quiet !== undefined && { title: 'When it stays quiet', paragraphs: [rule.quiet] },
    rule.falseAlarms !== undefined && { title: 'Known false alarms', paragraphs: [rule.falseAlarms] },
    rule.exceptions !== undefined && { title: 'When an exception is reasonable', paragraphs: [rule.exceptions] },
    example && { title: 'An example it speaks about', lines: exampleLines(example.bad) },
    example && { title: 'The same without a finding', lines: exampleLines(example.good) },
    standards.length > 0 && {
      title: 'Related standards',
      paragraphs: [...standards, 'For further reading. This tool claims no conformity with any of them.'],
    },
  ];
  return all.filter((section) => section !== false && section !== undefined);
}

function relatedStandards(basis: readonly Guideline[]): string[] {
  const byStandard = new Map<string, Set<string>>();
  for (const { standard, place } of basis.flatMap(({ mappings }) => standardPlaces(mappings)))
    byStandard.set(standard, (byStandard.get(standard) ?? new Set()).add(place));
  return [...byStandard].map(([standard, places]) => `${standard}: ${[...places].join(', ')}`);
}

const exampleLines = (text: string): string[] => text.replace(/^\n+|(?<!\n)\n+$/g, '').split('\n');
