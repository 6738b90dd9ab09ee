import { kindOf, stopsReading } from '../../check/interpret.ts';
import { idOf, splitLink } from '../../check/links.ts';
import { ID, RESERVED, type Scope, type SectionName } from '../../formats/field.ts';
import { sectionPath } from '../../formats/section-path.ts';
import type { LinkName } from '../../model/charter.ts';
import type { YamlNode } from '../../yaml/node.ts';
import { type Context, nodeAt } from './context.ts';

/** An item somebody can refer to. */
export interface KnownItem {
  readonly id: string;
  readonly section: SectionName;
  readonly name?: string | undefined;
  readonly description?: string | undefined;
}

/** The items of several sections, each id once: the document's own first, then those of linked descriptions in scope. */
export function itemsAt(context: Context, to: readonly SectionName[], scope: Scope): KnownItem[] {
  const known = new Map<string, KnownItem>();
  const linked = linkedTrees(context, scope);
  for (const trees of [context.trees, linked])
    for (const section of to)
      for (const tree of trees)
        for (const item of itemsOf(tree, section)) if (!known.has(item.id)) known.set(item.id, item);
  return [...known.values()];
}

function itemsOf(tree: YamlNode, section: SectionName): KnownItem[] {
  const node = nodeAt(tree, sectionPath(section));
  if (node?.kind !== 'map') return [];
  return [...node.entries.values()]
    .filter(({ key }) => ID.test(key) && !RESERVED.has(key))
    .map(({ key, node: item }) => ({ id: key, section, name: textOf(item, 'name'), description: descriptionOf(item) }));
}

const descriptionOf = (item: YamlNode): string | undefined =>
  item.kind === 'scalar'
    ? item.text.trim() || undefined
    : (textOf(item, 'description') ?? textOf(item, 'does') ?? textOf(item, 'text'));

function textOf(node: YamlNode | undefined, key: string): string | undefined {
  const field = node?.kind === 'map' ? node.entries.get(key)?.node : undefined;
  return (field?.kind === 'scalar' && field.text.trim()) || undefined;
}

/** The trees of the linked descriptions a field looks into, the to-be one first. */
function linkedTrees(context: Context, scope: Scope): YamlNode[] {
  if (context.kind !== 'project-charter' || scope === 'own') return [];
  const names: LinkName[] = scope === 'as-is' ? ['as_is'] : ['to_be', 'as_is'];
  return names.flatMap((name) => {
    const link = linkIn(context, name);
    return link ? followed(context, link) : [];
  });
}

function linkIn({ trees }: Context, name: LinkName): string | undefined {
  for (const tree of trees) {
    const given = nodeAt(tree, ['work_system']);
    // A plain sentence stands for the as-is link.
    const link = given?.kind === 'scalar' && name === 'as_is' ? given.text.trim() : textOf(given, name);
    if (link) return link;
  }
  return undefined;
}

function followed({ world, file }: Context, link: string): YamlNode[] {
  const { path, id } = splitLink(link);
  const uri = path === '' ? file.uri : world.target(file.uri, path);
  const target = uri === undefined ? undefined : world.file(uri);
  if (!target) return [];
  const documents = [target.stream, target.lastGood.stream].flatMap((stream) => stream.documents);
  const fitting = documents.filter(
    (document) => kindOf(document) === 'work-system' && (id === undefined || idOf(document, target.uri) === id),
  );
  const readable = fitting.find((document) => !document.problems.some(stopsReading)) ?? fitting[0];
  return readable?.root ? [readable.root] : [];
}
