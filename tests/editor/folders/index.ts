import assert from 'node:assert/strict';
import { commands, DiagnosticSeverity, languages, Range, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import type { CheckedWorkspace } from '../../../server/src/protocol.ts';
import { eventually, test } from '../suite/runner.ts';
import { api, finding, findings, silence, UNKNOWN_ID } from '../suite/workspace.ts';

export { run } from '../suite/outcomes.ts';

/** Both folders of the workspace hold the same mistake; the first has settings of its own for it. */
const FILES = 1000;
const LONG = 60_000;
const folder = (index: 0 | 1): Uri => workspace.workspaceFolders![index]!.uri;
const nth = (n: number): Uri => Uri.joinPath(folder(1), `${n}.work-system.yaml`);

test(`the findings of ${FILES} files arrive, open or not, and the tree shows every file`, async () => {
  const start = Date.now();
  const home = Uri.joinPath(workspace.workspaceFile!, '..');
  workspace.updateWorkspaceFolders(0, 0, ...['few', 'many'].map((name) => ({ uri: Uri.joinPath(home, name) })));
  await eventually('both folders', () => workspace.workspaceFolders?.length === 2, LONG);
  const { systems } = await api();
  const withFindings = () =>
    languages.getDiagnostics().filter(([, all]) => all.some(({ source }) => source === 'worksec')).length;
  await eventually('all findings', () => withFindings() > FILES, LONG);
  await eventually('all files in the tree', () => systems.getChildren().length > FILES, LONG);
  const elements = systems.getChildren(systems.getChildren().at(-1));
  assert.ok(elements.some((element) => systems.getChildren(element).length > 0));
  return `all there after ${((Date.now() - start) / 1000).toFixed(1)} s`;
});

test('each folder has its own settings', async () => {
  const first = await show(Uri.joinPath(folder(0), 'second.work-system.yaml'));
  assert.equal((await finding(first, UNKNOWN_ID)).severity, DiagnosticSeverity.Hint);
  const other = await show(nth(1));
  assert.equal((await finding(other, UNKNOWN_ID)).severity, DiagnosticSeverity.Error);
});

test('among so many files, an answer still follows at once', async () => {
  const document = await show(nth(500));
  await finding(document, UNKNOWN_ID);
  const at = document.positionAt(document.getText().indexOf('[negotiator]') + 1);
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, new Range(at, at.translate(0, 'negotiator'.length)), 'negotiators');
  const start = Date.now();
  await workspace.applyEdit(edit);
  await silence(document, UNKNOWN_ID);
  assert.ok(findings(document).length > 0);
  const { systems } = await api();
  await eventually('the tree to follow', () => systems.getChildren().length > FILES);
  return `after ${Date.now() - start} ms`;
});

test('all of them are checked at a command', async () => {
  const { files, checked } = await commands.executeCommand<CheckedWorkspace>('worksec.checkWorkspace');
  assert.equal(files, FILES + 1);
  assert.equal(checked, files);
});

async function show(uri: Uri) {
  const document = await workspace.openTextDocument(uri);
  await window.showTextDocument(document);
  return document;
}
