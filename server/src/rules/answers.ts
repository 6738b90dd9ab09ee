import type { Day } from '../formats/dates.ts';
import type { Reading } from '../formats/reading.ts';
import { isBareAssurance, isPlaceholder } from '../formats/words.ts';
import type { Settled } from './rule.ts';

type Any = Reading<unknown>;

/**
 * How the ladder of answers sees a field (format reference, section 4): open when nothing stands there, settled in one
 * of three ways, or `unusable` for a wrong shape, which has its own finding.
 */
export type Standing = 'open' | 'unusable' | Settled['settled'];

/** The standing of an answer field. `emptyIsOpen`: a list without entries counts as absent. */
export function standing(answer: Any, today: Day, emptyIsOpen = false): Standing {
  switch (answer.state) {
    case 'absent':
      return 'open';
    case 'wrong':
      return 'unusable';
    case 'blank':
      return 'pending';
    case 'ask-later':
      return ['who', 'by'].every((key) => says(answer.standIn?.fields.get(key))) ? 'later' : 'pending';
    case 'not-applicable':
      return isExplained(answer) && !isExpired(answer, today) ? 'not-applicable' : 'pending';
    case 'given':
      if (emptyIsOpen && answer.empty) return 'open';
      return isAssurance(answer) ? 'pending' : 'answered';
  }
}

/** Types of field in which a person says something; a bare assurance there says nothing. Choices and dates are none. */
const SAID: ReadonlySet<string> = new Set(['answer', 'slots', 'text', 'who', 'interval', 'ids-or-text']);

/** A bare assurance stands where a person was to say what happens. */
function isAssurance(answer: Any): boolean {
  if (!SAID.has(answer.field.type)) return false;
  const said = answer.elements.length > 0 ? answer.tokens() : answer.text === undefined ? [] : [answer.text];
  return said.length > 0 && said.every(isBareAssurance);
}

/** True when a `not_applicable` gives a reason and a decider that say something. */
export function isExplained(answer: Any): boolean {
  return ['because', 'decided_by'].every((key) => says(answer.standIn?.fields.get(key)));
}

/** True when a text is there and is neither a placeholder nor a bare assurance. */
export const says = (field: Any | undefined): boolean =>
  field?.given === true && field.text !== undefined && !isPlaceholder(field.text) && !isBareAssurance(field.text);

/** True when the last day of a `not_applicable` has passed. */
export function isExpired(answer: Any, today: Day): boolean {
  const until = answer.standIn?.fields.get('until')?.text;
  return until !== undefined && until < today;
}
