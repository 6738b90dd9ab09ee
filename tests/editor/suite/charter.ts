import assert from 'node:assert/strict';
import { commands, DiagnosticSeverity, Uri, window, workspace } from 'vscode';
import type { CheckedWorkspace } from '../../../server/src/protocol.ts';
import { eventually, test } from './runner.ts';
import { findings, treeTitles } from './workspace.ts';

const PLACEHOLDER = 'wording/placeholder';

test('a new charter links to its description, opens, and leaves open only what nobody has said yet', async () => {
  const folder = workspace.workspaceFolders![0]!.uri;
  const file = 'changes/payroll.charter.yaml';
  const from = Uri.joinPath(folder, 'payroll.work-system.yaml');
  await commands.executeCommand('worksec.newCharter', { from, title: 'Payroll: on the web', file });

  const { document } = window.activeTextEditor!;
  assert.ok(document.uri.path.endsWith(file), document.uri.path);
  assert.match(document.getText(), /^title: "Payroll: on the web"$/m);
  assert.match(document.getText(), /^ {2}as_is: \.\.\/payroll\.work-system\.yaml$/m);
  await eventually('the empty places', () => findings(document, PLACEHOLDER).length > 0);
  const errors = findings(document).filter(({ severity }) => severity === DiagnosticSeverity.Error);
  assert.deepEqual(errors, []);
  await eventually('it in the tree', async () => (await treeTitles()).includes('Payroll: on the web'));

  await commands.executeCommand('workbench.action.closeActiveEditor');
  await workspace.fs.delete(Uri.joinPath(folder, 'changes'), { recursive: true });
  await eventually('it gone from the tree', async () => !(await treeTitles()).includes('Payroll: on the web'));
});

test('the whole workspace is checked at a command, which says how much that was', async () => {
  const result = await commands.executeCommand<CheckedWorkspace>('worksec.checkWorkspace');
  assert.ok(result.files >= 3, JSON.stringify(result));
  assert.equal(result.checked, result.files);
  assert.ok(result.findings > 0);
});
