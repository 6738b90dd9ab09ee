import type * as z from 'zod';
import { INTERVALS } from '../formats/dates.ts';
import { fieldOf } from '../formats/field.ts';
import { squeeze } from '../formats/nearest.ts';
import { isBareAssurance } from '../formats/words.ts';
import type { Model } from '../rules/rule.ts';
import { choices, keyWords } from '../rules/wordings.ts';
import { namedIn, piecesOf } from './named.ts';
import { dayIn } from './stand-ins.ts';

/** An answer in the terms of the format, or why it cannot be one. */
export type Value = { readonly value: unknown } | { readonly unclear: string };

/** What a person wrote as the value of a field: a sentence where the field takes one, else only what is unambiguous. */
export function valueFor(schema: z.ZodType, said: string, model: Model): Value {
  const field = fieldOf(schema);
  const sentence = said.replace(/\s+/g, ' ').trim();
  switch (field.type) {
    case 'answer':
    case 'text':
    case 'link':
      return spoken(sentence, sentence);
    case 'who':
      return spoken(sentence, namedIn(field, sentence, model) ?? sentence);
    case 'whos':
      return spoken(sentence, allNamed(field, said, model) ?? sentence);
    case 'ids-or-text':
      return spoken(sentence, allNamed(field, said, model) ?? sentence);
    case 'interval':
      return spoken(sentence, intervalIn(sentence));
    case 'slots':
    case 'map':
      return slotsIn(schema, said, model) ?? asSentence(schema, sentence, model);
    case 'id': {
      const id = namedIn(field, sentence, model);
      return id === undefined ? { unclear: 'it takes a name that is listed in the file' } : { value: id };
    }
    case 'ids': {
      const ids = allNamed(field, said, model);
      return ids
        ? { value: ids }
        : { unclear: `it takes names that are listed in the file under ${choices(field.to ?? [])}` };
    }
    case 'choice': {
      const word = choiceIn((schema as z.ZodEnum).options as string[], sentence);
      return word === undefined ? { unclear: `it takes ${oneOf(schema)}` } : { value: word };
    }
    case 'list':
      return listIn((schema as z.ZodArray).element as z.ZodType, said, model);
    case 'date': {
      const day = dayIn(sentence);
      return day ? { value: day } : { unclear: 'it takes a day, such as 2027-01-31' };
    }
    case 'number':
      return /^\d+(?:\.\d+)?$/.test(sentence) ? { value: Number(sentence) } : { unclear: 'it takes a number' };
    case 'flag':
    case 'flag-or-date': {
      const said = /^(?:(yes|true)|(no|false))[.!]?$/i.exec(sentence);
      const day = field.type === 'flag' ? undefined : dayIn(sentence);
      if (!said && !day) return { unclear: 'it takes yes or no' };
      return { value: day ?? said?.[1] !== undefined };
    }
    default:
      return { unclear: 'it holds more than a sentence' };
  }
}

/** “Yes” or “in place” says nothing of what happens; the file would ask again at once. */
const spoken = (sentence: string, value: unknown): Value =>
  isBareAssurance(sentence) ? { unclear: `“${sentence}” does not say what happens` } : { value };

const asSentence = (schema: z.ZodType, sentence: string, model: Model): Value => {
  const { type, sentence: stands } = fieldOf(schema);
  if (type === 'slots') return spoken(sentence, sentence);
  const inner = stands === undefined ? undefined : childOf(schema, stands);
  return inner ? valueFor(inner, sentence, model) : { unclear: 'it has several parts' };
};

const childOf = (schema: z.ZodType, key: string): z.ZodType | undefined =>
  (schema as unknown as { shape: Record<string, z.ZodType> }).shape[key];

/** Lines such as `who: the manager`, each of which names a slot; undefined for anything else. */
function slotsIn(schema: z.ZodType, said: string, model: Model): Value | undefined {
  const { shape } = schema as unknown as { shape: Record<string, z.ZodType> };
  const slots: Record<string, unknown> = {};
  for (const line of said.split('\n').filter((each) => each.trim() !== '')) {
    const [, name = '', words = ''] = /^(?:[-*] )?([^:]{1,40}):(.*)/.exec(line.trim()) ?? [];
    const key = Object.keys(shape).find((each) => squeeze(each) === squeeze(name));
    if (key === undefined || words.trim() === '') return undefined;
    const slot = valueFor(shape[key]!, words, model);
    if ('unclear' in slot) return { unclear: `${keyWords(key)}: ${slot.unclear}` };
    slots[key] = slot.value;
  }
  return Object.keys(slots).length > 0 ? { value: slots } : undefined;
}

function listIn(element: z.ZodType, said: string, model: Model): Value {
  if (fieldOf(element).type !== 'choice') return valueFor(element, said, model);
  const words = piecesOf(said).map((piece) => choiceIn((element as z.ZodEnum).options as string[], piece));
  return words.length > 0 && words.every((word) => word !== undefined)
    ? { value: words }
    : { unclear: `it takes ${oneOf(element)}` };
}

const oneOf = (schema: z.ZodType): string => choices((schema as z.ZodEnum).options as string[]);

/** The choice an answer begins with, where it names no other: “Confidential, since …” but not “not confidential”. */
function choiceIn(options: readonly string[], sentence: string): string | undefined {
  const words = wordsOf(sentence);
  const named = options.filter((option) => ` ${words} `.includes(` ${wordsOf(option)} `));
  // “personal with second factor” names “personal” too: the longest is meant.
  const longest = named.filter((option) => !named.some((other) => other !== option && other.includes(option)));
  const [only, ...others] = longest;
  return only !== undefined && others.length === 0 && `${words} `.startsWith(`${wordsOf(only)} `) ? only : undefined;
}

/** Words alone, each a blank apart from the next. */
const wordsOf = (text: string): string => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');

function allNamed(field: ReturnType<typeof fieldOf>, said: string, model: Model): string[] | undefined {
  const whole = namedIn(field, said, model);
  if (whole !== undefined) return [whole];
  const ids = piecesOf(said).map((piece) => namedIn(field, piece, model));
  return ids.length > 0 && ids.every((id) => id !== undefined) ? [...new Set(ids as string[])] : undefined;
}

const EVERY: Readonly<Record<string, RegExp>> = {
  day: /^(?:every day|daily|each day|once a day)$/,
  week: /^(?:every week|weekly|each week|once a week)$/,
  'two-weeks': /^(?:every (?:two|2|other) weeks?|fortnightly|every fortnight)$/,
  month: /^(?:every month|monthly|each month|once a month)$/,
  quarter: /^(?:every quarter|quarterly|each quarter|every (?:three|3) months|once a quarter)$/,
  'half-year': /^(?:every half[- ]year|half[- ]yearly|every (?:six|6) months|twice a year)$/,
  year: /^(?:every year|yearly|annually|each year|once a year)$/,
};

/** An interval’s own word where the answer is one, else the phrase as it is. */
function intervalIn(sentence: string): string {
  const words = sentence.toLowerCase().replace(/[.!]$/, '');
  const known = INTERVALS.find((interval) => interval === words.replaceAll(' ', '-') || EVERY[interval]?.test(words));
  return known ?? sentence;
}
