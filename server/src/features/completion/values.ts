import { CompletionItemKind } from 'vscode-languageserver';
import type * as z from 'zod';
import { fieldOf } from '../../formats/field.ts';
import { names } from '../../rules/wordings.ts';
import type { Path } from '../../yaml/node.ts';
import { flowElement, inlineText } from '../../yaml/render.ts';
import { type Context, fieldSchema, nodeAt } from './context.ts';
import { daysFor, intervals, type Named } from './dates.ts';
import { stop, type Written, writeElement } from './draft.ts';
import { placesFound, ruleOffer, rulesToExcept, ruleTitle } from './exceptions.ts';
import { itemsAt } from './ids.ts';
import { linkTargets } from './links.ts';
import { framed, type Offer } from './offer.ts';
import { elementOf, entryDraft, entryName, shapeOf } from './snippets.ts';
import type { Spot } from './spot.ts';
import { type Slot, wholeOffer, wholes } from './wholes.ts';

/** What can stand behind a key, in brackets or on a line of its own. */
export function valueOffers(context: Context, spot: Spot, typed: string): Offer[] {
  const at = spot.valueAt;
  const schema = at && fieldSchema(context, at);
  if (!schema) return [];
  const slot = { spot, at, schema, dash: false };
  const element = elementOf(schema);
  // On a line of their own the entries of a list come with their dashes.
  const single = element && spot.elementIn ? [] : singles(context, element ? { ...slot, schema: element } : slot);
  const offers = fittingWord(spot, typed, schema) ? single : [];
  return typed === '' && spot.quote === undefined ? [...offers, ...wholes(context, slot)] : offers;
}

/** Entries of a list with their dashes. */
export function elementOffers(context: Context, spot: Spot, typed: string): Offer[] {
  const at = spot.elementIn;
  const schema = at && fieldSchema(context, at);
  const element = schema && elementOf(schema);
  if (!element || (spot.unindented && context.style.dash > 0)) return [];
  const offers = singles(context, { spot, at, schema: element, dash: true });
  if (!/^\S*$/.test(typed)) return [];
  if (fieldOf(element).type !== 'map')
    return typed === '' && offers.length === 0 ? [emptyElement(context, spot)] : offers;
  const list = String(at.filter((key) => typeof key === 'string').at(-1) ?? '');
  const text = framed(spot, writeElement(entryDraft(element, list), spot.column, context));
  return [wholeOffer(`A new ${entryName(list)}`, text, element.meta()?.description), ...offers];
}

const emptyElement = (context: Context, spot: Spot): Offer =>
  wholeOffer('A new entry', framed(spot, writeElement(stop(), spot.column, context)), undefined);

/** Only links have blanks in them; other words with blanks are a person's own. */
function fittingWord(spot: Spot, typed: string, schema: z.ZodType): boolean {
  return spot.word.end - spot.word.start === 0 || /^\S*$/.test(typed) || fieldOf(schema).type === 'link';
}

/** The single values a field takes. */
function singles(context: Context, slot: Slot): Offer[] {
  const { at, schema, spot } = slot;
  const field = fieldOf(schema);
  const description = schema.meta()?.description;
  const one = (value: string | boolean | number, offer: Partial<Offer> = {}): Offer => ({
    label: String(value),
    kind: CompletionItemKind.Value,
    text: written(slot, value),
    documentation: description,
    group: 1,
    ...offer,
  });
  const named = ({ value, words }: Named): Offer =>
    one(value, { label: `${value} – ${words}`, detail: words, filter: `${value} ${words}` });
  switch (field.type) {
    case 'choice':
      return ((schema as z.ZodEnum).options as string[])
        .filter((word) => !spot.taken.includes(word))
        .map((word) =>
          one(word, { kind: CompletionItemKind.EnumMember, documentation: field.meanings?.[word] ?? description }),
        );
    case 'flag':
      return [true, false].map((flag) => one(flag));
    case 'flag-or-date':
      return [
        one(true),
        one(false),
        ...daysFor([...at, 'date'], context.world.today())
          .slice(0, 2)
          .map(named),
      ];
    case 'date':
      return daysFor(at, context.world.today()).map(named);
    case 'interval':
      return intervals().map(({ value, words }) => one(value, { detail: words }));
    case 'version':
      return [one(1)];
    case 'link':
      return linkTargets(context, at.at(-1) === 'to_be' ? 'to-be' : 'as-is').map(({ link, title }) =>
        one(link, { kind: CompletionItemKind.File, detail: title }),
      );
    case 'id':
    case 'ids-or-text':
    case 'who':
      return references(context, slot, one);
    case 'rule':
      return rulesToExcept(context, siblingOf(context, at, 'at'))
        .map(({ rule, group }) => ruleOffer(rule, group, written(slot, rule.id)))
        .sort((a, b) => a.group - b.group);
    case 'place':
      return placesFound(context, siblingOf(context, at, 'rule')).map(({ place, rules }) =>
        one(place, {
          kind: CompletionItemKind.Reference,
          documentation: rules.map(ruleTitle).join('\n\n'),
          detail: names(rules, 2),
        }),
      );
    case 'map':
      return sentence(context, slot);
    default:
      return [];
  }
}

/** A plain value in place of a map stands for one of its fields. */
function sentence(context: Context, slot: Slot): Offer[] {
  const { sentence: key } = fieldOf(slot.schema);
  const schema = key === undefined ? undefined : shapeOf(slot.schema)[key];
  if (!schema || key === undefined) return [];
  const element = elementOf(schema) ?? schema;
  return fieldOf(element).type === 'map' ? [] : singles(context, { ...slot, schema: element, at: [...slot.at, key] });
}

type One = (value: string, offer?: Partial<Offer>) => Offer;

/** Ids of the sections a field leads to, each with its name and description, and the words that may stand beside them. */
function references(context: Context, { at, schema, spot }: Slot, one: One): Offer[] {
  const { to = [], scope = 'own', words = [], type } = fieldOf(schema);
  const own = type !== 'who' && (to as readonly string[]).includes(String(at[0])) ? at[1] : undefined;
  const ids = itemsAt(context, to, scope)
    .filter(({ id }) => id !== own && !spot.taken.includes(id))
    .map(({ id, name, section, description }) =>
      one(id, {
        kind: CompletionItemKind.Reference,
        detail: [name, section].filter((part) => part).join(' · '),
        documentation: description,
      }),
    );
  const topics = words
    .filter((word) => !spot.taken.includes(word))
    .map((word) => one(word, { kind: CompletionItemKind.EnumMember, detail: 'topic', group: 2 }));
  return [...ids, ...topics];
}

/** The value beside a field in the same entry, as the document has it. */
function siblingOf({ trees }: Context, at: Path, key: string): string | undefined {
  const nodes = trees.map((tree) => nodeAt(tree, [...at.slice(0, -1), key]));
  const given = nodes.find((node) => node?.kind === 'scalar' && node.text.trim() !== '');
  return given?.kind === 'scalar' ? given.text.trim() : undefined;
}

/** A single value as it stands at the cursor: in quotes where it needs them, with a dash where it comes with one. */
function written({ spot, dash }: Slot, value: string | boolean | number): Written {
  if (spot.quote === '"') return { text: String(value).replace(/["\\]/g, '\\$&'), snippet: false };
  if (spot.quote === "'") return { text: String(value).replaceAll("'", "''"), snippet: false };
  const text = spot.flow ? flowElement(value) : inlineText(value);
  return framed(spot, dash ? `- ${text}` : text);
}
