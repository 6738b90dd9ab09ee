import type { Reading } from '../formats/reading.ts';
import { isBareAssurance } from '../formats/words.ts';
import { isEnglish } from '../model/charter.ts';
import type { Item } from '../model/sections.ts';
import { setAt } from './fixes.ts';
import { keyAt, valueAt } from './places.ts';
import type { CheckContext, Model, Outcome, Report, Rule } from './rule.ts';
import { isVague, restates } from './wording-claims.ts';
import {
  answersIn,
  hasSlots,
  isAnswerField,
  keepSentence,
  keyOf,
  meaningOf,
  partsOf,
  slotsBeside,
} from './wording-fields.ts';
import { capital, keyWords, names } from './wordings.ts';

/** Nothing is said: blank, or a list in which every entry is. */
const isBlank = (reading: Reading): boolean =>
  reading.state === 'blank' ||
  (reading.given && reading.elements.length > 0 && reading.elements.every(({ state }) => state === 'blank'));

const placeholder: Rule<Model> = {
  id: 'wording/placeholder',
  severity: 'warning',
  kind: 'both',
  core: true,
  title: 'Answer still to be filled in',
  guidelines: ['ENV.1', 'S4.2'],
  speaks: 'An answer, or a slot of one, is there but holds nothing, or only words that keep a place, such as TBD.',
  quiet: 'The class of information is asked for by information/unclassified. An empty list is an answer of its own.',
  *check(model, { asked }) {
    yield* unfilled(model.root as Reading, asked, []);
  },
};

/** Collects rather than yields: this goes through all that stands in a document. */
function unfilled(reading: Reading, asked: ReadonlySet<string>, found: Report[]): Report[] {
  if (reading.standIn) {
    found.push(...endWithoutDate(reading.standIn));
    return found;
  }
  const isAnswer = isAnswerField(reading, asked) && reading.pattern !== 'information.*.sensitivity';
  const gaps = isAnswer ? gapsIn(reading) : NONE;
  if (gaps.length > 0) found.push(stillToFill(reading, gaps));
  if (gaps[0] === reading) return found;
  const told = gaps.length > 0 ? new Set(gaps) : undefined;
  for (const part of partsOf(reading)) if (!told?.has(part)) unfilled(part, asked, found);
  return found;
}

const NONE: readonly Reading[] = [];

/** The answer itself where it is blank; else its blank slots, or the blank entries of its list. */
function gapsIn(reading: Reading): readonly Reading[] {
  if (isBlank(reading)) return [reading];
  return hasSlots(reading) || reading.elements.length > 0 ? partsOf(reading).filter(isBlank) : [];
}

function stillToFill(reading: Reading, gaps: readonly Reading[]): Report {
  const slots = gaps[0] === reading ? partsOf(reading).filter(isBlank) : gaps;
  const told = (slots.length > 0 ? slots : [reading]).map((each) => keyWords(keyOf(each)));
  return {
    at: reading.path,
    place: keyAt(reading.path),
    message: `Still to be filled in: ${names(told, 6)}.`,
    fixes: [
      {
        title: 'Ask later',
        kind: 'waive',
        patches: gaps.map(({ path }) => setAt(path, { ask_later: { who: null, by: null } })),
      },
    ],
  };
}

/** A last day that was begun and not given would let a `not_applicable` hold for ever. */
function* endWithoutDate(standIn: Reading): Generator<Report> {
  const until = standIn.fields.get('until');
  if (until?.state === 'blank')
    yield { at: until.path, place: keyAt(until.path), message: 'Still to be filled in: until.' };
}

const slotsMissing: Rule<Model> = {
  id: 'wording/slots-missing',
  severity: 'information',
  kind: 'both',
  core: false,
  title: 'Answer only half given',
  guidelines: ['S4.2'],
  speaks: 'An answer is given as slots, and one of those it cannot do without is not there.',
  quiet: 'Another rule asks for the same slot.',
  *check(model, { asked }) {
    for (const reading of answersIn(model, asked)) {
      const missing = missingSlots(reading, model);
      if (missing.length === 0) continue;
      yield {
        at: reading.path,
        place: keyAt(reading.path),
        message: `${capital(keyWords(keyOf(reading)))} does not yet say ${names(meanings(reading, missing), 5)}.`,
        fixes: [
          {
            title: 'Insert the missing slots',
            kind: 'scaffold',
            patches: missing.map((slot) => setAt([...reading.path, slot], null)),
          },
        ],
      };
    }
  },
};

const meanings = (reading: Reading, slots: readonly string[]): string[] =>
  slots.map((slot) => meaningOf(reading, slot));

function missingSlots(reading: Reading, model: Model): string[] {
  if (!hasSlots(reading) || !reading.detailed) return [];
  // governance/no-incident-response asks for the same two slots as soon as something is sensitive.
  if (reading.pattern === 'incident_response' && model.kind === 'work-system' && model.sensitive().length > 0)
    return [];
  return (reading.field.needed ?? []).filter((slot) => !reading.fields.has(slot));
}

const onlyASentence: Rule<Model> = {
  id: 'wording/only-a-sentence',
  severity: 'information',
  kind: 'both',
  core: false,
  title: 'Answer that cannot be checked yet',
  guidelines: ['S4.2'],
  speaks: 'An answer is a plain sentence where slots would let it be checked later: who, what, how often.',
  quiet: 'wording/vague or wording/restates-question already speaks about the sentence.',
  rollUp: true,
  *check(model, context) {
    const english = isEnglish(model.root as Item);
    for (const reading of answersIn(model, context.asked)) {
      if (!hasSlots(reading) || !reading.field.needed?.length) continue;
      const outcome = asSentence(reading, model, context, english);
      if (outcome) yield outcome;
    }
  },
};

function asSentence(reading: Reading, model: Model, context: CheckContext, english: boolean): Outcome | undefined {
  const { path: at, state } = reading;
  const item = itemOf(reading, model);
  const section = item && { section: item.holder };
  if (state === 'not-applicable') return { settled: 'not-applicable', at, ...section };
  if (state === 'ask-later') return { settled: 'later', at, ...section };
  if (state === 'blank') return { settled: 'pending', at, ...section };
  if (reading.detailed) return { settled: 'answered', at, ...section };
  const { text } = reading;
  if (!reading.given || text === undefined) return undefined;
  if (isBareAssurance(text) || (english && (isVague(reading, model, context) || restates(reading, model, context))))
    return { settled: 'pending', at, ...section };
  return {
    at,
    ...section,
    ...(item && { name: item.name }),
    place: valueAt(at),
    message: `A good start. Say also ${names(meanings(reading, slotsBeside(reading)), 5)}, so that it can be checked later.`,
    fixes: keepSentence('Turn into slots and keep the sentence', reading),
  };
}

/** The item an answer belongs to, in a section of items. */
function itemOf({ path }: Reading, model: Model): Reading | undefined {
  let found = model.root as Reading;
  for (const key of path) {
    const next = found.fields.get(String(key));
    if (!next) return undefined;
    if (found.field.type === 'items') return next;
    found = next;
  }
  return undefined;
}

/** Answers that are still to be given, in whole or in part. */
export const blanks: readonly Rule<Model>[] = [placeholder, slotsMissing, onlyASentence];
