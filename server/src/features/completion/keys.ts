import { CompletionItemKind } from 'vscode-languageserver';
import type * as z from 'zod';
import { STAND_INS, type StandIn } from '../../formats/common.ts';
import { type FieldType, fieldOf, ID, type SectionName } from '../../formats/field.ts';
import { capital } from '../../rules/wordings.ts';
import type { Path } from '../../yaml/node.ts';
import { type Context, fieldSchema } from './context.ts';
import { type Draft, fixed, stop, writeEntry } from './draft.ts';
import { itemsAt } from './ids.ts';
import { framed, type Offer } from './offer.ts';
import { elementOf, fieldDraft, itemDraft, itemName, shapeOf, standInDraft } from './snippets.ts';
import type { Spot } from './spot.ts';
import { article, typeWords } from './type-words.ts';

/** Keys that few documents need come after the others. */
const RARE: ReadonlySet<string> = new Set(['id', 'language', 'defaults', 'waivers']);

/** Fields whose values can be offered in turn. */
const CHOSEN: ReadonlySet<FieldType> = new Set<FieldType>([
  'choice',
  'flag',
  'flag-or-date',
  'id',
  'ids',
  'ids-or-text',
  'who',
  'whos',
  'date',
  'interval',
  'link',
  'rule',
  'place',
]);

/** The keys that fit a map, those that are there left out and those that findings ask for first. */
export function keyOffers(context: Context, spot: Spot, typed: string): Offer[] {
  const { keyIn } = spot;
  const schema = keyIn && fieldSchema(context, keyIn);
  if (!schema || !/^[\w-]*$/.test(typed)) return [];
  const { type } = fieldOf(schema);
  const offers = [...standIns(context, spot, keyIn, schema)];
  const element = elementOf(schema);
  if (type === 'items') offers.unshift(...itemOffers(context, spot, schema, typed));
  else if (type === 'map' || type === 'slots') offers.unshift(...fieldOffers(context, spot, keyIn, schema));
  else if (element && fieldOf(element).type === 'map' && (spot.present.size > 0 || spot.flow))
    // One entry may stand for a list of one.
    offers.unshift(...fieldOffers(context, spot, keyIn, element));
  return offers;
}

function fieldOffers(context: Context, spot: Spot, at: Path, schema: z.ZodType): Offer[] {
  const asked = askedIn(context, at);
  const offers = Object.entries(shapeOf(schema)).flatMap(([key, child], position): (Offer & { position: number })[] => {
    if (spot.present.has(key)) return [];
    const question = asked.get(key);
    const draft = at.length === 0 && key === 'kind' ? fixed(context.kind) : fieldDraft(key, child);
    return [
      {
        label: key,
        kind: holdsMore(child) ? CompletionItemKind.Module : CompletionItemKind.Field,
        text: entry(context, spot, key, draft),
        detail: typeWords(child),
        documentation: [child.meta()?.description, question].filter((part) => part).join('\n\n'),
        group: question !== undefined ? 0 : RARE.has(key) && at.length === 0 ? 2 : 1,
        again: !spot.hasColon && CHOSEN.has(fieldOf(child).type),
        position,
      },
    ];
  });
  if (!spot.present.has('notes')) offers.push({ ...notes(context, spot), position: offers.length });
  return offers.sort((a, b) => a.group - b.group || a.position - b.position);
}

const notes = (context: Context, spot: Spot): Offer => ({
  label: 'notes',
  kind: CompletionItemKind.Field,
  text: entry(context, spot, 'notes', stop()),
  detail: 'anything',
  documentation: 'Whatever you want to keep in mind; nothing reads it',
  group: 3,
});

const holdsMore = (schema: z.ZodType): boolean => ['map', 'items', 'slots', 'list'].includes(fieldOf(schema).type);

/** A new item of a section, and names that fit as its key. */
function itemOffers(context: Context, spot: Spot, schema: z.ZodType, typed: string): Offer[] {
  const { section } = fieldOf(schema);
  const draft = itemDraft(schema);
  const known = section === 'stakeholders' ? stakeholders(context, spot, draft) : [];
  if (spot.hasColon) return known;
  const name = itemName(section);
  const isNamed = ID.test(typed) && !spot.present.has(typed);
  const id = isNamed ? fixed(typed) : stop(freeId(name, spot));
  return [
    ...known,
    {
      label: `A new ${name}`,
      kind: CompletionItemKind.Snippet,
      text: framed(spot, writeEntry(id, draft, spot.flow, spot.column + spot.before.length, context)),
      detail: itemDetail(section, name),
      documentation: schema.meta()?.description,
      group: 1,
      followsTyping: true,
      filter: isNamed ? `${typed} a new ${name}` : `A new ${name}`,
    },
  ];
}

const itemDetail = (section: SectionName | undefined, name: string): string =>
  section === 'roles' || !section ? 'a name and a sentence' : `${capital(article(name))} with its first fields`;

function freeId(name: string, { present }: Spot): string {
  const id = `new-${name.replaceAll(' ', '-')}`;
  let free = id;
  for (let n = 2; present.has(free); n++) free = `${id}-${n}`;
  return free;
}

/** People and groups of the linked descriptions, and posts, that are no stakeholders yet. */
function stakeholders(context: Context, spot: Spot, draft: Draft): Offer[] {
  return itemsAt(context, ['roles', 'participants', 'customers'], 'linked')
    .filter(({ id }) => !spot.present.has(id))
    .map(({ id, name, section, description }) => ({
      label: id,
      kind: CompletionItemKind.Reference,
      text: entry(context, spot, id, draft),
      detail: name ?? section,
      documentation: description,
      group: 0,
    }));
}

/** “It does not apply” and “ask later” in the place of a value. */
function standIns(context: Context, spot: Spot, at: Path, schema: z.ZodType): Offer[] {
  if (!canStandIn(context, at, schema) || spot.present.size > 0 || spot.hasColon) return [];
  return (Object.keys(STAND_INS) as StandIn[]).map((key) => ({
    label: key,
    kind: CompletionItemKind.Snippet,
    text: entry(context, spot, key, standInDraft(key)),
    detail: key === 'ask_later' ? 'who, by' : 'because, decided_by',
    documentation: STAND_INS[key].meta()?.description,
    group: 4,
  }));
}

/** True for a whole field or section: not for the root, items, entries of lists, and what is never left open. */
export function canStandIn(context: Context, at: Path, schema: z.ZodType): boolean {
  const last = at.at(-1);
  if (typeof last !== 'string' || last in STAND_INS || fieldOf(schema).literal) return false;
  const owner = fieldSchema(context, at.slice(0, -1));
  return owner !== undefined && fieldOf(owner).type !== 'items';
}

function entry(context: Context, spot: Spot, key: string, draft: Draft) {
  if (spot.hasColon) return framed(spot, key);
  return framed(spot, writeEntry(key, draft, spot.flow, spot.column + spot.before.length, context));
}

/** The fields of a map that findings ask for, with what they say. */
export function askedIn({ findings }: Context, at: Path): Map<string, string> {
  const asked = new Map<string, string>();
  for (const { fixes, message } of findings)
    for (const { patches } of fixes)
      for (const patch of patches) {
        const key = patch.at[at.length];
        if (patch.op !== 'set' || typeof key !== 'string' || asked.has(key)) continue;
        if (at.every((step, i) => patch.at[i] === step)) asked.set(key, message);
      }
  return asked;
}
