import { nearest } from '../formats/nearest.ts';
import { explanation } from '../reports/explanation.ts';
import { exampleOf } from '../rules/examples/index.ts';
import type { AnyRule } from '../rules/rule.ts';
import { ruleSetFor } from '../rules/rule-set.ts';
import { type Command, EXIT, UsageError } from './command.ts';
import { Complaints } from './complaints.ts';
import { SettingsFinder } from './project-settings.ts';

/** `worksec explain`. */
export const explain: Command = {
  name: 'explain',
  summary: 'Tell what a rule asks, why, and how an answer looks.',
  takes: 'RULE',
  least: 1,
  most: 1,
  options: {},
  more: [
    'The beginning of a rule’s name is enough where only one begins so; so is what follows its slash.',
    'Questions of your own, own/…, are those of the worksec.config.yaml that holds for this folder.',
  ],
  examples: [
    ['worksec explain customers/misuse-unchecked', 'Explain one rule.'],
    ['worksec explain misuse', 'The same, in short.'],
  ],
  run: ([word = ''], _options, terminal) => {
    const { out, cwd } = terminal;
    const { settings } = new SettingsFinder(cwd, new Complaints(terminal), undefined).for(cwd);
    const { format, model } = ruleSetFor(settings);
    const rule = ruleMeantBy(word, [...format, ...model]);
    // A question of the firm's own comes without an example.
    const example = rule.id.startsWith('own/') ? undefined : exampleOf(rule.id);
    out.write(explanation(rule, example, { paint: out.paint, width: out.width }));
    return EXIT.clean;
  },
};

/** The rule of an id or of the beginning of one. */
function ruleMeantBy(word: string, rules: readonly AnyRule[]): AnyRule {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const exact = byId.get(word);
  if (exact) return exact;
  const ids = rules.map(({ id }) => id);
  const begun = ids.filter((id) => id.startsWith(word) || id.slice(id.indexOf('/') + 1).startsWith(word));
  if (begun.length === 1) return byId.get(begun[0]!)!;
  if (begun.length > 1)
    throw new UsageError(`${begun.length} rules begin with ${word}.`, `Say which: ${begun.join(', ')}.`);
  const near =
    nearest(word, ids) ??
    ids.find((id) =>
      id.endsWith(
        `/${nearest(
          word,
          ids.map((each) => each.slice(each.indexOf('/') + 1)),
        )}`,
      ),
    );
  throw new UsageError(
    `There is no rule ${word}.${near ? ` Did you mean ${near}?` : ''}`,
    near ? undefined : 'worksec rules lists all of them.',
  );
}
