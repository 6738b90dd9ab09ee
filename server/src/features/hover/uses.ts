import type { SectionName } from '../../formats/field.ts';
import { sectionPath } from '../../formats/section-path.ts';
import type { Charter, Source } from '../../model/charter.ts';
import { memo } from '../../model/memo.ts';
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

/** A use with the document it stands in. */
export interface UseAt extends Use {
  readonly uri: string;
  readonly document: DocumentModel;
}

/** Uses by the key of the item that is used. */
export type Uses = ReadonlyMap<string, readonly UseAt[]>;

/** Where the items of a file's documents are named: in themselves, and in the charters at hand that link them. */
export function usesIn(world: World, file: FeatureFile): (seen: SeenDocument) => Uses {
  const linked = new Map<number, Map<string, UseAt[]>>();
  for (const { uri, charter } of chartersLinking(world, file.uri)) {
    const { document } = charter;
    for (const [source, key, use] of named(charter.model)) {
      if (source?.file !== file.uri) continue;
      const { index } = source.document;
      if (!linked.has(index)) linked.set(index, new Map());
      push(linked.get(index)!, key, { ...use, uri, document });
    }
  }
  return ({ model, document }) => {
    const uses = new Map<string, readonly UseAt[]>(linked.get(document.index));
    for (const [key, own] of model ? usesWithin(model) : [])
      uses.set(key, [...own.map((use) => ({ ...use, uri: file.uri, document })), ...(uses.get(key) ?? [])]);
    return uses;
  };
}

/** The charters at hand that link a description in a file. */
function* chartersLinking(
  world: World,
  uri: string,
): Generator<{ readonly uri: string; readonly charter: SeenDocument & { readonly model: Charter } }> {
  for (const file of world.files())
    for (const charter of seenDocuments(file)) {
      const { model } = charter;
      if (model?.kind !== 'project-charter') continue;
      if (Object.values(model.links).some((link) => link.status === 'read' && link.source.file === uri))
        yield { uri: file.uri, charter: { ...charter, model } };
    }
}

/** Where a document names its own items, by item. */
export const usesWithin = memo((model: Model): ReadonlyMap<string, readonly Use[]> => {
  const found = new Map<string, Use[]>();
  for (const [source, key, use] of named(model)) if (!source) push(found, key, use);
  return found;
});

/** Every reference that leads somewhere: the source of what it names where that is another document, its key, the use. */
function* named(model: Model): Generator<readonly [source: Source | undefined, key: string, use: Use]> {
  const names = namesOf(model);
  for (const reference of references(model)) {
    const target = names.called(reference)[0];
    if (target)
      yield [
        target.source,
        itemKey(target.section, target.item.id),
        { reference, by: itemAround(model, reference.reading.path) },
      ];
  }
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
