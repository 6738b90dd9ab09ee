import { type Guideline, guidelines } from '../guidelines/index.ts';
import { figureOf, STUDY, sourceOf } from '../guidelines/study.ts';
import { rules } from '../rules/index.ts';

const PARTS: readonly (readonly [title: string, has: (guideline: Guideline) => boolean])[] = [
  ['Elements of the work system (Table 1)', ({ source }) => 'table' in source && source.table === 1],
  ['Phases of the life cycle (Table 2)', ({ source }) => 'table' in source && source.table === 2],
  ['What the interviews showed (Section 4)', ({ source }) => 'section' in source],
];

/** Tables 1 and 2 and the themes of the study as questions, each with the rules that ask it. */
export function guidelinesPage(): string {
  const parts = PARTS.flatMap(([title, has]) => [`## ${title}`, ...guidelines.filter(has).map(entry)]);
  const intro = `The questions behind the rules, after ${STUDY}, in our own words.`;
  return `${['# Guidelines', intro, ...parts].join('\n\n')}\n`;
}

function entry(guideline: Guideline): string {
  const asking = rules.filter((rule) => rule.guidelines.includes(guideline.id));
  return [
    `### ${guideline.id} · ${guideline.title}`,
    `**${guideline.question}**`,
    guideline.why,
    ...(guideline.evidence ?? []).map((each) => `- ${figureOf(each)}`),
    `Source: ${sourceOf(guideline.source)}. Rules: ${asking.map(ruleLink).join(', ')}`,
  ].join('\n\n');
}

const ruleLink = ({ id }: { readonly id: string }): string => `[\`${id}\`](rules/${id}.md)`;

/** Every rule with its title, by the element, phase or concern it is named after. */
export function rulesIndex(): string {
  const groups = [...new Set(rules.map(({ id }) => id.split('/')[0]!))];
  const parts = groups.flatMap((group) => [
    `## ${group}`,
    rules
      .filter(({ id }) => id.startsWith(`${group}/`))
      .map((rule) => `- [\`${rule.id}\`](${rule.id}.md) ${rule.title} (${rule.severity})`)
      .join('\n'),
  ]);
  return `${['# Rules', 'What each rule asks, why, and an example with what is said about it.', ...parts].join('\n\n')}\n`;
}
