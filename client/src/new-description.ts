import { commands, type Disposable, l10n, type WorkspaceFolder, window, workspace } from 'vscode';
import { askTitle, fileName, freeName, writeNew } from './new-file.ts';

const ENDING = '.work-system.yaml';

/** “New work system description…”: asks for a title, writes a description to begin with, and opens it. */
export const newDescriptionCommand = (): Disposable =>
  commands.registerCommand('worksec.newDescription', async (given?: unknown) => {
    // Whoever calls the command from elsewhere may name the title; a click in a view hands over other things.
    const title =
      typeof given === 'string'
        ? given
        : await askTitle({
            title: l10n.t('New work system description'),
            prompt: l10n.t('Which work is described? A few plain words are enough.'),
            placeHolder: l10n.t('Handling customer orders'),
            missing: l10n.t('The description needs a title.'),
          });
    if (!title?.trim()) return;
    const content = starter(title.trim());
    const { workspaceFolders: folders = [] } = workspace;
    if (folders.length === 0) {
      await window.showTextDocument(await workspace.openTextDocument({ language: 'yaml', content }));
      return;
    }
    const folder = await chosenFolder(folders);
    if (folder) await writeNew(await freeName(folder.uri, fileName(title, 'description'), ENDING), content);
  });

const chosenFolder = async (folders: readonly WorkspaceFolder[]): Promise<WorkspaceFolder | undefined> =>
  folders.length === 1
    ? folders[0]
    : window.showWorkspaceFolderPick({ placeHolder: l10n.t('In which folder shall the description lie?') });

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
