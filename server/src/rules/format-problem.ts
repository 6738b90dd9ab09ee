import type { FormatProblem } from '../formats/problem.ts';
import type { Path } from '../yaml/node.ts';
import type { FormatRule, Manuscript, Report, RuleFacts } from './rule.ts';
import { capital, clip, keyWords } from './wordings.ts';

type Problem<C extends FormatProblem['code']> = Extract<FormatProblem, { code: C }>;

/** A rule that words one sort of departure from the field table. */
export function shapeRule<C extends FormatProblem['code']>(
  code: C,
  facts: Pick<RuleFacts, 'id' | 'severity' | 'core' | 'title' | 'speaks' | 'falseAlarms'>,
  word: (problem: Problem<C>, manuscript: Manuscript) => Omit<Report, 'at'>,
): FormatRule {
  return {
    ...facts,
    kind: 'both',
    guidelines: [],
    *inspect(manuscript) {
      for (const problem of manuscript.formatProblems)
        if (problem.code === code) yield { at: problem.at, ...word(problem as Problem<C>, manuscript) };
    },
  };
}

/** What a field is called at the beginning of a sentence; an item goes by its id. */
export function subject(at: Path, isItem = false): string {
  const key = [...at].reverse().find((step) => typeof step === 'string') ?? '';
  if (isItem) return `“${clip(String(key))}”`;
  return typeof at.at(-1) === 'number' ? `An entry of ${keyWords(String(key))}` : capital(keyWords(clip(String(key))));
}
