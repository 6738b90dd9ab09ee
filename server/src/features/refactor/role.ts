import { CodeActionKind } from 'vscode-languageserver';
import { ID, RESERVED } from '../../formats/field.ts';
import { slug } from '../../formats/words.ts';
import { namesOf, type Reference, references } from '../../rules/reference-names.ts';
import { clip } from '../../rules/wordings.ts';
import type { Patch } from '../../yaml/node.ts';
import { editsFor } from '../../yaml/patch.ts';
import { holdsShared } from '../../yaml/way.ts';
import { type Offer, type Spot, seemsPossible } from './offer.ts';

/** Longer phrases are no names of posts. */
const LONGEST = 60;

/** A phrase where somebody is named becomes a role, with its id in all places that say the same. */
export function* roleOffers(spot: Spot): Generator<Offer> {
  const { document, model } = spot;
  const all = references(model);
  const here = all.find(({ reading: { path }, field }) => {
    const node = field.type === 'who' ? document.node(path) : undefined;
    return node && !node.aliased && node.start <= spot.span.start && spot.span.start <= node.end;
  });
  const names = namesOf(model);
  if (!here || here.token.length > LONGEST || !/\s/.test(here.token) || names.called(here).length > 0) return;
  const phrase = alike(here.token);
  const named = names.of(here.field).find(({ item }) => alike(item.name) === phrase);
  const id = named?.item.id ?? freeId(spot, here);
  if (id === undefined || (!named && !names.ownSections(here.field).includes('roles'))) return;

  const places = all.filter(({ field, token, reading: { path } }) => {
    if (field.type !== 'who' || alike(token) !== phrase) return false;
    const node = document.node(path);
    return node && !node.aliased && !holdsShared(document, node);
  });
  const patches: Patch[] = [
    ...(named ? [] : [{ op: 'set', at: ['roles', id], value: { name: here.token } } as const]),
    ...places.map(({ reading }): Patch => ({ op: 'set', at: reading.path, value: id })),
  ];
  if (places.length === 0 || !seemsPossible(document, patches)) return;
  const where = places.length > 1 ? ` (${places.length} places)` : '';
  yield {
    title: named ? `Name ${named.item.name} by the id ${id}${where}` : `Add “${clip(here.token)}” to the roles${where}`,
    kind: CodeActionKind.RefactorExtract,
    about: id,
    edits: () => editsFor(document, patches),
  };
}

/** How phrases are compared: case and the width of blanks do not count. */
const alike = (phrase: string): string => phrase.toLowerCase().replace(/\s+/g, ' ').trim();

/** An id made from the phrase that nothing else has which could be meant here, nor is written where it would be. */
function freeId({ model }: Spot, here: Reference): string | undefined {
  const stem = slug(here.token);
  if (stem === undefined) return undefined;
  const taken = new Set(
    namesOf(model)
      .of(here.field)
      .map(({ item }) => item.id),
  );
  for (const { field, token } of references(model)) if (field.type === 'who') taken.add(token);
  for (let n = 1; ; n++) {
    const id = n === 1 ? stem : `${stem}-${n}`;
    if (ID.test(id) && !RESERVED.has(id) && !taken.has(id)) return id;
  }
}
