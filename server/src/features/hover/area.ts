import type { Coverage } from '../../check/finding.ts';
import type { Kind } from '../../formats/common.ts';
import { type Group, type Guideline, guidelines } from '../../guidelines/index.ts';
import { PHASE_NAMES, type PhaseName } from '../../model/charter.ts';
import { capital, count } from '../../rules/wordings.ts';
import type { Path } from '../../yaml/node.ts';

/** Keys of a description that questions are counted under. */
const ELEMENTS: ReadonlySet<string> = new Set([
  'customers',
  'products',
  'activities',
  'participants',
  'information',
  'technologies',
  'environment',
  'infrastructure',
  'strategies',
  'controls',
]);

/** An element or a phase as coverage names it, and what people call it. */
export interface Area {
  readonly id: string;
  readonly name: string;
}

/** The element or phase whose own key stands at a path. */
export function areaAt(kind: Kind, at: Path): Area | undefined {
  const [first, second] = at;
  if (kind === 'work-system')
    return at.length === 1 && ELEMENTS.has(String(first))
      ? { id: String(first), name: capital(String(first)) }
      : undefined;
  if (at.length !== 2 || first !== 'phases' || !Object.hasOwn(PHASE_NAMES, second!)) return undefined;
  const phase = second as PhaseName;
  return { id: phase === 'operation_and_maintenance' ? 'operation' : phase, name: PHASE_NAMES[phase] };
}

/** The questions of the study about an element or a phase. */
export const guidelinesOf = ({ id }: Area): readonly Guideline[] =>
  guidelines.filter(({ group }) => group === (id as Group));

/** All questions of a document together. */
export function total(coverage: Readonly<Record<string, Coverage>>): Coverage {
  const sum = { questions: 0, answered: 0, open: 0, accepted: 0, notApplicable: 0 };
  for (const area of Object.values(coverage))
    for (const key of Object.keys(sum) as (keyof Coverage)[]) sum[key] += area[key];
  return sum;
}

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
