import type { CodeAction } from 'vscode-languageserver';
import { codeActions, resolveCodeAction } from '../../server/src/features/code-actions.ts';
import { atCursor, type CursorOptions } from './cursor.ts';
import { textAfter } from './workspace-edit.ts';

/** What can be done at the cursor. */
export function actionsAt(marked: string, options: CursorOptions = {}) {
  const cursor = atCursor(marked, options);
  const { world, uri, position } = cursor;
  return { ...cursor, actions: codeActions(world, uri, { start: position, end: position }) };
}

/** The titles of what can be done at the cursor, of one kind where it is given. */
export const titlesAt = (marked: string, kind = '', options: CursorOptions = {}): string[] =>
  actionsAt(marked, options)
    .actions.filter((action) => action.kind?.startsWith(kind))
    .map(({ title }) => title);

/** The text after an action at the cursor, by the beginning of its title; or why it was refused. */
export function acted(marked: string, title: string, options: CursorOptions = {}): string | undefined {
  const { world, uri, actions } = actionsAt(marked, options);
  const action = actions.find((each) => each.title.startsWith(title));
  if (!action) throw new Error(`no action “${title}” among: ${actions.map((each) => each.title).join(', ')}`);
  const resolved = resolveCodeAction(world, overTheWire(action));
  return 'refused' in resolved ? resolved.refused : textAfter(world, resolved, uri);
}

/** An action as it comes back from the editor. */
const overTheWire = (action: CodeAction): CodeAction => JSON.parse(JSON.stringify(action)) as CodeAction;
