import type * as z from 'zod';
import type { Reading } from '../formats/reading.ts';
import { childSchema } from '../formats/row.ts';
import { firstTextSlot } from '../formats/schema-at.ts';
import { isBareAssurance } from '../formats/words.ts';
import { notion, notionOf } from '../model/notion.ts';
import type { Item } from '../model/sections.ts';
import { setAt } from './fixes.ts';
import type { Fix, Model } from './rule.ts';
import { keyWords } from './wordings.ts';

/**
 * Everything that is written in a document, in the order of the text, apart from waivers and what stands inside
 * `not_applicable` and `ask_later`: these have rules of their own. What a default supplies stands there once.
 */
export const written = notionOf('written', (model: Model): readonly Reading[] => {
  const found: Reading[] = [];
  const collect = (reading: Reading): void => {
    found.push(reading);
    for (const child of reading.fields.values()) if (isPart(child)) collect(child);
    for (const child of reading.elements) collect(child);
  };
  collect(model.root as Item);
  return found;
});

const isPart = ({ suppliedBy, pattern }: Reading): boolean => !suppliedBy && pattern !== 'waivers';

/** The fields of a map and the elements of a list, as far as they are written there. */
export function partsOf({ fields, elements }: Reading): readonly Reading[] {
  if (fields.size === 0) return elements;
  const parts: Reading[] = [];
  for (const field of fields.values()) if (isPart(field)) parts.push(field);
  return elements.length > 0 ? [...parts, ...elements] : parts;
}

const NEVER: ReadonlySet<string> = new Set(['name', 'description', 'does', 'purpose', 'conditions', 'notes']);

/** The last key of a field's pattern: `use_limits` of `customers.*.use_limits`. */
export function keyOf({ pattern }: Reading): string {
  let key = lastKeys.get(pattern);
  if (key === undefined) {
    key = pattern.slice(pattern.lastIndexOf('.') + 1).replace('[]', '');
    lastKeys.set(pattern, key);
  }
  return key;
}

/** There are as many patterns as the field table has rows, and each is asked for at every value. */
const lastKeys = new Map<string, string>();

/** `answer-field`: a security answer, a slot of one, or any other field that some rule asks for. */
export const isAnswerField = (reading: Reading, asked: ReadonlySet<string>): boolean =>
  (reading.answer || asked.has(reading.pattern)) && !NEVER.has(keyOf(reading));

/** All answers that are written in a document. */
export const answersIn = (model: Model, asked: ReadonlySet<string>): readonly Reading[] => answersOf(model)(asked);

const answersOf = notionOf('answers', (model: Model) =>
  notion('answers to what is asked', (asked: ReadonlySet<string>) =>
    written(model).filter((reading) => isAnswerField(reading, asked)),
  ),
);

/** True for an answer that may be given as slots; its own text is then a plain sentence. */
export const hasSlots = (reading: Reading): boolean => reading.field.type === 'slots';

/** The slots of an answer, in the order of the field table. */
export const slotsOf = (reading: Reading): readonly string[] =>
  Object.keys((reading.schema as z.ZodObject<Record<string, z.ZodType>>).shape);

/** The slots an answer cannot do without; all of them where none is needed more than the others. */
export function slotsToFill(reading: Reading): readonly string[] {
  const needed = reading.field.needed ?? [];
  return needed.length > 0 ? needed : slotsOf(reading);
}

/** The slot a plain sentence would become, where one of them takes text. */
export const sentenceSlot = (reading: Reading): string | undefined => firstTextSlot(reading.schema);

/** What is left to say beside a plain sentence. */
export function slotsBeside(reading: Reading): readonly string[] {
  const sentence = sentenceSlot(reading);
  const needed = slotsToFill(reading).filter((slot) => slot !== sentence);
  return needed.length > 0 ? needed : slotsOf(reading).filter((slot) => slot !== sentence);
}

/** A text that was given where a person was to say what happens, and that is none of the bare assurances. */
export function plainSentence(reading: Reading, asked: ReadonlySet<string>): string | undefined {
  const { text, field, slot } = reading;
  if (!reading.given || text === undefined || slot || !SPOKEN.has(field.type) || !isAnswerField(reading, asked))
    return undefined;
  return isBareAssurance(text) ? undefined : text;
}

/** Types of fields in which somebody speaks in words of their own. */
export const SPOKEN: ReadonlySet<string> = new Set(['answer', 'slots', 'text', 'who', 'ids-or-text', 'interval']);

/** Empty slots in place of a text that says nothing; none for an answer that has no slots. */
export const insertSlots = (reading: Reading): Fix[] =>
  hasSlots(reading)
    ? [{ title: 'Insert the slots', kind: 'scaffold', patches: [setAt(reading.path, empty(slotsToFill(reading)))] }]
    : [];

/** Slots around a sentence, which stays: in the slot that takes text, else as notes. */
export function keepSentence(title: string, reading: Reading): Fix[] {
  if (!hasSlots(reading)) return [];
  const value = { [sentenceSlot(reading) ?? 'notes']: reading.text, ...empty(slotsBeside(reading)) };
  return [{ title, kind: 'scaffold', patches: [setAt(reading.path, value)] }];
}

/** Slots whose line in the field table does not read well behind “say”. */
const SAID_AS: Readonly<Record<string, string>> = {
  'when_goals_conflict.rule': 'what comes first',
  'response.kind': 'of what sort it is',
  'awareness.policies': 'which policies',
  'training.covers': 'what it covers',
  'security_duties.time_allowed': 'how much time there is for them',
  'control_review.first': 'when first',
  'privacy_assessment.decision': 'what was decided',
  'privacy_assessment.decided_by': 'by whom',
};

/** What a slot asks for, in the words of the field table: “who looks”. */
export function meaningOf(reading: Reading, slot: string): string {
  const told = childSchema(reading.schema, slot).meta()?.description ?? keyWords(slot);
  const [meaning = told] = told.split(':');
  return SAID_AS[`${keyOf(reading)}.${slot}`] ?? meaning.charAt(0).toLowerCase() + meaning.slice(1);
}

/** A slot for each key. */
export const empty = (keys: readonly string[]): Record<string, null> =>
  Object.fromEntries(keys.map((key) => [key, null]));
