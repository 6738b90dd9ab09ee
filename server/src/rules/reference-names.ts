import type { Field, SectionName } from '../formats/field.ts';
import { isClose, nearestAmong } from '../formats/nearest.ts';
import type { Reading } from '../formats/reading.ts';
import { sectionPath } from '../formats/section-path.ts';
import type { Source } from '../model/charter.ts';
import { notion, notionOf } from '../model/notion.ts';
import type { Item } from '../model/sections.ts';
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

const REFERRING: ReadonlySet<string> = new Set(['id', 'ids-or-text', 'who']);

/** Every token of a document that refers, or may refer, to an item. */
export const references = notionOf('references', (model: Model): readonly Reference[] => {
  const found: Reference[] = [];
  for (const reading of model.readings()) {
    const { field } = reading;
    if (!reading.given || !REFERRING.has(field.type)) continue;
    const { text } = reading;
    if (text) found.push({ reading, field, token: text });
  }
  return found;
});

/** Text longer than this is no mistyped name, and comparing it takes time. */
const LONGEST_NAME = 80;

/** As often as that names are compared, to find those that were meant, before it takes long. */
export const MOST_COMPARED = 1_000_000;

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
  readonly isPutOff = notion('put off', (field: Field): boolean => {
    const { model } = this;
    const roots = [model, ...(model.kind === 'work-system' ? [] : model.systemsFor(field.scope))].map(
      ({ root }) => root,
    );
    return (field.to ?? []).some((section) =>
      roots.some((root) => STOOD_IN.has(sectionOf(root as Item, section)?.state ?? 'absent')),
    );
  });

  /** All items a field may point to, in the order in which its sections are searched. */
  readonly of = notion('names for a field', (field: Field): readonly Named[] =>
    (field.to ?? []).flatMap((section) => this.inSection(field.scope)(section)),
  );

  /** Many fields look into the same section. */
  private readonly inSection = notion('names in a scope', (scope: Field['scope']) =>
    notion('names in a section', (section: SectionName): readonly Named[] => {
      const { model } = this;
      const own = itemsOf(model.root as Item, section).map((item): Named => ({ section, item }));
      if (model.kind === 'work-system') return own;
      const linked = model.systemsFor(scope).flatMap((system) => {
        const source = model.sourceOf(system);
        return itemsOf(system.root as Item, section).map((item) => ({ section, item, ...(source && { source }) }));
      });
      return [...own, ...linked];
    }),
  );

  private readonly byId = notion('names by id in a scope', (scope: Field['scope']) =>
    notion('names by id in a section', (section: SectionName): ReadonlyMap<string, Named> => {
      const found = new Map<string, Named>();
      for (const named of this.inSection(scope)(section))
        if (!found.has(named.item.id)) found.set(named.item.id, named);
      return found;
    }),
  );

  /** The items of a token's name, one for each section. */
  called({ field: { scope, to = [] }, token }: Pick<Reference, 'field' | 'token'>): readonly Named[] {
    return to.flatMap((section) => this.byId(scope)(section).get(token) ?? []);
  }

  /** True where a token is the name of nothing. */
  isLost({ field: { scope, to = [] }, token }: Reference): boolean {
    return !to.some((section) => this.byId(scope)(section).has(token));
  }

  /**
   * The item whose id or name comes nearest to a token. None where `many` tokens are looked for among thousands of
   * names: who has that many lost names has not mistyped them.
   */
  near({ field, token }: Reference, many: number): Named | undefined {
    return token.length > LONGEST_NAME || this.takesLong(field, many) ? undefined : this.nearest(field)(token);
  }

  private readonly nearest = notion('nearest', (field: Field) => {
    const known = this.of(field);
    const nearestIn = nearestAmong(new Set(known.flatMap(({ item }) => [item.id, item.name])));
    return notion('nearest to a token', (token: string) => {
      const best = nearestIn(token);
      return known.find(({ item }) => item.id === best) ?? known.find(({ item }) => item.name === best);
    });
  });

  /** True where a token, one of `many`, lies within two letters of the id of an item it may mean. */
  almost({ field, token }: Reference, many: number): boolean {
    return !this.takesLong(field, many) && this.isAlmost(field)(token);
  }

  private readonly isAlmost = notion('almost', (field: Field) =>
    notion('almost a token', (token: string) =>
      this.of(field).some(
        ({ item: { id } }) => Math.abs(id.length - token.length) <= 2 && token.length > 2 && isClose(token, id),
      ),
    ),
  );

  private takesLong(field: Field, many: number): boolean {
    return many * this.of(field).length > MOST_COMPARED;
  }

  /** Sections of the document itself in which an item of a field could be made. */
  ownSections({ to = [] }: Field): SectionName[] {
    return to.filter((section) => {
      if (!this.model.sections.has(section)) return false;
      const state = sectionOf(this.model.root as Item, section)?.state ?? 'absent';
      return ['absent', 'given', 'blank'].includes(state);
    });
  }
}

export const namesOf = notionOf('names', (model: Model) => new Names(model));

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
