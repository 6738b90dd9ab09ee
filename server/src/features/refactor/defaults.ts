import { CodeActionKind } from 'vscode-languageserver';
import { schemaAt } from '../../formats/schema-at.ts';
import { sectionPath } from '../../formats/section-path.ts';
import type { Item } from '../../model/sections.ts';
import type { Content, Patch, Path } from '../../yaml/node.ts';
import { editsFor } from '../../yaml/patch.ts';
import { itemAt, type Offer, type Spot, seemsPossible } from './offer.ts';
import { dataOf } from './same-data.ts';

/**
 * An answer that several items of a section repeat moves to `defaults`. Offered only where every item has the field:
 * a default would answer for the others too, and nobody has said so.
 */
export function* defaultsOffers(spot: Spot): Generator<Offer> {
  const found = itemAt(spot);
  if (!found) return;
  const { section, item } = found;
  const field = spot.at[sectionPath(section).length + 1];
  const target = ['defaults', section, String(field)];
  if (typeof field !== 'string' || !schemaAt(spot.schema, target) || !isFree(spot, target)) return;
  const items = [...spot.model.sections.get(section)!.values()];
  const own = saidBy(item, field);
  if (own === undefined || items.some((each) => !each.fields.has(field))) return;
  const same = items.filter((each) => saidBy(each, field) === own);
  const patches: Patch[] = [
    { op: 'set', at: target, value: plain(item.fields.get(field)!.node!) },
    ...same.map(({ path }): Patch => ({ op: 'remove', at: [...path, field] })),
  ];
  if (same.length < 2 || !seemsPossible(spot.document, patches)) return;
  yield {
    title: `Move “${field}” to the defaults for ${section} (${same.length} items say the same)`,
    kind: CodeActionKind.RefactorRewrite,
    about: target.join('.'),
    edits: () => editsFor(spot.document, patches),
  };
}

const isFree = ({ root }: Spot, target: Path): boolean => {
  const defaults = root.fields.get('defaults');
  if (defaults && !defaults.given) return false;
  const section = defaults?.fields.get(String(target[1]));
  return !section || (section.given && !section.fields.has(String(target[2])));
};

/** What an item says in a field of its own, in a form that can be compared. */
function saidBy(item: Item, field: string): string | undefined {
  const reading = item.fields.get(field);
  if (!reading?.given || reading.suppliedBy || !reading.node || reading.node.aliased) return undefined;
  // In a sentence the field has no place of its own.
  if (reading.path.length === item.path.length) return undefined;
  return JSON.stringify(dataOf(reading.node));
}

/** A node as the value of a patch: what is written as `007` stays text. */
function plain(node: Content): unknown {
  if (node.kind === 'list') return node.items.map(plain);
  if (node.kind === 'map')
    return Object.fromEntries([...node.entries].map(([key, { node: each }]) => [key, plain(each)]));
  return node.value === null || (node.plain && String(node.value) === node.text) ? node.value : node.text;
}
