import type { Area } from '../../check/areas.ts';
import type { Coverage } from '../../check/questions.ts';
import { type Group, type Guideline, guidelines } from '../../guidelines/index.ts';
import { count } from '../../rules/wordings.ts';

/** The questions of the study about an element or a phase. */
export const guidelinesOf = ({ id }: Area): readonly Guideline[] =>
  guidelines.filter(({ group }) => group === (id as Group));

/** “3 of 5 questions answered”. That a question does not apply, with a reason and a decider, is an answer too. */
export const answeredWords = ({ questions, answered, notApplicable }: Coverage): string =>
  `${answered + notApplicable} of ${count(questions, 'question')} answered`;

/** “3 of 5 questions answered, 1 open, 1 accepted for now”. */
export const countsWords = (coverage: Coverage): string =>
  [
    answeredWords(coverage),
    coverage.open > 0 && `${coverage.open} open`,
    coverage.accepted > 0 && `${coverage.accepted} accepted for now`,
  ]
    .filter((each) => each !== false)
    .join(', ');
