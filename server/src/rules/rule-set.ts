import type { Settings } from '../settings.ts';
import { formatRules, modelRules } from './index.ts';
import { ownRule } from './own.ts';
import type { FormatRule, Model, Rule } from './rule.ts';

/** The rules that hold under some settings, with what they know of each other. */
export interface RuleSet {
  readonly format: readonly FormatRule[];
  readonly model: readonly Rule<Model>[];
  /** Patterns of the fields some rule asks for. */
  readonly asked: ReadonlySet<string>;
  /** The guidelines that the rules asking for a field cite, by its pattern. */
  readonly guidelinesFor: ReadonlyMap<string, readonly string[]>;
  readonly ids: ReadonlySet<string>;
  /** Patterns of the `x-` keys that rules of the firm's own ask for. */
  readonly ownAnswers: ReadonlySet<string>;
}

function ruleSet(own: Settings['rules']): RuleSet {
  const model = [...modelRules, ...own.map(ownRule)];
  const guidelinesFor = new Map<string, string[]>();
  for (const { asks, guidelines } of model)
    if (asks) guidelinesFor.set(asks, [...(guidelinesFor.get(asks) ?? []), ...guidelines]);
  return {
    format: formatRules,
    model,
    asked: new Set(guidelinesFor.keys()),
    guidelinesFor,
    ids: new Set([...formatRules, ...model].map(({ id }) => id)),
    ownAnswers: new Set([...guidelinesFor.keys()].filter((field) => field.split('.').at(-1)!.startsWith('x-'))),
  };
}

const builtIn = ruleSet([]);
const withOwn = new WeakMap<Settings['rules'], RuleSet>();

/** The rules of the catalogue and those of the firm's own. */
export function ruleSetFor({ rules }: Pick<Settings, 'rules'>): RuleSet {
  if (rules.length === 0) return builtIn;
  const known = withOwn.get(rules) ?? ruleSet(rules);
  withOwn.set(rules, known);
  return known;
}
