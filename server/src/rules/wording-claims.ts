import type { Reading } from '../formats/reading.ts';
import { isBareAssurance } from '../formats/words.ts';
import { guideline } from '../guidelines/index.ts';
import { isEnglish } from '../model/charter.ts';
import { notionOf } from '../model/notion.ts';
import type { Item } from '../model/sections.ts';
import { setAt } from './fixes.ts';
import { valueAt } from './places.ts';
import type { CheckContext, Model, Rule } from './rule.ts';
import { answersIn, insertSlots, keepSentence, keyOf, plainSentence, SPOKEN } from './wording-fields.ts';
import { clip } from './wordings.ts';

const bareAssurance: Rule<Model> = {
  id: 'wording/bare-assurance',
  severity: 'warning',
  kind: 'both',
  core: true,
  title: 'Assurance without content',
  guidelines: ['ENV.1', 'S4.2'],
  speaks: 'An answer says yes, done, in place or the like, and not what happens.',
  quiet: 'Slots that take an id, a date, an interval or one of a few words, and the time allowed for duties.',
  *check(model, { asked }) {
    for (const reading of answersIn(model, asked)) {
      const { path, text, given } = reading;
      if (!given || text === undefined || !isSpoken(reading) || !isBareAssurance(text)) continue;
      yield {
        at: path,
        place: valueAt(path),
        message: `“${clip(text)}” does not say what happens. Who does what, and when?`,
        fixes: [
          ...insertSlots(reading),
          {
            title: 'Does not apply, because …',
            kind: 'waive',
            patches: [setAt(path, { not_applicable: { because: null, decided_by: null } })],
          },
        ],
      };
    }
  },
};

/** Whether a person speaks here in words of their own; in a slot, only where the slot takes text. */
function isSpoken(reading: Reading): boolean {
  const { slot, field } = reading;
  if (!SPOKEN.has(field.type)) return false;
  return !slot || (['answer', 'text'].includes(field.type) && keyOf(reading) !== 'time_allowed');
}

const before = String.raw`(?<![\p{L}\p{N}_-])`;
const after = String.raw`(?![\p{L}\p{N}_-])`;
const terms =
  'appropriate|adequate|sufficient|suitable|reasonable|robust|properly|proper|relevant|effective|timely|regularly|regular|periodically|periodic|best[ -]practice|industry[ -]standard|state[ -]of[ -]the[ -]art|commensurate';
const escapes =
  '(?:as|where|when|if) (?:needed|necessary|required|possible|practicable|applicable|appropriate)|to the extent|so far as';

const ends = 'etc|and so on|and more';

/** Words that leave open what happens and who decides. */
const VAGUE = new RegExp(`${before}(?:${terms}|${escapes})${after}`, 'iu');
const OPEN_END = new RegExp(`${before}(${ends})[\\p{P}\\s]*$`, 'iu');
/**
 * The same words anywhere, in all letters that are taken for theirs. Patterns that know every letter there is take longer to
 * run for the first time than a check of a text that has none of the words.
 */
const ANYWHERE = new RegExp(`${terms}|${escapes}|${ends}`.replace(/s/g, '[sſ]').replace(/k/g, '[k\u212a]'), 'i');

/** The vague words of a sentence that names no item and no number. */
function vagueTerm(reading: Reading, model: Model, { asked }: CheckContext): string | undefined {
  const text = plainSentence(reading, asked)?.replace(/\s+/g, ' ');
  if (text === undefined || !ANYWHERE.test(text) || isConcrete(text, model)) return undefined;
  return VAGUE.exec(text)?.[0] ?? OPEN_END.exec(text)?.[1];
}

export const isVague = (reading: Reading, model: Model, context: CheckContext): boolean =>
  vagueTerm(reading, model, context) !== undefined;

const vague: Rule<Model> = {
  id: 'wording/vague',
  severity: 'information',
  kind: 'both',
  core: true,
  title: 'Vague answer',
  guidelines: ['ENV.1'],
  speaks:
    'An answer is a plain sentence that names no item and no number, and leans on words such as appropriate, regularly or where necessary.',
  quiet: 'The language of the document is not English, or the answer is given as slots.',
  falseAlarms: 'A sentence that is precise in another way. Naming a person, a step or a number ends it.',
  *check(model, context) {
    if (!isEnglish(model.root as Item)) return;
    for (const reading of answersIn(model, context.asked)) {
      const term = vagueTerm(reading, model, context);
      if (term === undefined) continue;
      yield {
        at: reading.path,
        place: valueAt(reading.path),
        message: `“${term}”: what exactly, and who decides?`,
        fixes: keepSentence('Insert the slots', reading),
      };
    }
  },
};

const restatesQuestion: Rule<Model> = {
  id: 'wording/restates-question',
  severity: 'warning',
  kind: 'both',
  core: false,
  title: 'Answer repeats the question',
  guidelines: ['ENV.1'],
  speaks: 'Nearly all words of an answer are those of the question: it says that it is done, not what is done.',
  quiet: 'The language of the document is not English, or the answer is given as slots, or holds a number or an id.',
  *check(model, context) {
    if (!isEnglish(model.root as Item)) return;
    for (const reading of answersIn(model, context.asked)) {
      if (!restates(reading, model, context)) continue;
      yield {
        at: reading.path,
        place: valueAt(reading.path),
        message: 'This repeats the question. What is done here?',
        fixes: insertSlots(reading),
      };
    }
  },
};

/** True where at least four in five content words of a sentence stand in the question it answers. */
export function restates(reading: Reading, model: Model, context: CheckContext): boolean {
  const text = plainSentence(reading, context.asked);
  if (text === undefined || isConcrete(text, model)) return false;
  const words = contentWords(text);
  if (words.length < 3) return false;
  const question = new Set(contentWords(questionOf(reading, context)));
  const distinct = [...new Set(words)];
  return distinct.filter((word) => question.has(word)).length >= 0.8 * distinct.length;
}

function questionOf(reading: Reading, { guidelinesFor }: CheckContext): string {
  const cited = (guidelinesFor.get(reading.pattern) ?? []).map(guideline);
  return [
    keyOf(reading).replaceAll('_', ' '),
    reading.schema.meta()?.description ?? '',
    ...cited.flatMap(({ title, question }) => [title, question]),
  ].join(' ');
}

const STOP_WORDS: ReadonlySet<string> = new Set(
  `a about after all also an and any anybody anyone anything are as at be been before being both but by can could
  did do does doing done each ever every everybody everyone everything few for from further had has have having he
  her here hers him his how i if in into is it its itself just may me might more most must my no nobody nor not of
  off on once only or other our out over own same shall she should so some somebody someone something such than
  that the their them then there these they this those through to too under until up us very was we were what when
  where which while who whom whose why will with would you your`.split(/\s+/),
);

/** Words without stop words, cut to their first five letters so that `protects` and `protection` are the same. */
const contentWords = (text: string): string[] =>
  (text.toLowerCase().match(/\p{L}+/gu) ?? []).filter((word) => !STOP_WORDS.has(word)).map((word) => word.slice(0, 5));

/** True for text that holds a number or the id of an item of this or a linked description. */
function isConcrete(text: string, model: Model): boolean {
  if (/\d/.test(text)) return true;
  const ids = idsKnown(model);
  return (text.toLowerCase().match(/[\p{L}\p{N}_-]+/gu) ?? []).some((word) => ids.has(word));
}

const idsKnown = notionOf('ids known', (model: Model): ReadonlySet<string> => {
  const described = model.kind === 'work-system' ? [] : model.systems();
  const ids = new Set<string>();
  for (const { sections } of [model, ...described])
    for (const items of sections.values()) for (const id of items.keys()) ids.add(id.toLowerCase());
  return ids;
});

/** Answers that are there and say nothing. */
export const claims: readonly Rule<Model>[] = [bareAssurance, vague, restatesQuestion];
