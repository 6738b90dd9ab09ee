import { type CodeAction, TextDocumentEdit, type WorkspaceEdit } from 'vscode-languageserver';
import type { World } from '../../server/src/features/world.ts';
import { FOLDER } from './cursor.ts';
import { applyToText } from './lsp-edits.ts';

/** The texts of the files that an edit changes, by name, after the edit. */
export function textsAfter(world: World, edit: WorkspaceEdit): Record<string, string> {
  const changes = (edit.documentChanges ?? []).filter((change) => TextDocumentEdit.is(change));
  return Object.fromEntries(
    changes.map(({ textDocument: { uri }, edits }) => [
      uri.slice(FOLDER.length + 1),
      applyToText(world.file(uri)!.stream.text, edits as Parameters<typeof applyToText>[1]),
    ]),
  );
}

/** The text of a file after an action; undefined where it edits nothing there. */
export const textAfter = (world: World, { edit }: CodeAction, uri: string): string | undefined =>
  edit && textsAfter(world, edit)[uri.slice(FOLDER.length + 1)];
