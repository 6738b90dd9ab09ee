import { CompletionItemKind } from 'vscode-languageserver';
import type * as z from 'zod';
import { STAND_INS, type StandIn } from '../../formats/common.ts';
import { fieldOf } from '../../formats/field.ts';
import type { Path } from '../../yaml/node.ts';
import { type Context, fieldSchema } from './context.ts';
import { type Draft, escaped, fields, type Written, writeBelow, writeValue } from './draft.ts';
import { canStandIn } from './keys.ts';
import { framed, type Offer } from './offer.ts';
import { answerDraft, elementOf, entryDraft, entryName, itemDraft, itemName, standInDraft } from './snippets.ts';
import type { Spot } from './spot.ts';

/** Where a value goes: its field, whether it stands behind a dash that comes with it, and the list it is part of. */
export interface Slot {
  readonly spot: Spot;
  readonly at: Path;
  readonly schema: z.ZodType;
  readonly dash: boolean;
}

/** Whole values: an answer's slots, a first item or entry, and what says that there is none. */
export function wholes(context: Context, slot: Slot): Offer[] {
  const { at, schema } = slot;
  const field = fieldOf(schema);
  const last = String(at.at(-1));
  const isEntry = typeof at.at(-1) === 'number';
  const element = elementOf(schema);
  const offers: Offer[] = [];
  if (field.type === 'slots') offers.push(...whole(context, slot, 'The answer in parts', answerDraft(schema)));
  if (field.type === 'items') {
    const name = itemName(field.section);
    offers.push(
      ...whole(context, slot, `A first ${name}`, { fields: [[`new-${name.replaceAll(' ', '-')}`, itemDraft(schema)]] }),
    );
  }
  if (element && fieldOf(element).type === 'map')
    offers.push(
      ...whole(context, slot, `A first ${entryName(last)}`, { list: [entryDraft(element, last)], block: true }),
    );
  if (isEntry && field.type === 'map') {
    const list = String(at.filter((key) => typeof key === 'string').at(-1) ?? '');
    offers.push(...whole(context, slot, `A new ${entryName(list)}`, entryDraft(schema, list)));
  }
  const section = fieldSchema(context, at.slice(0, -1));
  if (field.type === 'map' && section && fieldOf(section).section)
    offers.push(...whole(context, slot, 'The first fields', itemDraft(section)));
  if (!isEntry && canStandIn(context, at, schema) && !['text', 'answer'].includes(field.type))
    for (const key of Object.keys(STAND_INS) as StandIn[])
      offers.push(
        ...whole(context, slot, key, fields([[key, standInDraft(key)]])).map((offer) => ({
          ...offer,
          documentation: STAND_INS[key].meta()?.description,
          group: 4,
        })),
      );
  return offers;
}

/** A value of several parts: in brackets, on the lines below its key, or behind its dash. */
function whole(context: Context, { spot, schema }: Slot, label: string, draft: Draft): Offer[] {
  const description = schema.meta()?.description;
  if (spot.flow) return [wholeOffer(label, framed(spot, writeValue(draft, true, 0, context)), description)];
  if (spot.behind) {
    const { column, colonEnd } = spot.behind;
    const below = writeBelow(draft, column, context);
    const text = { ...below, text: below.text + escapedIf(below, spot.after) };
    return [{ ...wholeOffer(label, text, description), replaces: { start: colonEnd, end: spot.word.end } }];
  }
  // On a line of its own keys and dashes are offered one by one.
  if (spot.elementIn || (spot.keyIn && !('fields' in draft))) return [];
  return [
    wholeOffer(label, framed(spot, writeValue(draft, false, spot.column + spot.before.length, context)), description),
  ];
}

const escapedIf = ({ snippet }: Written, text: string): string => (snippet ? escaped(text) : text);

export const wholeOffer = (label: string, text: Written, documentation: string | undefined): Offer => ({
  label,
  kind: CompletionItemKind.Snippet,
  text,
  documentation,
  group: 3,
});
