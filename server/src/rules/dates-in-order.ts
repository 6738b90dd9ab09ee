import { type Charter, PHASES, type PhaseName } from '../model/charter.ts';
import type { Item } from '../model/sections.ts';
import { valueAt } from './places.ts';
import { dayOf, defaultOf, phaseOf, phaseWords } from './project.ts';
import type { Rule } from './rule.ts';
import { capital, clip, names } from './wordings.ts';

/** A date of the plan and what it is called in a sentence. */
interface Planned {
  readonly date: Item;
  readonly words: string;
}

const gateOf = (charter: Charter, phase: PhaseName): Planned => ({
  date: phaseOf(charter, phase).get('gate').get('date'),
  words: `the gate of ${phaseWords(phase)}`,
});

const outputsOf = (charter: Charter): Planned[] =>
  phaseOf(charter, 'development')
    .get('outputs')
    .list()
    .map((output) => ({ date: output.get('due'), words: `the due date of ${clip(output.name)}` }));

/** Each date that must not come before some others. */
function order(charter: Charter): { readonly later: Planned; readonly earlier: readonly Planned[] }[] {
  const phases = PHASES.map((phase) => ({
    later: { date: phaseOf(charter, phase).get('ends'), words: `the end of ${phaseWords(phase)}` },
    earlier: [{ date: phaseOf(charter, phase).get('starts'), words: 'its start' }],
  }));
  const [initiation, development, implementation] = (['initiation', 'development', 'implementation'] as const).map(
    (phase) => gateOf(charter, phase),
  ) as [Planned, Planned, Planned];
  const goLive = { date: phaseOf(charter, 'implementation').get('go_live'), words: 'the go-live' };
  return [
    ...phases,
    { later: development, earlier: [initiation, ...outputsOf(charter)] },
    { later: implementation, earlier: [development] },
    { later: goLive, earlier: [implementation] },
  ];
}

/** Dates that cannot all hold. Phases may overlap; the gates that end them may not change places. */
export const datesOutOfOrder: Rule<Charter> = {
  id: 'gates/dates-out-of-order',
  severity: 'warning',
  kind: 'project-charter',
  core: false,
  title: 'Dates out of order',
  guidelines: ['IMP.1'],
  speaks:
    'A phase ends before it starts, a gate comes before that of an earlier phase, an output is due after the gate of development, or the new way starts before the gate of implementation.',
  quiet: 'Phases overlap.',
  falseAlarms: 'A date was moved in one place only; that is what this finds.',
  exceptions: 'A trial run with a few people starts before the gate.',
  *check(charter) {
    for (const { later, earlier } of order(charter)) {
      const day = dayOf(later.date);
      const before = earlier.filter(({ date }) => day !== undefined && (dayOf(date) ?? day) > day);
      if (before.length === 0) continue;
      yield {
        at: later.date.path,
        place: valueAt(later.date.path),
        message: `${capital(later.words)} comes before ${names(before.map(({ words }) => words))}.`,
        related: before.flatMap(({ date, words }) => [
          { ...valueAt(date.path), message: `${capital(words)} is ${dayOf(date)}` },
          ...defaultOf(date),
        ]),
      };
    }
  },
};
