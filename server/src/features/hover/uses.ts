import type { SectionName } from '../../formats/field.ts';
import { sectionPath } from '../../formats/read.ts';
import type { Source } from '../../model/charter.ts';
import { memo } from '../../model/work-system.ts';
import { namesOf, type Reference, references } from '../../rules/reference-names.ts';
import type { Model } from '../../rules/rule.ts';
import type { DocumentModel } from '../../yaml/document.ts';
import type { Path } from '../../yaml/node.ts';
import type { FeatureFile, World } from '../world.ts';
import { type SeenDocument, seenDocuments } from './document.ts';

/** A place where an item is named, and the item that names it. */
export interface Use {
  readonly reference: Reference;
  /** The item the reference stands in; undefined for one at the root, such as `security_lead`. */
  readonly by: ItemPlace | undefined;
}

/** An item of a section by its place. */
export interface ItemPlace {
  readonly section: SectionName;
  readonly id: string;
  readonly path: Path;
}

/** An item's own name in an index of uses. */
export const itemKey = (section: SectionName, id: string): string => `${section}.${id}`;

/** Where a document names its own items, by item. */
export const usesWithin = memo(
  (model: Model): ReadonlyMap<string, readonly Use[]> => collect(model, (source) => !source),
);

/** A use with the document it stands in. */
export interface UseAt extends Use {
  readonly uri: string;
  readonly document: DocumentModel;
}

/** Where a document's items are named: in itself, and in the charters at hand that link it. */
export function usesOf(world: World, file: FeatureFile, seen: SeenDocument): ReadonlyMap<string, readonly UseAt[]> {
  const found = new Map<string, UseAt[]>();
  const add = (uses: ReadonlyMap<string, readonly Use[]>, uri: string, document: DocumentModel): void => {
    for (const [key, all] of uses) for (const use of all) push(found, key, { ...use, uri, document });
  };
  if (seen.model) add(usesWithin(seen.model), file.uri, seen.document);
  if (seen.kind !== 'work-system') return found;
  const isHere = (source: Source): boolean => source.file === file.uri && source.document.index === seen.document.index;
  for (const other of world.files())
    for (const charter of seenDocuments(other)) {
      const { model } = charter;
      if (model?.kind !== 'project-charter') continue;
      if (!Object.values(model.links).some((each) => each.status === 'read' && isHere(each.source))) continue;
      add(
        collect(model, (source) => source !== undefined && isHere(source)),
        other.uri,
        charter.document,
      );
    }
  return found;
}

function collect(model: Model, wanted: (source: Source | undefined) => boolean): Map<string, Use[]> {
  const names = namesOf(model);
  const found = new Map<string, Use[]>();
  for (const reference of references(model)) {
    const named = names.called(reference)[0];
    if (!named || !wanted(named.source)) continue;
    push(found, itemKey(named.section, named.item.id), { reference, by: itemAround(model, reference.reading.path) });
  }
  return found;
}

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

/** The item of a section a path leads into or to. */
export function itemAround(model: Model, path: Path): ItemPlace | undefined {
  for (const section of model.sections.keys()) {
    const at = sectionPath(section);
    const id = path[at.length];
    if (typeof id === 'string' && at.every((key, i) => path[i] === key))
      return { section, id, path: path.slice(0, at.length + 1) };
  }
  return undefined;
}
