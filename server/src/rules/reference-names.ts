import type { Field, SectionName } from '../formats/field.ts';
import { isClose, nearestAmong } from '../formats/nearest.ts';
import type { Reading } from '../formats/reading.ts';
import { sectionPath } from '../formats/section-path.ts';
import type { Source } from '../model/charter.ts';
import type { Item } from '../model/sections.ts';
import { memo } from '../model/work-system.ts';
import { keyAt } from './places.ts';
import type { Model, Related } from './rule.ts';

/** An item that a token may stand for. `source` where it lies in a linked description. */
export interface Named {
  readonly section: SectionName;
  readonly item: Item;
  readonly source?: Source;
}

/** A field of references with the one token that stands in it. */
export interface Reference {
  readonly reading: Reading;
  readonly field: Field;
  readonly token: string;
}

/** Every token of a document that refers, or may refer, to an item. */
export const references = memo((model: Model): readonly Reference[] => {
  const found: Reference[] = [];
  for (const reading of model.readings()) {
    const { field, text } = reading;
    if (reading.given && text && ['id', 'ids-or-text', 'who'].includes(field.type))
      found.push({ reading, field, token: text });
  }
  return found;
});

/** Text longer than this is no mistyped name, and comparing it takes time. */
const LONGEST_NAME = 80;

const MOST_COMPARED = 1_000_000;

/** The names a document knows: those of its own items and those of the descriptions it links. */
export class Names {
  constructor(private readonly model: Model) {}

  /**
   * False where a field cannot be followed: a link cannot be read, there is nothing to look into, or a section it
   * points to has a wrong shape, which has its own finding.
   */
  canFollow({ type, scope = 'own', to = [] }: Field): boolean {
    if (to.some((section) => sectionOf(this.model.root as Item, section)?.state === 'wrong')) return false;
    if (this.model.kind === 'work-system' || scope === 'own') return true;
    if (!this.model.allLinksRead) return false;
    if (type === 'who') return true;
    return scope === 'as-is' ? this.model.asIs !== undefined : this.model.systems().length > 0;
  }

  /** True where a section a field may point to does not apply or is settled later as a whole. */
  readonly isPutOff = memo((field: Field): boolean => {
    const { model } = this;
    const roots = [model, ...(model.kind === 'work-system' ? [] : model.systemsFor(field))].map(({ root }) => root);
    return (field.to ?? []).some((section) =>
      roots.some((root) => STOOD_IN.has(sectionOf(root as Item, section)?.state ?? 'absent')),
    );
  });

  /** All items a field may point to, in the order in which its sections are searched. */
  readonly of = memo((field: Field): readonly Named[] => {
    const { model } = this;
    const linked = model.kind === 'work-system' ? [] : model.systemsFor(field);
    return (field.to ?? []).flatMap((section) => [
      ...itemsOf(model.root as Item, section).map((item) => ({ section, item })),
      ...linked.flatMap((system) => {
        const source = model.kind === 'work-system' ? undefined : model.sourceOf(system);
        return itemsOf(system.root as Item, section).map((item) => ({ section, item, ...(source && { source }) }));
      }),
    ]);
  });

  private readonly byId = memo((field: Field): ReadonlyMap<string, readonly Named[]> => {
    const found = new Map<string, Named[]>();
    for (const named of this.of(field)) {
      const same = found.get(named.item.id) ?? [];
      if (!same.some(({ section }) => section === named.section)) found.set(named.item.id, [...same, named]);
    }
    return found;
  });

  /** The items of a token's name, one for each section. */
  called({ field, token }: Reference): readonly Named[] {
    return this.byId(field).get(token) ?? [];
  }

  /** The item whose id or name comes nearest to a token. */
  near({ field, token }: Reference): Named | undefined {
    if (token.length > LONGEST_NAME) return undefined;
    const known = this.nearSoFar(field);
    if (!known.has(token)) known.set(token, this.nearest(field, token));
    return known.get(token);
  }

  private readonly nearSoFar = memo((_field: Field) => new Map<string, Named | undefined>());

  private nearest(field: Field, token: string): Named | undefined {
    const known = this.of(field);
    // Who has thousands of lost names among thousands of others has not mistyped them.
    if (this.compared > MOST_COMPARED) return undefined;
    this.compared += known.length;
    const best = this.nearestIn(field)(token);
    return known.find(({ item }) => item.id === best) ?? known.find(({ item }) => item.name === best);
  }

  private readonly nearestIn = memo((field: Field) =>
    nearestAmong(new Set(this.of(field).flatMap(({ item }) => [item.id, item.name]))),
  );

  private compared = 0;

  /** True where a token lies within two letters of the id of an item it may mean. */
  almost({ field, token }: Reference): boolean {
    const known = this.almostSoFar(field);
    let is = known.get(token);
    if (is === undefined) {
      is = this.of(field).some(
        ({ item: { id } }) => Math.abs(id.length - token.length) <= 2 && token.length > 2 && isClose(token, id),
      );
      known.set(token, is);
    }
    return is;
  }

  private readonly almostSoFar = memo((_field: Field) => new Map<string, boolean>());

  /** Sections of the document itself in which an item of a field could be made. */
  ownSections({ to = [] }: Field): SectionName[] {
    return to.filter((section) => {
      if (!this.model.sections.has(section)) return false;
      const state = sectionOf(this.model.root as Item, section)?.state ?? 'absent';
      return ['absent', 'given', 'blank'].includes(state);
    });
  }
}

export const namesOf = memo((model: Model) => new Names(model));

/** Points at an item, in whatever document it lies. */
export const pointAt = ({ item, source }: Named, message: string): Related => ({
  ...keyAt(item.path),
  message,
  ...(source && { source }),
});

const STOOD_IN: ReadonlySet<string> = new Set(['not-applicable', 'ask-later']);

/** A section of a document as it stands, or the wrong shape or the stand-in on the way to it. */
function sectionOf(root: Item, section: SectionName): Reading | undefined {
  let found: Reading | undefined = root as Reading;
  for (const key of sectionPath(section)) {
    if (found?.state === 'wrong' || STOOD_IN.has(found?.state ?? '')) return found;
    found = found?.fields.get(String(key));
  }
  return found;
}

/** The items of a section, those of a wrong shape included: they have their own finding, and their name is known. */
const itemsOf = (root: Item, section: SectionName): readonly Item[] => [
  ...(sectionOf(root, section)?.fields.values() ?? []),
];
