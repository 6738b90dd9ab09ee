import type * as z from 'zod';
import { type Day, parseDay } from '../../formats/dates.ts';
import { fieldOf } from '../../formats/field.ts';
import { squeeze } from '../../formats/nearest.ts';
import { guideline } from '../../guidelines/index.ts';
import { ruleById } from '../../rules/index.ts';
import { ruleUrl } from '../../rules/url.ts';
import { count } from '../../rules/wordings.ts';
import type { FieldAt } from './field.ts';
import { bold, code, facts, link, paragraphs, plain } from './markdown.ts';

/** What a chosen word means; undefined for a word that is no choice. */
export function choicePart(text: string, { schema }: FieldAt): string | undefined {
  const words = (schema as z.ZodEnum).options as readonly string[];
  const chosen = words.find((word) => squeeze(word) === squeeze(text));
  if (chosen === undefined) return undefined;
  const { meanings } = fieldOf(schema);
  const asked = schema.meta()?.description ?? '';
  if (meanings) return paragraphs([`${bold(chosen)} — ${meanings[chosen]}`, asked]);
  const others = words.filter((word) => word !== chosen);
  return paragraphs([
    `${bold(chosen)} — ${asked}`,
    others.length > 0 && `Other choices: ${others.map(code).join(', ')}`,
  ]);
}

/** A rule's title and questions. */
export function rulePart(id: string): string | undefined {
  const rule = ruleById(id);
  if (!rule) return undefined;
  const questions = rule.guidelines.map((each) => `> ${plain(guideline(each).question)}`);
  return paragraphs([link(rule.title, ruleUrl(id)), ...questions, rule.guidelines.length === 0 && rule.speaks]);
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** A day in words, with how far it is from today; undefined for text that is no day. */
export function datePart(text: string, today: Day): string | undefined {
  const day = parseDay(text);
  if (!day) return undefined;
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const weekday = DAYS[new Date(Date.UTC(year, month - 1, date)).getUTCDay()]!;
  return facts([`**${weekday}, ${date} ${MONTHS[month - 1]} ${year}**`, howFar(day, today)]);
}

/** How far a day is from today, in plain words: “in 9 days”, “about 3 months ago”. */
export function howFar(day: Day, today: Day): string {
  const days = Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);
  if (days === 0) return 'today';
  if (Math.abs(days) === 1) return days > 0 ? 'tomorrow' : 'yesterday';
  const length = span(Math.abs(days));
  return days > 0 ? `in ${length}` : `${length} ago`;
}

function span(days: number): string {
  if (days <= 21) return count(days, 'day');
  if (days <= 70) return `about ${count(Math.round(days / 7), 'week')}`;
  if (days <= 700) return `about ${count(Math.round(days / 30.44), 'month')}`;
  return `about ${count(Math.round(days / 365.25), 'year')}`;
}
