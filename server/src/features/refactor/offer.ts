import type { CodeActionKind, Diagnostic } from 'vscode-languageserver';
import type * as z from 'zod';
import type { CheckedDocument } from '../../check/checked-document.ts';
import { SCHEMAS } from '../../check/interpret.ts';
import type { SectionName } from '../../formats/field.ts';
import type { Reading } from '../../formats/reading.ts';
import { sectionPath } from '../../formats/section-path.ts';
import type { Item } from '../../model/sections.ts';
import type { Model } from '../../rules/rule.ts';
import type { DocumentModel } from '../../yaml/document.ts';
import type { Patch, Path, Span, TextEdit } from '../../yaml/node.ts';
import { wayTo } from '../../yaml/way.ts';
import type { FeatureFile, World } from '../world.ts';

/** Something that can be done to a text. What it changes is worked out only when somebody chooses it. */
export interface Offer {
  readonly title: string;
  readonly kind: CodeActionKind;
  /** What it is about, so that it is found again: a finding's fingerprint, a path. */
  readonly about: string;
  readonly isPreferred?: boolean;
  readonly diagnostics?: readonly Diagnostic[];
  /** The edits to the file's text; undefined where it turns out that they are not possible. */
  readonly edits: () => readonly TextEdit[] | undefined;
}

/** Where somebody asks for what can be done: a place of a document that can be read. */
export interface Spot {
  readonly world: World;
  readonly file: FeatureFile;
  readonly checked: CheckedDocument;
  readonly document: DocumentModel;
  readonly model: Model;
  readonly root: Reading;
  readonly schema: z.ZodType;
  /** What is selected; of no length for a mere cursor. */
  readonly span: Span;
  /** The deepest place the cursor stands in. */
  readonly at: Path;
}

/** The spot a selection begins at; undefined in a text that cannot be read. */
export function spotAt(world: World, file: FeatureFile, span: Span): Spot | undefined {
  const { documents } = file.checked;
  const checked = documents.findLast(({ document }) => document.extent.start <= span.start) ?? documents[0];
  if (!checked?.model || isBroken(checked.document)) return undefined;
  const { document, model } = checked;
  const root = model.root as unknown as Reading;
  const { at } = document.placeAt(span.start);
  return { world, file, checked, document, model, root, schema: SCHEMAS[model.kind], span, at };
}

/** True for a text in which nothing can be edited by path: where it stops being readable, nothing is certain. */
export const isBroken = ({ problems }: DocumentModel): boolean => problems.some(({ code }) => code !== 'duplicate-key');

/** A quick look at whether patches can be carried out: the text is whole, and no alias ties the places to others. */
export const seemsPossible = (document: DocumentModel, patches: readonly Patch[]): boolean =>
  !isBroken(document) &&
  patches.every((patch) => (patch.op === 'remove' && patch.nth) || wayTo(document, patch.at, patch.op !== 'append'));

/** The item a path leads to or into, and the section it stands in. */
export function itemAt({ model, at }: Spot): { readonly section: SectionName; readonly item: Item } | undefined {
  for (const [section, items] of model.sections) {
    const above = sectionPath(section);
    if (at.length <= above.length || !above.every((key, i) => at[i] === key)) continue;
    const item = items.get(String(at[above.length]));
    return item && { section, item };
  }
  return undefined;
}

/** True where a path is another one or leads below it. */
export const isWithin = (at: Path, above: Path): boolean => above.every((key, i) => String(at[i]) === String(key));
