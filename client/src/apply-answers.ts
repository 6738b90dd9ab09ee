import {
  commands,
  type Disposable,
  type LogOutputChannel,
  l10n,
  Range,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import {
  APPLY_ANSWERS,
  type AppliedAnswers,
  type ApplyAnswersParams,
  type ChangedFile,
} from '../../server/src/protocol.ts';
import type { Ask } from './new-charter.ts';
import { tellingErrors } from './telling-errors.ts';
import type { Overviews } from './views/overviews.ts';
import { EVERYTHING, pickFile } from './which-document.ts';

const SHEET = /\.(?:md|markdown|csv|txt)$/i;

/** “Apply interview answers…”: what a filled-in sheet changes, as a preview; only what a person ticks there is done. */
export const applyAnswersCommand = (overviews: Overviews, ask: Ask, output: LogOutputChannel): Disposable =>
  commands.registerCommand(
    'worksec.applyAnswers',
    tellingErrors(async (from?: Uri) => {
      const sheet = from instanceof Uri ? from : (activeSheet() ?? (await askSheet()));
      if (!sheet) return;
      const params: ApplyAnswersParams = { sheet: await textOf(sheet), beside: sheet.toString() };
      let applied = await ask<AppliedAnswers | null>(APPLY_ANSWERS, params);
      if (!applied) throw new Error(l10n.t('{0} holds no interview questions.', workspace.asRelativePath(sheet)));
      if (applied.missing.length > 0) {
        const otherwise = await pickFile(overviews, {
          title: l10n.t('Apply interview answers'),
          placeHolder: l10n.t('{0} is not here. Which file are its answers for?', applied.missing.join(', ')),
        });
        if (!otherwise || otherwise === EVERYTHING) return;
        applied = await ask<AppliedAnswers>(APPLY_ANSWERS, { ...params, otherwise: otherwise.toString() });
      }
      void tell(applied, sheet, output);
      if (applied.files.length > 0) await workspace.applyEdit(await reviewed(applied.files));
    }),
  );

/** The sheet people are at: a text of such a name, or one that was never saved. */
function activeSheet(): Uri | undefined {
  const document = window.activeTextEditor?.document;
  return document && (SHEET.test(document.uri.path) || document.languageId === 'markdown') ? document.uri : undefined;
}

async function askSheet(): Promise<Uri | undefined> {
  const title = l10n.t('Apply interview answers');
  const filters = { [l10n.t('Filled-in sheets')]: ['md', 'markdown', 'csv', 'txt'] };
  return (await window.showOpenDialog({ title, filters }))?.[0];
}

/** An open text as it is now. What spreadsheets save is not always UTF-8: some write the older code page. */
async function textOf(sheet: Uri): Promise<string> {
  const open = workspace.textDocuments.find(({ uri, isDirty }) => uri.toString() === sheet.toString() && isDirty);
  if (open) return open.getText();
  if (sheet.scheme === 'untitled') return (await workspace.openTextDocument(sheet)).getText();
  const bytes = await workspace.fs.readFile(sheet);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The changes as the editor previews them: nothing is ticked before somebody has looked. */
async function reviewed(files: readonly ChangedFile[]): Promise<WorkspaceEdit> {
  const all = new WorkspaceEdit();
  const metadata = { needsConfirmation: true, label: l10n.t('Answers of the sheet') };
  for (const { uri, version, edits } of files) {
    const document = await workspace.openTextDocument(Uri.parse(uri));
    if (version !== null && document.version !== version)
      throw new Error(l10n.t('The text has changed meanwhile. Apply the answers again.'));
    for (const { range, newText } of edits) {
      const { start, end } = range;
      all.replace(document.uri, new Range(start.line, start.character, end.line, end.character), newText, metadata);
    }
  }
  return all;
}

/** Says how many answers can be taken, and writes down those that a person has to work in. */
async function tell({ taken, blank, left }: AppliedAnswers, sheet: Uri, output: LogOutputChannel): Promise<void> {
  const name = workspace.asRelativePath(sheet);
  for (const { line, question, answer, why } of left)
    output.info(`${name}:${line}  ${question ? `${question}  ` : ''}${why}  “${answer}”`);
  const words = [
    taken === 0
      ? l10n.t('There is no answer to take.')
      : l10n.t('Answers to review: {0}. Tick what is to be taken, then choose Apply.', taken),
    ...(left.length > 0 ? [l10n.t('Left out: {0}.', left.length)] : []),
    ...(blank > 0 ? [l10n.t('Without an answer: {0}.', blank)] : []),
  ].join(' ');
  const show = l10n.t('Show what was left out');
  const choice = await window.showInformationMessage(words, ...(left.length > 0 ? [show] : []));
  if (choice === show) output.show(true);
}
