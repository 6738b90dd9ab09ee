import { l10n, Uri, WorkspaceEdit, window, workspace } from 'vscode';

/** What a title is asked for with. */
interface TitleQuestion {
  readonly title: string;
  readonly prompt: string;
  readonly placeHolder: string;
  /** Said while nothing is there. */
  readonly missing: string;
}

/** Asks what a new document is called. */
export const askTitle = ({ missing, ...question }: TitleQuestion): Thenable<string | undefined> =>
  window.showInputBox({
    ...question,
    ignoreFocusOut: true,
    validateInput: (value) => (value.trim() ? undefined : missing),
  });

/** A title as a file's name: its letters and digits, the words joined by hyphens. */
export function fileName(title: string, otherwise: string): string {
  const words = title.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.join('-').slice(0, 60).replace(/-$/, '') || otherwise;
}

/** A name that no file has: an existing one is never written over. */
export async function freeName(folder: Uri, name: string, ending: string): Promise<Uri> {
  for (let number = 1; ; number++) {
    const uri = Uri.joinPath(folder, `${number === 1 ? name : `${name}-${number}`}${ending}`);
    if (!(await isThere(uri))) return uri;
  }
}

/** True where a file of that name is there already. */
export const isThere = (uri: Uri): Promise<boolean> =>
  Promise.resolve(workspace.fs.stat(uri)).then(
    () => true,
    () => false,
  );

/** Writes a new file and opens it. */
export async function writeNew(uri: Uri, content: string): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.createFile(uri, { overwrite: false, contents: new TextEncoder().encode(content) });
  if (await workspace.applyEdit(edit)) await window.showTextDocument(uri);
  else void window.showErrorMessage(l10n.t('{0} could not be written.', uri.fsPath));
}
