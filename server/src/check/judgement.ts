import type { Reading } from '../formats/reading.ts';
import type { Outcome, Report, Rule, Settled } from '../rules/rule.ts';
import type { Decision, Waiver } from '../rules/silencing.ts';
import { Passing } from '../yaml/passing.ts';
import { dotted } from '../yaml/path.ts';
import { areaOf } from './areas.ts';
import { waiverFor } from './exceptions.ts';
import type { AskedQuestion, Fate } from './questions.ts';
import { type Rolled, rollUp } from './roll-up.ts';

/** What the outcomes of a rule come to once exceptions are known. */
export interface Judgement {
  /** What is open, rolled up. */
  readonly open: readonly Rolled[];
  readonly accepted: readonly { readonly report: Report; readonly decision: Decision }[];
  readonly questions: readonly AskedQuestion[];
  /** The waivers that covered something. */
  readonly waivers: readonly Waiver[];
}

/** The exceptions a document makes. */
export interface Exceptions {
  readonly waivers: readonly Waiver[];
  /** Where the waivers stand: the same as long as they say the same. */
  readonly list: Reading | undefined;
  /** The comment that silences a report; undefined as a whole where there are no such comments. */
  readonly silenced: ((rule: string, report: Report) => Decision | undefined) | undefined;
}

const judgements = new Passing<readonly Outcome[], { readonly list: Reading | undefined; readonly it: Judgement }>();

/** Judges what a rule said; the same outcomes under the same waivers once. Comments go by lines, which move. */
export function judge(rule: Rule, outcomes: readonly Outcome[], exceptions: Exceptions): Judgement {
  if (exceptions.silenced || outcomes.length === 0) return judged(rule, outcomes, exceptions);
  const { list } = exceptions;
  const known = judgements.get(outcomes);
  if (known && known.list === list) return known.it;
  const it = judged(rule, outcomes, exceptions);
  judgements.set(outcomes, { list, it });
  return it;
}

function judged(rule: Rule, outcomes: readonly Outcome[], { waivers, silenced }: Exceptions): Judgement {
  if (outcomes.length === 0) return NOTHING;
  const open: Report[] = [];
  const settled: Settled[] = [];
  const accepted: Judgement['accepted'][number][] = [];
  const used: Waiver[] = [];
  // Of an item that is partly answered a rule may say both; what is still open then counts.
  const asked = new Map<string, AskedQuestion>();
  // What the wording rules say is about answers, not about questions.
  const isQuestion = (rule.asks !== undefined || rule.rollUp) && !rule.id.startsWith('wording/');
  const ask = (outcome: Outcome, fate: Fate): void => {
    if (isQuestion)
      asked.set(itemOf(outcome), { rule: rule.id, area: areaOf(rule.id, outcome.at), at: outcome.at, fate });
  };
  for (const outcome of outcomes) {
    if ('settled' in outcome) {
      settled.push(outcome);
      ask(outcome, FATE[outcome.settled]);
      continue;
    }
    const waiver = waiverFor(rule.id, outcome, waivers);
    if (waiver) used.push(waiver);
    const decision = waiver?.decision ?? silenced?.(rule.id, outcome);
    ask(outcome, decision ? 'accepted' : 'open');
    if (decision) accepted.push({ report: outcome, decision });
    else open.push(outcome);
  }
  return { open: rollUp(rule, open, settled), accepted, questions: [...asked.values()], waivers: used };
}

/** Most rules have nothing to say of most documents. */
const NOTHING: Judgement = { open: [], accepted: [], questions: [], waivers: [] };

/** The item an outcome is about, in a section; else its very place. */
function itemOf({ at, section }: Outcome): string {
  return section && at.length > section.length + 1 ? at.slice(0, section.length + 1).join('.') : dotted(at);
}

const FATE: Readonly<Record<Settled['settled'], Fate>> = {
  answered: 'answered',
  'not-applicable': 'notApplicable',
  later: 'open',
  pending: 'open',
};
