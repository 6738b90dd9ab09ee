import type { SectionName } from '../formats/field.ts';
import type { Reading } from '../formats/reading.ts';
import { sectionPath } from '../formats/section-path.ts';
import { notionOf } from '../model/notion.ts';
import type { Item } from '../model/sections.ts';
import type { Patch } from '../yaml/node.ts';
import { setAt } from './fixes.ts';
import { gather } from './gathered.ts';
import { valueAt } from './places.ts';
import { type Named, namesOf, pointAt, type Reference, references } from './reference-names.ts';
import type { Fix, Model, Rule } from './rule.ts';
import { waiverEntries } from './silencing.ts';
import { clip, names } from './wordings.ts';

/** A name that stands in more places is not renamed at one stroke: each of its findings would hold all of them. */
const MOST_USES = 500;

export const ambiguous: Rule<Model> = {
  id: 'reference/ambiguous',
  severity: 'warning',
  kind: 'both',
  core: true,
  title: 'Name has two meanings',
  guidelines: [],
  speaks: 'An id stands in two sections that a field may point to. The first of them is taken.',
  exceptions: 'Both items are the same thing, and the one that is taken is the one that is meant.',
  *check(model) {
    const known = namesOf(model);
    for (const reference of references(model)) {
      if (!known.canFollow(reference.field)) continue;
      const found = known.called(reference).filter(({ item }) => item.given);
      const [first] = found;
      if (!first || found.length < 2) continue;
      const { token, reading } = reference;
      const isRare = usesOf(token, model).length <= MOST_USES;
      const sections = found.map(({ section }) => section);
      yield {
        at: reading.path,
        place: valueAt(reading.path),
        message: `“${clip(token)}” stands under ${names(sections, 4)}. Which one is meant? Taken as the one under ${first.section}.`,
        related: found.map((each) => pointAt(each, `“${clip(each.item.name)}” under ${each.section}`)),
        fixes: found.some(({ source }) => source)
          ? []
          : [
              ...(isRare ? [renamedThroughout(token, found, model)] : []),
              ...takenFromParticipants(token, sections, model),
            ],
      };
    }
  },
};

/** Names the later ones after their sections too, in all places that mean them; a person may choose a better name. */
function renamedThroughout(token: string, found: readonly Named[], model: Model): Fix {
  const patches = found.slice(1).flatMap(({ section }): Patch[] => {
    const at = [...sectionPath(section), token];
    const key = `${token}-${section}`;
    const meant = usesOf(token, model).filter((reference) => namesOf(model).called(reference)[0]?.section === section);
    const waivers = waiverPlaces(model).get(stem(at.join('.'), at.length)) ?? [];
    const covering = waivers.filter((place) => `${place.text}.`.startsWith(`${at.join('.')}.`));
    return [
      { op: 'rename', at, key },
      ...meant.map(({ reading }) => setAt(reading.path, key)),
      ...covering.map((place) =>
        setAt(place.path, [...at.slice(0, -1), key].join('.') + place.text!.slice(at.join('.').length)),
      ),
    ];
  });
  return { title: 'Rename one of them throughout', kind: 'scaffold', patches };
}

/** The references in which a token stands. */
const usesOf = (token: string, model: Model): readonly Reference[] => usesByToken(model).get(token) ?? [];

const usesByToken = notionOf('references by token', (model: Model): ReadonlyMap<string, readonly Reference[]> => {
  const found = new Map<string, Reference[]>();
  for (const reference of references(model)) gather(found, reference.token, reference);
  return found;
});

/** The places of waivers, by their first steps: as many as lead to an item. */
const waiverPlaces = notionOf('places of waivers', (model: Model): ReadonlyMap<string, readonly Reading[]> => {
  const found = new Map<string, Reading[]>();
  for (const waiver of waiverEntries(model.root as Item)) {
    const place = waiver.fields.get('at');
    if (place)
      for (const start of new Set([2, 3, 4].map((steps) => stem(String(place.text), steps))))
        gather(found, start, place);
  }
  return found;
});

/** The first steps of a dotted path. */
const stem = (place: string, steps: number): string => place.split('.', steps).join('.');

/** Customers who do part of the work stay under customers. Offered where no field would lose its participant. */
function takenFromParticipants(token: string, sections: readonly SectionName[], model: Model): Fix[] {
  if (!sections.includes('customers') || !sections.includes('participants')) return [];
  const needed = usesOf(token, model).some(
    ({ field: { to = [] } }) => to.includes('participants') && !to.includes('customers'),
  );
  if (needed) return [];
  return [
    {
      title: 'Remove it from participants and set acts_in_system: true on the customer',
      kind: 'waive',
      patches: [setAt(['customers', token, 'acts_in_system'], true), { op: 'remove', at: ['participants', token] }],
    },
  ];
}
