import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver';
import type * as z from 'zod';
import { areaAt } from '../check/areas.ts';
import { rootText } from '../check/interpret.ts';
import { fieldOf } from '../formats/field.ts';
import { capital, keyWords } from '../rules/wordings.ts';
import type { Stream } from '../yaml/document.ts';
import type { MapEntry, Span, YamlNode } from '../yaml/node.ts';
import { type SeenDocument, seenDocuments } from './hover/document.ts';
import { entrySpan, type FieldAt, fieldUnder, ownEntries, rootField } from './hover/field.ts';
import { cut } from './hover/markdown.ts';
import { rangeOf } from './ranges.ts';
import type { World } from './world.ts';

/** What stands at the head of a document and is no part of its outline. */
const HEAD: ReadonlySet<string> = new Set([
  'kind',
  'format',
  'title',
  'id',
  'language',
  'purpose',
  'state',
  'described_on',
  'small_team',
]);

/** The outline: elements with their items and the notable parts of those; the phases of a charter with theirs. */
export function documentSymbols(world: World, uri: string): DocumentSymbol[] {
  const file = world.file(uri);
  if (!file) return [];
  const all = seenDocuments(file);
  // Documents of other programs in the same file count too: each of ours then needs a name of its own.
  return file.stream.documents.length > 1 ? all.flatMap(documentSymbol) : all.flatMap(partsOfDocument);
}

function documentSymbol(seen: SeenDocument): DocumentSymbol[] {
  const { document, kind } = seen;
  const { root, stream } = document;
  if (!root || root.start >= root.end) return [];
  const name = rootText(document, 'title') ?? rootText(document, 'id') ?? (kind && WHOLE[kind]);
  const key = document.span({ at: [rootText(document, 'title') ? 'title' : 'kind'] });
  return symbol(stream, {
    name: name || 'Document',
    kind: SymbolKind.File,
    span: root,
    selection: key,
    children: partsOfDocument(seen),
  });
}

const WHOLE = { 'work-system': 'Work system description', 'project-charter': 'Project charter' } as const;

function partsOfDocument({ document, kind }: SeenDocument): DocumentSymbol[] {
  if (!kind) return [];
  const field = rootField(kind);
  return ownEntries(document.root).flatMap((entry) => {
    const under = HEAD.has(entry.key) ? undefined : fieldUnder(field, entry.key);
    return under ? entrySymbol(document.stream, entry, under, areaAt(kind, [entry.key])?.name) : [];
  });
}

/** The symbol of an entry with all that is notable below it. */
function entrySymbol(stream: Stream, entry: MapEntry, field: FieldAt, name?: string): DocumentSymbol[] {
  const { key, keySpan, node } = entry;
  return symbol(stream, {
    name: name ?? (field.isItem ? key : capital(keyWords(key))),
    detail: detailOf(node),
    kind: kindOf(field),
    span: entrySpan(entry),
    selection: keySpan,
    children: partsOf(stream, node, field),
  });
}

/** What is notable below a node: items, and whatever is more than a single value or a list of names. */
function partsOf(stream: Stream, node: YamlNode, field: FieldAt): DocumentSymbol[] {
  if (node.aliased) return [];
  if (node.kind === 'list') return elementsOf(stream, node.items, field);
  return ownEntries(node).flatMap((entry) => {
    const under = fieldUnder(field, entry.key);
    return under && (under.isItem || isNotable(entry.node, under)) ? entrySymbol(stream, entry, under) : [];
  });
}

const isNotable = (node: YamlNode, { schema }: FieldAt): boolean =>
  (['items', 'map', 'slots'].includes(fieldOf(schema).type) || isListOfMaps(schema)) &&
  (node.kind !== 'list' || node.items.length > 0);

const isListOfMaps = (schema: z.ZodType): boolean => {
  const { element } = schema as unknown as { element?: z.ZodType };
  return element !== undefined && fieldOf(element).type === 'map';
};

function elementsOf(stream: Stream, items: readonly YamlNode[], field: FieldAt): DocumentSymbol[] {
  if (!isListOfMaps(field.schema)) return [];
  return items.flatMap((item, i) => {
    const under = fieldUnder(field, i);
    if (!under || item.start >= item.end || item.aliased) return [];
    return symbol(stream, {
      name: elementName(item) || `${i + 1}`,
      kind: SymbolKind.Object,
      span: item,
      selection: item,
      children: item.kind === 'map' ? partsOf(stream, item, under) : [],
    });
  });
}

/** Fields that say in words what an item or an element is, the best first. */
const WORDS = [
  'name',
  'text',
  'what',
  'criterion',
  'description',
  'does',
  'target',
  'rule',
  'for',
  'responder',
  'who',
  'kind',
];

/** The words that tell an item from others. */
function detailOf(node: YamlNode): string {
  if (node.kind === 'scalar') return oneLine(node.text);
  if (node.kind !== 'map') return '';
  for (const key of WORDS) {
    const value = node.entries.get(key)?.node;
    if (value?.kind === 'scalar' && value.text.trim()) return oneLine(value.text);
  }
  return '';
}

/** What an element of a list is called. Where it says nothing in words, its first names do: for whom a training is. */
function elementName(item: YamlNode): string {
  const list = ownEntries(item).find((entry) => entry.node.kind === 'list')?.node;
  const named = list?.kind === 'list' ? list.items.flatMap((each) => (each.kind === 'scalar' ? each.text : [])) : [];
  return detailOf(item) || oneLine(named.join(', '));
}

const oneLine = (text: string): string => cut(text.replace(/\s+/g, ' ').trim(), 60);

function kindOf({ schema, isItem }: FieldAt): SymbolKind {
  if (isItem) return SymbolKind.Object;
  const { type } = fieldOf(schema);
  if (type === 'items') return SymbolKind.Namespace;
  if ('element' in schema) return SymbolKind.Array;
  return type === 'map' ? SymbolKind.Namespace : SymbolKind.Property;
}

interface Parts {
  readonly name: string;
  readonly detail?: string;
  readonly kind: SymbolKind;
  readonly span: Span;
  readonly selection: Span;
  readonly children: DocumentSymbol[];
}

/** A symbol; none without a name or place, since editors then refuse the whole outline. */
function symbol(stream: Stream, { name, detail, kind, span, selection, children }: Parts): DocumentSymbol[] {
  const within = { start: Math.max(selection.start, span.start), end: Math.min(selection.end, span.end) };
  if (name.trim() === '' || within.start > within.end) return [];
  return [
    {
      name: oneLine(name),
      ...(detail && { detail }),
      kind,
      range: rangeOf(stream, span),
      selectionRange: rangeOf(stream, within),
      ...(children.length > 0 && { children }),
    },
  ];
}
