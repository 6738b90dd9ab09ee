import type { Position, Range, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { DocumentModel } from '../yaml/document.ts';
import type { TextEdit } from '../yaml/node.ts';
import { rangeOf } from './ranges.ts';
import { clash, unfit } from './rename/clash.ts';
import { type Involved, involvedIn, nameOf, unreadable } from './rename/involved.ts';
import { type Expected, keyPlace, strayPlace, valuePlace } from './rename/reach.ts';
import { definitionOf, namingIn, type Occurrence, type SymbolAt, sheetsNaming, symbolAt } from './symbols-at.ts';
import type { World } from './world.ts';

/** Why something is not renamed, in words for the person who asked. */
export interface Refusal {
  readonly refused: string;
}

/** What can be renamed at a position: the word without quotes around it. */
export function prepareRename(
  world: World,
  uri: string,
  position: Position,
): { readonly range: Range; readonly placeholder: string } | Refusal {
  const found = renamable(world, uri, position);
  if ('refused' in found) return found;
  const { name, sheet } = found;
  return { range: rangeOf(sheet.file.stream, name.span), placeholder: name.id };
}

/**
 * Gives an item another id in every place that names it: in its own file, in the descriptions that belong together,
 * and in the charters that link to them. Nothing else changes its meaning; where that cannot be kept, it is refused.
 */
export function rename(world: World, uri: string, position: Position, newName: string): WorkspaceEdit | Refusal {
  const found = renamable(world, uri, position);
  if ('refused' in found) return found;
  const id = newName.trim();
  if (id === found.name.id) return { documentChanges: [] };
  const involved = involvedIn(world, found.meant);
  const refusal = unfit(id) ?? involved.refusal ?? clash(world, involved, id);
  if (refusal !== undefined) return { refused: refusal };

  const documentChanges: TextDocumentEdit[] = [];
  for (const occurrences of byFile(world, involved)) {
    const { sheet } = occurrences[0]!;
    const { file } = sheet;
    const edits = editsOf(occurrences, id);
    const stray = strayPlace(file.stream, edits, (document) => expectedIn(occurrences, document));
    if (stray)
      return {
        refused: `In ${nameOf(sheet)}, ${stray.join('.') || 'the text'} would not keep its meaning: an alias (*) or a repeated key stands in the way.`,
      };
    documentChanges.push({
      textDocument: { uri: file.uri, version: file.version },
      edits: edits.map((edit) => ({ range: rangeOf(file.stream, edit), newText: edit.newText })),
    });
  }
  return { documentChanges };
}

type Renamable = SymbolAt & { readonly meant: NonNullable<SymbolAt['meant']> };

function renamable(world: World, uri: string, position: Position): Renamable | Refusal {
  const found = symbolAt(world, uri, position);
  if (!found) return { refused: 'Only ids can be renamed: the keys of items, and the words that refer to them.' };
  const { name, sheet, meant } = found;
  const broken = unreadable(sheet);
  if (broken !== undefined) return { refused: broken };
  if (!meant) return { refused: `“${name.id}” leads to no item, so there is nothing to rename.` };
  if (!definitionOf(meant))
    return {
      refused: `“${meant.id}” comes from the name of a file, or from an alias (*), and is not written as an id.`,
    };
  return { ...found, meant };
}

/** All places that name the item or its likes, file by file; those behind an alias included. */
function byFile(world: World, { meant }: Involved): Occurrence[][] {
  const found = new Map<string, Occurrence[]>();
  for (const each of meant)
    for (const sheet of sheetsNaming(world, each)) {
      const here = namingIn(world, sheet, each);
      const { uri } = sheet.file;
      if (here.length > 0) found.set(uri, [...(found.get(uri) ?? []), ...here]);
    }
  return [...found.values()];
}

function editsOf(occurrences: readonly Occurrence[], id: string): TextEdit[] {
  const edits = new Map<number, TextEdit>();
  for (const { name } of occurrences) {
    const edit = name.replace(id);
    edits.set(edit.start, edit);
  }
  return [...edits.values()].sort((a, b) => a.start - b.start);
}

function expectedIn(occurrences: readonly Occurrence[], document: DocumentModel): Expected {
  const here = occurrences.filter(({ sheet }) => sheet.document.index === document.index);
  return new Set(here.map(({ name }) => (name.role.is === 'item' ? keyPlace(name.at) : valuePlace(name.at))));
}
