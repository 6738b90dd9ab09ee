import { commands, l10n, window } from 'vscode';
import type { CheckedWorkspace } from '../../server/src/protocol.ts';

/** “Check the whole workspace” is the server’s own command; it shows its progress. */
export const CHECK_WORKSPACE = 'worksec.checkWorkspace';

/** Says what came of it; nothing where somebody gave it up half way. */
export async function tellChecked({ files, checked, findings }: CheckedWorkspace): Promise<void> {
  if (checked < files) return;
  const show = l10n.t('Show all questions');
  const choice = await window.showInformationMessage(checkedWords(files, findings), ...(findings > 0 ? [show] : []));
  if (choice === show) await commands.executeCommand('workbench.actions.view.problems');
}

/** “12 files checked: 31 questions are open.” */
function checkedWords(files: number, findings: number): string {
  if (files === 0) return l10n.t('There are no descriptions or charters here to check.');
  const checked = files === 1 ? l10n.t('1 file checked') : l10n.t('{0} files checked', files);
  if (findings === 0) return `${checked}: ${l10n.t('nothing is open.')}`;
  return `${checked}: ${findings === 1 ? l10n.t('1 finding.') : l10n.t('{0} findings.', findings)}`;
}
