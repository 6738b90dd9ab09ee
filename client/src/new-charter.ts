import { commands, type Disposable, l10n, type QuickPickItem, QuickPickItemKind, Uri, window, workspace } from 'vscode';
import {
  CHARTER_CHOICES,
  type CharterChoice,
  type ChoiceSection,
  type DescriptionParams,
  type DocumentOverview,
  NEW_CHARTER,
  type NewCharterParams,
} from '../../server/src/protocol.ts';
import { askTitle, fileName, freeName, isThere, writeNew } from './new-file.ts';
import { tellingErrors } from './telling-errors.ts';
import type { Node } from './views/nodes.ts';
import type { Overviews } from './views/overviews.ts';

const ENDING = '.charter.yaml';

/** Asks the server. */
export type Ask = <R>(method: string, params: object) => Promise<R>;

/** Where a click or another program may call the command from: the tree, the explorer, an editor. */
type From = Uri | Node | Given | undefined;

/** What another program may say instead of a person. */
interface Given {
  readonly from: Uri;
  readonly title: string;
  /** Relative to the folder of the description. */
  readonly file: string;
}

/**
 * “New project charter…”: started from a description, asks for a title, for what the change touches and for a place,
 * and has the server write what is known already.
 */
export function newCharterCommands(overviews: Overviews, ask: Ask): Disposable[] {
  // The server says in plain words why there can be no such charter.
  const run = tellingErrors((from: From) => newCharter(from, overviews, ask));
  // The second is the same under another name, for the menus of a description.
  return ['worksec.newCharter', 'worksec.newCharterFrom'].map((id) => commands.registerCommand(id, run));
}

async function newCharter(from: From, overviews: Overviews, ask: Ask): Promise<void> {
  const description = (await descriptionOf(from, overviews)) ?? (await pickDescription(overviews));
  if (!description) return;
  const choices = await ask<CharterChoice[] | null>(CHARTER_CHOICES, description);
  if (!choices) throw new Error(l10n.t('No work system description can be read there.'));

  const given = from && 'title' in from ? from : undefined;
  const title = given?.title ?? (await askCharterTitle());
  if (!title?.trim()) return;
  const items = given ? choices.filter(({ suggested }) => suggested) : await askItems(choices);
  if (!items) return;
  const folder = folderOf(Uri.parse(description.uri));
  const charter = given ? Uri.joinPath(folder, given.file) : await askPlace(folder, Uri.parse(description.uri), title);
  if (!charter) return;

  const params: NewCharterParams = { ...description, charter: charter.toString(), title: title.trim(), items };
  await writeNew(charter, await ask<string>(NEW_CHARTER, params));
}

/** The description that a click means, or the one in the active editor; undefined where that is none. */
async function descriptionOf(from: From, overviews: Overviews): Promise<DescriptionParams | undefined> {
  if (from && 'document' in from) return from.document;
  const uri = from && 'from' in from ? from.from : (from ?? window.activeTextEditor?.document.uri);
  if (!uri) return undefined;
  const known = overviews.of(uri.toString());
  const descriptions = known.filter(isDescription);
  if (descriptions.length > 1) return pickDescription(overviews, descriptions);
  // What was clicked is meant, also while nothing is known of it yet.
  return descriptions[0] ?? (from ? { uri: uri.toString() } : undefined);
}

const isDescription = ({ kind }: DocumentOverview): boolean => kind === 'work-system';

async function pickDescription(
  overviews: Overviews,
  among: readonly DocumentOverview[] = overviews.documents.filter(isDescription),
): Promise<DescriptionParams | undefined> {
  if (among.length === 0)
    throw new Error(l10n.t('A charter starts from a work system description. There is none here yet.'));
  const picked = await window.showQuickPick(
    among.map((document) => {
      const file = workspace.asRelativePath(Uri.parse(document.uri));
      return { label: document.title ?? file, description: file, document };
    }),
    { title: l10n.t('New project charter'), placeHolder: l10n.t('Which work is to be changed?'), ignoreFocusOut: true },
  );
  return picked?.document;
}

const askCharterTitle = () =>
  askTitle({
    title: `${l10n.t('New project charter')} (1/3)`,
    prompt: l10n.t('What is to be changed? A few plain words are enough.'),
    placeHolder: l10n.t('Customers order on the web'),
    missing: l10n.t('The charter needs a title.'),
  });

async function askItems(choices: readonly CharterChoice[]): Promise<readonly CharterChoice[] | undefined> {
  type Row = QuickPickItem & { readonly choice?: CharterChoice };
  const rows = choices.flatMap((choice, i): Row[] => {
    const { section, id, name, sensitive, suggested } = choice;
    const told = [...(name === id ? [] : [id]), ...(sensitive ? [l10n.t('sensitive')] : [])].join(' · ');
    const row = { label: name, description: told, picked: suggested, choice };
    const isFirst = choices[i - 1]?.section !== section;
    return isFirst ? [{ label: SECTIONS()[section], kind: QuickPickItemKind.Separator }, row] : [row];
  });
  if (rows.length === 0) return [];
  const picked = await window.showQuickPick(rows, {
    title: `${l10n.t('New project charter')} (2/3)`,
    placeHolder: l10n.t('What does the change touch?'),
    canPickMany: true,
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  return picked?.flatMap(({ choice }) => choice ?? []);
}

const SECTIONS = (): Readonly<Record<ChoiceSection, string>> => ({
  information: l10n.t('Information'),
  activities: l10n.t('Activities'),
  participants: l10n.t('Participants'),
  technologies: l10n.t('Technologies'),
});

/** The folder that links do not leave. */
const folderOf = (uri: Uri): Uri => workspace.getWorkspaceFolder(uri)?.uri ?? Uri.joinPath(uri, '..');

async function askPlace(folder: Uri, description: Uri, title: string): Promise<Uri | undefined> {
  const free = await freeName(Uri.joinPath(description, '..'), fileName(title, 'charter'), ENDING);
  const value = free.path.slice(folder.path.length + 1);
  const path = await window.showInputBox({
    title: `${l10n.t('New project charter')} (3/3)`,
    prompt: l10n.t('Where shall the charter lie?'),
    value,
    valueSelection: [value.lastIndexOf('/') + 1, value.length - ENDING.length],
    ignoreFocusOut: true,
    validateInput: (typed) => complaintAbout(typed, folder),
  });
  return path === undefined ? undefined : Uri.joinPath(folder, path);
}

async function complaintAbout(path: string, folder: Uri): Promise<string | undefined> {
  if (!/[^/\\]\.charter\.ya?ml$/.test(path)) return l10n.t('The name of a charter ends in .charter.yaml.');
  const isInside = Uri.joinPath(folder, path).path.startsWith(`${folder.path}/`);
  if (!isInside) return l10n.t('Choose a place in {0}, so that the charter can link to the description.', folder.path);
  return (await isThere(Uri.joinPath(folder, path))) ? l10n.t('There is a file of that name already.') : undefined;
}
