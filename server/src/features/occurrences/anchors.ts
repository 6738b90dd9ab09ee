import { memo } from '../../model/memo.ts';
import type { DocumentModel } from '../../yaml/document.ts';
import type { MapEntry, Path, YamlNode } from '../../yaml/node.ts';

/** Where something is really written: the node and, in a map, the entry that holds it. */
export interface WrittenPlace {
  readonly node: YamlNode;
  readonly entry: MapEntry | undefined;
  /** True where the way led through an alias or a merge key. */
  readonly behindAlias: boolean;
}

/** Aliases that lead to aliases that lead to aliases: deeper than anybody nests them. */
const MOST_HOPS = 64;

/** The place at which the text of a path is written: for text behind an alias, the place of its anchor. */
export function writtenAt(document: DocumentModel, at: Path): WrittenPlace | undefined {
  let place: WrittenPlace | undefined = document.root && { node: document.root, entry: undefined, behindAlias: false };
  for (const step of at) {
    place = place && throughAlias(document, place);
    place = place && stepInto(document, place, step);
  }
  return place && throughAlias(document, place);
}

function stepInto(document: DocumentModel, place: WrittenPlace, step: string | number): WrittenPlace | undefined {
  const { node, behindAlias } = place;
  if (node.kind === 'list') {
    const item = node.items[Number(step)];
    return item && { node: item, entry: undefined, behindAlias };
  }
  if (node.kind === 'scalar') return Number(step) === 0 ? place : undefined;
  let map: YamlNode | undefined = node;
  for (let hops = 0; hops < MOST_HOPS && map?.kind === 'map'; hops++) {
    const entry: MapEntry | undefined = map.entries.get(String(step));
    if (!entry) return undefined;
    if (!entry.merged || !entry.node.aliased)
      return { node: entry.node, entry, behindAlias: behindAlias || hops > 0 || entry.merged };
    map = anchored(document, entry.node.start);
  }
  return undefined;
}

function throughAlias(document: DocumentModel, place: WrittenPlace): WrittenPlace | undefined {
  let { node } = place;
  for (let hops = 0; node.aliased; hops++) {
    const found = hops < MOST_HOPS ? anchored(document, node.start) : undefined;
    if (!found) return undefined;
    node = found;
  }
  return node === place.node ? place : { node, entry: place.entry, behindAlias: true };
}

const NAME = String.raw`[^\s,[\]{}]+`;
const ALIAS = new RegExp(`\\*(${NAME})`, 'y');
const ANCHOR = new RegExp(`&(${NAME})(?:[ \\t]+!\\S+)?(?:\\s|#[^\\r\\n]*[\\r\\n])*$`);

/** The node the alias at an offset stands for. */
function anchored(document: DocumentModel, alias: number): YamlNode | undefined {
  ALIAS.lastIndex = alias;
  const name = ALIAS.exec(document.stream.text)?.[1];
  return name === undefined
    ? undefined
    : anchors(document)
        .get(name)
        ?.findLast(({ start }) => start < alias);
}

/** The anchored nodes that aliases use, by name and in the order of the text. */
const anchors = memo((document: DocumentModel): ReadonlyMap<string, readonly YamlNode[]> => {
  const found = new Map<string, YamlNode[]>();
  const nodes = document.shared.filter((span): span is YamlNode => 'kind' in span);
  for (const node of [...nodes].sort((a, b) => a.start - b.start)) {
    const name = ANCHOR.exec(document.stream.text.slice(Math.max(0, node.start - 400), node.start))?.[1];
    if (name === undefined) continue;
    const same = found.get(name);
    if (same) same.push(node);
    else found.set(name, [node]);
  }
  return found;
});
