import {
  type CodeAction,
  CodeActionKind,
  commands,
  extensions,
  languages,
  Range,
  type TextDocument,
  Uri,
  WorkspaceEdit,
  workspace,
} from 'vscode';
import type { ExtensionApi } from '../../../client/src/client.ts';
import { eventually, runTests, test } from '../../editor/suite/runner.ts';
import { finding, findings, open, silence, UNKNOWN_ID } from '../../editor/suite/workspace.ts';

const DESCRIPTION = 'lettings.work-system.yaml';
const CHARTER = 'upload.charter.yaml';

test('a charter is checked against a description that is not open, and the fix knows its names', async () => {
  const charter = await open(CHARTER);
  const { range } = await finding(charter, UNKNOWN_ID);
  equal(charter.getText(range), 'applicant-fil');
  await fix(charter, 'Replace with applicant-file');
  await silence(charter, UNKNOWN_ID);
  await charter.save();
});

test('a file that is not open has its findings', async () => {
  const uri = Uri.joinPath(workspace.workspaceFolders![0]!.uri, DESCRIPTION);
  equal(
    workspace.textDocuments.some((document) => document.uri.toString() === uri.toString()),
    false,
  );
  await eventually('findings of a file that is not open', () => languages.getDiagnostics(uri).length > 0);
});

test('the finding stands on the word, and its quick fix mends it', async () => {
  const description = await open(DESCRIPTION);
  const { range } = await finding(description, UNKNOWN_ID);
  equal(description.getText(range), 'negotiator');
  await fix(description, 'Replace with negotiators');
  await silence(description, UNKNOWN_ID);
});

test('an edit in the description changes what is found in the charter', async () => {
  const description = await open(DESCRIPTION);
  const charter = await open(CHARTER);
  equal(findings(charter, UNKNOWN_ID).length, 0);
  await replace(description, 'applicant-file', 'tenant-file');
  equal(charter.getText((await finding(charter, UNKNOWN_ID)).range), 'applicant-file');
  await replace(description, 'tenant-file', 'applicant-file');
  await silence(charter, UNKNOWN_ID);
});

test('the coverage panel shows the picture of the description', async () => {
  const { uri } = await open(DESCRIPTION);
  await commands.executeCommand('worksec.showCoverage', uri, { groupId: 0 });
  const extension = extensions.getExtension<ExtensionApi>('work-system-security.work-system-security');
  const { coverage } = await extension!.activate();
  await eventually('the picture', () => coverage.content?.documents[0]?.pictures[0]?.id === 'framework');
  equal(coverage.content?.uri, uri.toString());
});

test('the command restarts the server, and the findings follow the text again', async () => {
  await commands.executeCommand('worksec.restartServer');
  const charter = await open(CHARTER);
  await replace(charter, 'applicant-file', 'applicant-fil');
  await finding(charter, UNKNOWN_ID);
});

/** Called by VS Code in its web worker. The outcomes go to the console, which is what reaches the test's own process. */
export async function run(): Promise<void> {
  console.log(`OUTCOMES ${JSON.stringify(await runTests())}`);
}

async function fix(document: TextDocument, title: string): Promise<void> {
  const { range } = await finding(document, UNKNOWN_ID);
  const offered = await eventually(title, async () => {
    const arguments_ = [document.uri, range, CodeActionKind.QuickFix.value, 20];
    const actions = await commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', ...arguments_);
    return actions.find((action) => action.title === title);
  });
  if (!offered.edit) throw new Error('the fix brings no change');
  await workspace.applyEdit(offered.edit);
}

/** Replaces every occurrence of a word. */
async function replace(document: TextDocument, old: string, replacement: string): Promise<void> {
  const edit = new WorkspaceEdit();
  for (const { index } of document.getText().matchAll(new RegExp(old, 'g')))
    edit.replace(document.uri, rangeAt(document, index, old.length), replacement);
  await workspace.applyEdit(edit);
}

const rangeAt = (document: TextDocument, start: number, length: number) =>
  new Range(document.positionAt(start), document.positionAt(start + length));

function equal(actual: unknown, expected: unknown): void {
  if (actual !== expected) throw new Error(`Expected ${String(expected)}, got ${String(actual)}`);
}
