import { isFixed, type Model } from '../rules/rule.ts';
import type { Patch } from '../yaml/node.ts';
import type { AnswerPlace } from './answer-place.ts';
import type { FilledAnswer } from './filled.ts';
import { namedIn } from './named.ts';
import type { Question } from './question.ts';
import { dayIn, type StandIn, standInOf } from './stand-ins.ts';
import { valueFor } from './values.ts';

/** The change an answer asks for, or why there is none; an empty reason for an answer that says nothing. */
export type Change = { readonly patch: Patch } | { readonly why: string };

/** What an answer changes in the document its question belongs to. */
export function changeFor(question: Question, answer: FilledAnswer, model: Model): Change {
  const standIn = standInOf(answer.text);
  if (standIn) return standInChange(question, standIn);
  const { place } = question;
  if (!place) return { why: 'No single field takes this answer; work it into the file by hand.' };
  const value = valueFor(place.schema, answer.text, model);
  if ('unclear' in value) return { why: `The field cannot take it: ${value.unclear}.` };
  return { patch: place.patchFor(withTellers(place, value.value, answer, model)) };
}

function standInChange({ rule, place, at }: Question, standIn: StandIn): Change {
  if (standIn.kind === 'unknown') return { why: '' };
  if (standIn.kind === 'later') {
    const { who, by } = standIn;
    if (!place || !who || !by)
      return { why: 'To leave it for later, say who settles it and by which day: “later: who, day”.' };
    return { patch: place.patchFor({ ask_later: { who, by } }) };
  }
  const { because, decided_by, until } = standIn;
  if (!because || !decided_by) return { why: 'Say also why, and who decided it: “does not apply: reason (decider)”.' };
  if (place) return { patch: place.patchFor({ not_applicable: { because, decided_by, ...(until && { until }) } }) };
  if (!until || isFixed(rule))
    return { why: 'Say also until which day this holds: “does not apply: reason (decider, until 2027-01-31)”.' };
  const where = at.length > 0 ? { at: at.join('.') } : {};
  return { patch: { op: 'append', at: ['waivers'], value: { rule, ...where, because, decided_by, until } } };
}

/**
 * Slots that tell who was asked and when. Only these: the `who` of other answers is the one who watches or acts, and
 * need not be the one who said so.
 */
const TELLERS: Readonly<Record<string, { readonly who?: string; readonly date: string; readonly said: string }>> = {
  workarounds_asked: { who: 'whom', date: 'date', said: 'notes' },
  weaknesses_reviewed: { who: 'by', date: 'date', said: 'notes' },
  awareness: { date: 'checked_on', said: 'told_how' },
};

/** A sentence with who said it and when beside it, where the field has slots for that. */
function withTellers({ at }: AnswerPlace, value: unknown, answer: FilledAnswer, model: Model): unknown {
  const slots = TELLERS[String(at?.at(-1))];
  if (!slots || typeof value !== 'string') return value;
  const day = dayIn(answer.date);
  const who = slots.who !== undefined && answer.who !== '' ? whoWords(answer.who, model) : undefined;
  if (!day && who === undefined) return value;
  return {
    ...(who !== undefined && { [slots.who!]: who }),
    ...(day && { [slots.date]: day }),
    [slots.said]: value,
  };
}

/** The id of a group or post that is listed, else the name as it was written. */
const whoWords = (who: string, model: Model): string =>
  namedIn({ type: 'who', to: ['roles', 'participants'], scope: 'linked' }, who, model) ?? who.replace(/\s+/g, ' ');
