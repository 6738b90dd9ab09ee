import { commands, type Disposable, l10n, Uri, WorkspaceEdit, type WorkspaceFolder, window, workspace } from 'vscode';

const ENDING = '.work-system.yaml';

/** “New work system description…”: asks for a title, writes a description to begin with, and opens it. */
export const newDescriptionCommand = (): Disposable =>
  commands.registerCommand('worksec.newDescription', async (given?: unknown) => {
    // Whoever calls the command from elsewhere may name the title; a click in a view hands over other things.
    const title = typeof given === 'string' ? given : await askTitle();
    if (!title?.trim()) return;
    const content = starter(title.trim());
    const { workspaceFolders: folders = [] } = workspace;
    if (folders.length === 0) {
      await window.showTextDocument(await workspace.openTextDocument({ language: 'yaml', content }));
      return;
    }
    const folder = await chosenFolder(folders);
    if (folder) await write(await freeName(folder.uri, fileName(title)), content);
  });

const askTitle = () =>
  window.showInputBox({
    title: l10n.t('New work system description'),
    prompt: l10n.t('Which work is described? A few plain words are enough.'),
    placeHolder: l10n.t('Handling customer orders'),
    ignoreFocusOut: true,
    validateInput: (value) => (value.trim() ? undefined : l10n.t('The description needs a title.')),
  });

const chosenFolder = async (folders: readonly WorkspaceFolder[]): Promise<WorkspaceFolder | undefined> =>
  folders.length === 1
    ? folders[0]
    : window.showWorkspaceFolderPick({ placeHolder: l10n.t('In which folder shall the description lie?') });

/** The title as a file's name: its letters and digits, the words joined by hyphens. */
function fileName(title: string): string {
  const words = title.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.join('-').slice(0, 60).replace(/-$/, '') || 'description';
}

/** A name that no file has: an existing one is never written over. */
async function freeName(folder: Uri, name: string): Promise<Uri> {
  for (let number = 1; ; number++) {
    const uri = Uri.joinPath(folder, `${number === 1 ? name : `${name}-${number}`}${ENDING}`);
    const isTaken = await Promise.resolve(workspace.fs.stat(uri)).then(
      () => true,
      () => false,
    );
    if (!isTaken) return uri;
  }
}

async function write(uri: Uri, content: string): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.createFile(uri, { overwrite: false, contents: new TextEncoder().encode(content) });
  if (await workspace.applyEdit(edit)) await window.showTextDocument(uri);
  else void window.showErrorMessage(l10n.t('{0} could not be written.', uri.fsPath));
}

/** The beginning of a description, with the next things to say as comments. */
const starter = (title: string): string => `# ${l10n.t('How one piece of work is done, in plain words.')}
# ${l10n.t('Lines that begin with # are notes to you; nothing reads them.')}
kind: work-system
format: 1
title: ${inYaml(title)}

# ${l10n.t('Who gets something from this work, and what?')}
customers:
products:

# ${l10n.t('Who does the work?')}
participants:

# ${l10n.t('What is done, step by step, by whom, with which information?')}
activities:

# ${l10n.t('What must be known for it, and how bad would it be if this leaked, was lost or was wrong?')}
information:

# ${l10n.t('With which tools?')}
technologies:
`;

/** A text as YAML reads it: as it is where that is safe, in quotes otherwise. */
const inYaml = (text: string): string =>
  /^\p{L}[\p{L}\p{M}\p{N} ,'()&/-]*$/u.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text)
    ? text
    : JSON.stringify(text);
