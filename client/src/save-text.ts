import { env, l10n, UIKind, Uri, window, workspace } from 'vscode';

/** A form something is written in, by the ending of its file. */
export interface Form<F extends string> {
  readonly format: F;
  readonly name: string;
  readonly endings: readonly string[];
}

/** Where something is written, and in which form. */
export interface Place<F extends string> {
  readonly file: Uri;
  readonly format: F;
}

/** Asks where to write something that comes from a file; the ending says how. */
export async function askPlaceFor<F extends string>(
  forms: readonly Form<F>[],
  title: string,
  from: Uri | undefined,
  suffix: string,
): Promise<Place<F> | undefined> {
  const base = from?.path.replace(/^.*\//, '').replace(/\.ya?ml$/, '') ?? 'worksec';
  const folder = (from?.scheme === 'untitled' ? undefined : from && Uri.joinPath(from, '..')) ?? firstFolder();
  const name = `${base}.${suffix}.${forms[0]!.endings[0]}`;
  const file = await window.showSaveDialog({
    title,
    filters: Object.fromEntries(forms.map(({ name: label, endings }) => [label, [...endings]])),
    ...(folder && { defaultUri: Uri.joinPath(folder, name) }),
  });
  return file && placeAt(file, forms);
}

/** A file with the form its ending stands for. */
export function placeAt<F extends string>(file: Uri, forms: readonly Form<F>[]): Place<F> {
  const ending = /\.(\w+)$/.exec(file.path)?.[1]?.toLowerCase() ?? '';
  const form = forms.find(({ endings }) => endings.includes(ending));
  if (form) return { file, format: form.format };
  const known = forms.flatMap(({ endings }) => endings[0] ?? []).map((each) => `.${each}`);
  throw new Error(l10n.t('The ending of the name says how the file is written: {0}.', known.join(', ')));
}

const firstFolder = (): Uri | undefined => workspace.workspaceFolders?.[0]?.uri;

/** Writes a text and offers to open it. */
export async function saveText(file: Uri, text: string): Promise<void> {
  await workspace.fs.writeFile(file, new TextEncoder().encode(text));
  void offerToOpen(file);
}

async function offerToOpen(file: Uri): Promise<void> {
  const open = l10n.t('Open');
  const name = workspace.asRelativePath(file);
  if ((await window.showInformationMessage(l10n.t('{0} is written.', name), open)) !== open) return;
  // Only a program on this very machine can show a page that lies here.
  const isHere = file.scheme === 'file' && env.remoteName === undefined && env.uiKind === UIKind.Desktop;
  if (isHere && file.path.endsWith('.html')) await env.openExternal(file);
  else await window.showTextDocument(file);
}
