import { CodeActionKind } from 'vscode-languageserver';
import type { Reading } from '../../formats/reading.ts';
import { containsWord } from '../../model/charter.ts';
import type { Item } from '../../model/sections.ts';
import type { WorkSystem } from '../../model/work-system.ts';
import { names } from '../../rules/wordings.ts';
import type { Patch } from '../../yaml/node.ts';
import { editsFor } from '../../yaml/patch.ts';
import { itemAt, type Offer, type Spot, seemsPossible } from './offer.ts';

/** Shorter words stand in too many sentences by chance. */
const SHORTEST = 3;

/** The groups, information and technologies that an activity's sentence names become its references. */
export function* namedOffers(spot: Spot): Generator<Offer> {
  const { document, model } = spot;
  if (model.kind !== 'work-system') return;
  const found = itemAt(spot);
  const does =
    found?.section === 'activities' ? (found.item.fields.get('does') as Reading | undefined)?.text : undefined;
  if (!found || does === undefined) return;
  const missing = [...missingIn(model, found.item, does)];
  if (missing.length === 0) return;
  const fields = [...new Set(missing.map(({ field }) => field))];
  const patches = fields.flatMap((field) =>
    patchesFor(
      found.item,
      field,
      missing.filter((each) => each.field === field).map(({ id }) => id),
    ),
  );
  if (!seemsPossible(document, patches)) return;
  yield {
    title: `Link what the sentence names: ${names(
      missing.map(({ id }) => id),
      4,
    )}`,
    kind: CodeActionKind.RefactorExtract,
    about: found.item.path.join('.'),
    edits: () => editsFor(document, patches),
  };
}

interface Missing {
  readonly field: string;
  readonly id: string;
}

function* missingIn(model: WorkSystem, activity: Item, does: string): Generator<Missing> {
  const linked = (...fields: readonly string[]): ReadonlySet<Item> =>
    new Set(fields.flatMap((field) => model.resolve(activity.get(field))));
  const from = (items: readonly Item[], known: ReadonlySet<Item>, field: (item: Item) => string): Missing[] =>
    items
      .filter((item) => !known.has(item) && isNamed(item, does))
      .map((item) => ({ field: field(item), id: item.id }))
      .filter(({ field: key }) => isOpen(activity, key));
  yield* from(model.participants, linked('performed_by'), () => 'performed_by');
  yield* from(model.information, linked('uses', 'creates'), () => 'uses');
  const tools = linked('with', 'performed_by');
  const isAgent = (item: Item): boolean => item.get('kind').text === 'automated-agent';
  yield* from(model.technologies, tools, (item) => (isAgent(item) ? 'performed_by' : 'with'));
}

/** A field that can take another reference: what does not apply, or waits, or has a wrong shape stays as it is. */
const isOpen = (activity: Item, field: string): boolean =>
  ['absent', 'blank', 'given'].includes(activity.get(field).state) && !activity.get(field).suppliedBy;

/** Whole words of the sentence are the id or the name, in the singular or the plural. */
function isNamed(item: Item, sentence: string): boolean {
  const words = [item.id, item.id.replace(/[-_]+/g, ' '), item.name].filter(({ length }) => length >= SHORTEST);
  return words.some((word) => forms(word).some((form) => containsWord(sentence, form)));
}

const forms = (word: string): string[] =>
  /[^s]s$/i.test(word) && word.length > SHORTEST ? [word, word.slice(0, -1)] : [word, `${word}s`];

function patchesFor(activity: Item, field: string, ids: readonly string[]): Patch[] {
  const at = [...activity.path, field];
  const sentenceField = 'does';
  return activity.get(field).tokens().length > 0
    ? ids.map((value) => ({ op: 'append', at, value, sentenceField }))
    : [{ op: 'set', at, value: ids, sentenceField }];
}
