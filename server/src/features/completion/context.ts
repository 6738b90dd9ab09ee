import type * as z from 'zod';
import { namedKind } from '../../check/check.ts';
import type { Finding } from '../../check/finding.ts';
import { kindOf, SCHEMAS, stopsReading } from '../../check/interpret.ts';
import type { Kind } from '../../formats/common.ts';
import { fieldOf, RESERVED } from '../../formats/field.ts';
import { schemaAt } from '../../formats/schema-at.ts';
import type { DocumentModel } from '../../yaml/document.ts';
import type { Path, YamlNode } from '../../yaml/node.ts';
import { Page } from '../../yaml/page.ts';
import type { RenderStyle } from '../../yaml/render.ts';
import type { FeatureFile, World } from '../world.ts';
import type { Lines } from './page.ts';

/** What a client can do with what is offered. */
export interface CompletionOptions {
  /** True where the client takes tab stops. */
  readonly snippets: boolean;
  /** The client's command that opens the list again, so that a chosen key is followed by its values. */
  readonly suggestAgain?: string | undefined;
}

/** What is known of the document the cursor stands in. */
export interface Context {
  readonly world: World;
  readonly file: FeatureFile;
  readonly kind: Kind;
  readonly schema: z.ZodType;
  /** The trees in which ids are looked up: the text as it is, and an older one while it cannot be read. */
  readonly trees: readonly YamlNode[];
  readonly findings: readonly Finding[];
  readonly style: RenderStyle;
  readonly eol: string;
  readonly snippets: boolean;
  readonly suggestAgain: string | undefined;
}

/** The document between two marks as the parser sees it; undefined where it sees nothing there. */
export function documentIn(file: FeatureFile, start: number, end: number): DocumentModel | undefined {
  return file.stream.documents.find((document) => {
    const from = document.root?.start ?? document.extent.start;
    return from >= start && from < Math.max(end, start + 1);
  });
}

/** The kind of a document: as it says itself, else by the file's name; undefined for text that is none of ours. */
export function kindAt(file: FeatureFile, document: DocumentModel | undefined, lines: Lines): Kind | undefined {
  const said = document && kindOf(document);
  if (said) return said;
  const written = /^kind:[ \t]*["']?(work-system|project-charter)\b/m.exec(
    lines.text.slice(lines.start(lines.first), lines.end(lines.last - 1)),
  );
  return (written?.[1] as Kind | undefined) ?? namedKind(file.uri);
}

export function contextOf(
  world: World,
  file: FeatureFile,
  document: DocumentModel | undefined,
  kind: Kind,
  options: CompletionOptions,
): Context {
  const broken = !document || document.problems.some(stopsReading);
  const current = file.checked.documents.find((checked) => checked.document === document);
  const older = file.lastGood.documents.find(({ document: { index } }) => index === document?.index);
  const trees = [document?.root, broken ? older?.document.root : undefined];
  return {
    world,
    file,
    kind,
    schema: SCHEMAS[kind],
    trees: trees.filter((tree) => tree !== undefined),
    findings: (broken ? older : current)?.findings ?? [],
    style: document ? new Page(document).style(undefined) : { width: 2, dash: 2 },
    eol: file.stream.lines.eol(),
    snippets: options.snippets,
    suggestAgain: options.suggestAgain,
  };
}

/** The field table's row at a path; undefined where the format knows none, such as inside `notes`. */
export function fieldSchema({ schema }: Context, at: Path): z.ZodType | undefined {
  let found: z.ZodType | undefined = schema;
  for (const key of at) {
    const isItem = found && fieldOf(found).type === 'items';
    if (key === 'notes' || (typeof key === 'string' && isItem && RESERVED.has(key) && !isStandIn(key)))
      return undefined;
    found = found && schemaAt(found, [key]);
  }
  return found;
}

const isStandIn = (key: string): boolean => key === 'not_applicable' || key === 'ask_later';

/** The node at a path of a tree. */
export function nodeAt(tree: YamlNode | undefined, at: Path): YamlNode | undefined {
  let node = tree;
  for (const key of at) {
    if (node?.kind === 'map') node = node.entries.get(String(key))?.node;
    else node = node?.kind === 'list' ? node.items[Number(key)] : undefined;
  }
  return node;
}
