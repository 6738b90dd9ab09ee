import type { StandIn } from '../formats/common.ts';
import type { Reading } from '../formats/reading.ts';
import type { Path } from '../yaml/node.ts';
import { isExpired, says } from './answers.ts';
import { setAt } from './fixes.ts';
import { keyAt, valueAt } from './places.ts';
import { namesOf } from './reference-names.ts';
import type { Fix, Model, Report, Rule } from './rule.ts';
import { insertSlots } from './waivers-list.ts';
import { empty, hasSlots, slotsToFill } from './wording-fields.ts';
import { capital, clip } from './wordings.ts';

/** The fields in which a stand-in of one sort stands. */
const standingIn = (model: Model, state: Reading['state']): readonly Reading[] =>
  model.readings().filter((reading) => reading.state === state);

/** The report on a stand-in that lacks something; nothing where it has all it needs. */
function lacking(reading: Reading, key: StandIn, needed: readonly string[], message: string): Report | undefined {
  const fields = reading.standIn?.fields;
  const missing = needed.filter((each) => !says(fields?.get(each)) && fields?.get(each)?.state !== 'wrong');
  if (missing.length === 0) return undefined;
  const at = [...reading.path, key];
  return { at, place: keyAt(at), message, fixes: slotsFor(at, reading, needed) };
}

function slotsFor(at: Path, reading: Reading, needed: readonly string[]): Fix[] {
  const node = reading.standIn?.node;
  if (node?.kind === 'map') {
    const absent = needed.filter((key) => !reading.standIn!.fields.has(key));
    return absent.length > 0 ? [insertSlots(at, absent)] : [];
  }
  // A reason in plain words is kept as the reason.
  const words = node?.kind === 'scalar' && node.text.trim() !== '' && needed.includes('because') ? node.text : null;
  const slots = { ...empty(needed), ...(words !== null && { because: words }) };
  return [{ title: 'Insert the missing slots', kind: 'scaffold', patches: [setAt(at, slots)] }];
}

const notApplicableUnexplained: Rule<Model> = {
  id: 'waivers/not-applicable-unexplained',
  severity: 'warning',
  kind: 'both',
  core: true,
  title: 'Not applicable without a reason',
  guidelines: ['STR.2'],
  speaks: 'A not_applicable does not say why, or who decided it. It then does not count as an answer.',
  quiet: 'Its last day has passed: waivers/expired speaks about it.',
  *check(model, { today }) {
    for (const reading of standingIn(model, 'not-applicable')) {
      if (isExpired(reading, today)) continue;
      const message = 'Say why this does not apply and who decided it.';
      const report = lacking(reading, 'not_applicable', ['because', 'decided_by'], message);
      if (report) yield report;
    }
  },
};

const askLaterOpenEnded: Rule<Model> = {
  id: 'waivers/ask-later-open-ended',
  severity: 'warning',
  kind: 'both',
  core: false,
  title: 'Open question without person or date',
  guidelines: ['S4.4'],
  speaks: 'An ask_later does not say who settles the question, or by which day.',
  *check(model) {
    for (const reading of standingIn(model, 'ask-later')) {
      const report = lacking(reading, 'ask_later', ['who', 'by'], 'Who will settle this, and by which date?');
      if (report) yield report;
    }
  },
};

const askLaterOverdue: Rule<Model> = {
  id: 'waivers/ask-later-overdue',
  severity: 'warning',
  kind: 'both',
  core: true,
  title: 'Open question overdue',
  guidelines: ['S4.4'],
  speaks: 'The day by which somebody was to settle a question has passed.',
  *check(model, { today }) {
    for (const reading of standingIn(model, 'ask-later')) {
      const by = reading.standIn?.fields.get('by');
      if (!by?.text || by.text >= today) continue;
      const slots = hasSlots(reading) ? empty(slotsToFill(reading)) : null;
      yield {
        at: by.path,
        place: valueAt(by.path),
        message: `${whoWasTo(reading, model)} was to settle this by ${by.text}.`,
        fixes: [
          { title: 'Give a new date', kind: 'scaffold', patches: [setAt(by.path, null)] },
          { title: 'Answer now', kind: 'scaffold', patches: [setAt(reading.path, slots)] },
        ],
      };
    }
  },
};

/** Who was to settle a question, by the name of the post or group where it is listed. */
function whoWasTo(reading: Reading, model: Model): string {
  const who = reading.standIn?.fields.get('who');
  if (!who?.text) return 'Somebody';
  const [listed] = namesOf(model).called({ field: who.field, token: who.text });
  return clip(listed ? listed.item.name : capital(who.text));
}

/** Rules about `not_applicable` and `ask_later`. */
export const standIns: readonly Rule<Model>[] = [notApplicableUnexplained, askLaterOpenEnded, askLaterOverdue];
