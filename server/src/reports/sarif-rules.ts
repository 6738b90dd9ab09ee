import type { ReportingDescriptor } from 'sarif';
import { type Guideline, guideline } from '../guidelines/index.ts';
import { standardPlaces } from '../guidelines/standards.ts';
import { sourceOf } from '../guidelines/study.ts';
import type { AnyRule, Severity } from '../rules/rule.ts';
import { ruleUrl } from '../rules/url.ts';

/** SARIF knows three levels; notes and hints share the lowest, and `properties.severity` tells them apart. */
export const LEVELS = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
} as const satisfies Record<Severity, string>;

/** Words of the code scanning of GitHub. */
const PROBLEM = { error: 'error', warning: 'warning', information: 'recommendation', hint: 'recommendation' };

/** GitHub refuses a file in which a rule has more tags. */
const MOST_TAGS = 20;

/** What viewers show of a rule. */
export function ruleDescriptor(rule: AnyRule): ReportingDescriptor {
  const basis = rule.guidelines.map(guideline);
  const standards = standardsOf(basis);
  const concern = rule.id.split('/')[0]!;
  const groups = basis.map(({ group }) => group).filter((group) => group !== 'theme');
  const tags = ['work-system', 'security', concern, ...groups, ...rule.guidelines, ...standards];
  return {
    id: rule.id,
    name: pascal(rule.id),
    shortDescription: { text: rule.title },
    fullDescription: { text: basis.map(({ question }) => question).join(' ') || rule.speaks },
    help: help(rule, basis, standards),
    helpUri: ruleUrl(rule.id),
    defaultConfiguration: { level: LEVELS[rule.severity] },
    properties: {
      tags: [...new Set(tags)].slice(0, MOST_TAGS),
      severity: rule.severity,
      kind: rule.kind,
      guidelines: rule.guidelines,
      ...(standards.length > 0 && { relatedStandards: standards }),
      'problem.severity': PROBLEM[rule.severity],
    },
  };
}

/** A rule that is not in the catalogue, such as a firm's own: only its name is known here. */
export const strangeDescriptor = (id: string): ReportingDescriptor => ({
  id,
  name: pascal(id),
  shortDescription: { text: `A rule of this work’s own: ${id}` },
  properties: { tags: ['work-system', id.split('/')[0]!] },
});

/** `customers/misuse-unchecked` → `CustomersMisuseUnchecked`. */
const pascal = (id: string): string =>
  id
    .split(/[^a-z0-9]+/i)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');

const standardsOf = (basis: readonly Guideline[]): string[] => [
  ...new Set(basis.flatMap((each) => standardPlaces(each.mappings)).map((each) => `${each.standard}: ${each.place}`)),
];

function help(rule: AnyRule, basis: readonly Guideline[], standards: readonly string[]) {
  const sections: (readonly [title: string, paragraphs: readonly string[]])[] = [
    ['Why it matters', [...new Set(basis.map(({ why }) => why))]],
    ['When it speaks', [rule.speaks]],
    ['When it stays quiet', rule.quiet ? [rule.quiet] : []],
    ['Known false alarms', rule.falseAlarms ? [rule.falseAlarms] : []],
    ['When an exception is reasonable', rule.exceptions ? [rule.exceptions] : []],
    ['Where it comes from', basis.map(({ id, title, source }) => `${id}, ${title}: ${sourceOf(source)}.`)],
    ['Related standards, for further reading', standards.length > 0 ? [`${standards.join('; ')}.`] : []],
  ];
  const told = sections.filter(([, paragraphs]) => paragraphs.length > 0);
  const questions = basis.map(({ question }) => question);
  return {
    text: [...questions, ...told.map(([title, paragraphs]) => `${title}: ${paragraphs.join(' ')}`)].join('\n\n'),
    markdown: [
      ...questions.map((question) => `**${question}**`),
      ...told.flatMap(([title, paragraphs]) => [`## ${title}`, ...paragraphs]),
      `[The page of this rule](${ruleUrl(rule.id)})`,
    ].join('\n\n'),
  };
}
