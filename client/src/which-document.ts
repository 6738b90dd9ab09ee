import { l10n, type QuickPickItem, Uri, window, workspace } from 'vscode';
import { isOurs } from './files.ts';
import type { Node } from './views/nodes.ts';
import type { Overviews } from './views/overviews.ts';

/** Where a click may call a command from: the explorer or an editor, the tree. */
export type Clicked = Uri | Node | undefined;

/** What stands for every file of the workspace. */
export const EVERYTHING = 'everything';

/** The file that a click means; undefined where it means none in particular. */
export function clickedFile(from: Clicked): Uri | undefined {
  if (from instanceof Uri) return from;
  return from && 'document' in from ? Uri.parse(from.document.uri) : undefined;
}

/** The description or charter people are at. */
export const activeFile = (): Uri | undefined => {
  const document = window.activeTextEditor?.document;
  return document && isOurs(document) ? document.uri : undefined;
};

interface Question {
  readonly title: string;
  readonly placeHolder: string;
  /** True where all of the workspace may be meant as well. */
  readonly everything?: boolean;
}

/** Asks for a description or charter, the one people are at first; where there is only one, that is meant. */
export async function pickFile(
  overviews: Overviews,
  { everything, ...question }: Question,
): Promise<Uri | typeof EVERYTHING | undefined> {
  type Row = QuickPickItem & { readonly file: Uri | typeof EVERYTHING };
  const active = activeFile()?.toString();
  const uris = [...new Set([...(active === undefined ? [] : [active]), ...overviews.documents.map(({ uri }) => uri)])];
  if (uris.length === 0) throw new Error(l10n.t('There is no description or charter here yet.'));
  if (uris.length === 1) return Uri.parse(uris[0]!);
  const rows = uris.map((uri): Row => {
    const file = Uri.parse(uri);
    const titles = overviews.of(uri).flatMap(({ title }) => title ?? []);
    const path = workspace.asRelativePath(file);
    return { label: titles.join(', ') || path, description: path, file };
  });
  const all: Row = { label: l10n.t('The whole workspace'), file: EVERYTHING };
  const at = active === undefined ? 0 : 1;
  const offered = everything ? [...rows.slice(0, at), all, ...rows.slice(at)] : rows;
  const picked = await window.showQuickPick(offered, { ...question, matchOnDescription: true, ignoreFocusOut: true });
  return picked?.file;
}
