import type * as z from 'zod';
import { SCHEMAS } from '../../check/interpret.ts';
import type { Kind } from '../../formats/common.ts';
import { fieldOf } from '../../formats/field.ts';
import { schemaAt } from '../../formats/schema-at.ts';
import { sectionPath } from '../../formats/section-path.ts';
import type { DocumentModel } from '../../yaml/document.ts';
import type { MapEntry, Path, ScalarNode, YamlNode } from '../../yaml/node.ts';

/** What the field table says of a place. It needs no readable document, only the way to the place. */
export interface FieldAt {
  readonly schema: z.ZodType;
  /** The path with `*` for ids and `[]` for list positions, as rules name the fields they ask for. */
  readonly pattern: string;
  /** True where the last key is an id or another free key. */
  readonly isItem: boolean;
}

export const rootField = (kind: Kind): FieldAt => ({ schema: SCHEMAS[kind], pattern: '', isItem: false });

/** The field at a path; undefined where the format knows none, such as inside `notes`. */
export function fieldAt(kind: Kind, at: Path): FieldAt | undefined {
  let field: FieldAt | undefined = rootField(kind);
  for (const key of at) field = field && fieldUnder(field, key);
  return field;
}

/** The field one step further. */
export function fieldUnder({ schema, pattern }: FieldAt, key: string | number): FieldAt | undefined {
  const { type } = fieldOf(schema);
  const inItems = type === 'items' && typeof key === 'string';
  if (key === 'notes' || (typeof key === 'string' && key.startsWith('x-') && !inItems)) return undefined;
  const next = schemaAt(schema, [key]);
  if (!next) return undefined;
  const isStandIn = key === 'not_applicable' || key === 'ask_later';
  return { schema: next, pattern: patternUnder(pattern, key, next), isItem: inItems && !isStandIn };

  function patternUnder(above: string, step: string | number, child: z.ZodType): string {
    if (typeof step === 'number') return fieldOf(child).type === 'map' ? `${above}[]` : above;
    if (above === 'defaults') return `${sectionPath(step).join('.')}.*`;
    const name = inItems && !isStandIn ? '*' : step;
    return above === '' ? name : `${above}.${name}`;
  }
}

/** What a single value in a place stands for: a list of one, or the field a plain sentence is short for. */
export function valueField({ schema, pattern, isItem }: FieldAt): FieldAt {
  const { type, sentence } = fieldOf(schema);
  const { element, shape } = schema as unknown as { element?: z.ZodType; shape?: Record<string, z.ZodType> };
  if (element) return valueField({ schema: element, pattern, isItem });
  const inner = type === 'map' && sentence !== undefined && shape ? schemaAt(schema, [sentence]) : undefined;
  return inner
    ? valueField({ schema: inner, pattern: `${pattern}.${sentence}`, isItem: false })
    : { schema, pattern, isItem };
}

/** A single value of a document with what the field table says of it. */
export interface ValueAt {
  readonly node: ScalarNode;
  readonly path: Path;
  readonly field: FieldAt;
}

/** Every single value of a document that the field table knows, in the order of the text. Aliases are left out. */
export function* valuesOf(document: DocumentModel, kind: Kind): Generator<ValueAt> {
  if (document.root) yield* valuesIn(document.root, rootField(kind), []);
}

function* valuesIn(node: YamlNode, field: FieldAt, path: Path): Generator<ValueAt> {
  if (node.aliased) return;
  if (node.kind === 'scalar') {
    if (node.start < node.end) yield { node, path, field: valueField(field) };
    return;
  }
  for (const [key, child] of childrenOf(node)) {
    const under = fieldUnder(field, key);
    if (under) yield* valuesIn(child, under, [...path, key]);
  }
}

function childrenOf(node: YamlNode): readonly (readonly [string | number, YamlNode])[] {
  if (node.kind === 'map') return ownEntries(node).map(({ key, node: child }) => [key, child]);
  return node.kind === 'list' ? node.items.map((item, i) => [i, item]) : [];
}

/** The entries of a map that stand where the map does: none that a merge key brings in, none without a key. */
export const ownEntries = (node: YamlNode | undefined): readonly MapEntry[] =>
  node?.kind === 'map' && !node.aliased
    ? [...node.entries.values()].filter(({ merged, keySpan }) => !merged && keySpan.start < keySpan.end)
    : [];

/** The span of an entry, from the first unit of its key to the last of its value. */
export const entrySpan = ({ keySpan, node }: MapEntry) => ({
  start: Math.min(keySpan.start, node.start),
  end: Math.max(keySpan.end, node.end),
});
