import assert from 'node:assert/strict';
import { commands, Range, type TextEditor, type TreeItem, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import type { ExtensionApi } from '../../../client/src/client.ts';
import { eventually, test } from './runner.ts';
import { api, finding, open, UNKNOWN_ID } from './workspace.ts';

const PAYROLL = 'payroll.work-system.yaml';
const SECOND = 'second.work-system.yaml';

test('the tree shows every description, its elements with counts in words, and their questions', async () => {
  const { systems } = await api();
  await eventually('the descriptions', () => labels(systems).includes('Monthly payroll'));
  const [payroll, element] = await eventually('an element with open questions', () =>
    found(systems, 'Monthly payroll', (item) => /^\d+ of [1-9]\d* answered$/.test(String(item.description))),
  );
  assert.match(String(systems.getTreeItem(payroll).description), /^\d+ of \d+ answered$/);
  const question = systems.getTreeItem(systems.getChildren(element)[0]!);
  assert.match(String(question.label), /\S/);
  assert.ok(question.command?.command === 'vscode.open');
  const [uri, { selection }] = question.command.arguments as [Uri, { selection: Range }];
  assert.ok(uri.path.endsWith(PAYROLL));
  await commands.executeCommand('vscode.open', uri, { selection });
  const { document, selection: selected } = active();
  assert.ok(document.uri.path.endsWith(PAYROLL));
  assert.ok(selected.isEqual(selection), 'the click leads elsewhere');
});

test('the tree shows accepted questions alone when asked to, and follows the text as one types', async () => {
  const { systems } = await api();
  const document = await open(SECOND);
  await finding(document, UNKNOWN_ID);
  const rules = () => questions(systems, 'Key handover').filter((label) => label.includes('“negotiator”'));
  await eventually('the question about a name', () => rules().length === 1);

  await commands.executeCommand('worksec.showAccepted');
  assert.deepEqual(questions(systems, 'Key handover'), []);
  await commands.executeCommand('worksec.showAll');
  assert.equal(rules().length, 1);
  await commands.executeCommand('worksec.showOpen');

  const before = document.getText();
  await replace(document.uri, before.replace('[negotiator]', '[negotiators]'));
  await eventually('the question to go', () => rules().length === 0);
  await replace(document.uri, before);
  await eventually('the question to come back', () => rules().length === 1);
});

test('the status bar says how many questions of the active file are open', async () => {
  const { openQuestions } = await api();
  await open(PAYROLL);
  await eventually('a count', () => /^\d+ open questions?$/.test(openQuestions.text));
  await open('other.yaml');
  await eventually('silence about another file', () => openQuestions.text === '');
});

test('a new description gets a name that no file has, and opens with its title', async () => {
  const folder = workspace.workspaceFolders![0]!.uri;
  const { systems } = await api();
  const names = ['letting-a-flat.work-system.yaml', 'letting-a-flat-2.work-system.yaml'];
  for (const name of names) {
    await commands.executeCommand('worksec.newDescription', 'Letting a flat');
    const { document } = active();
    assert.ok(document.uri.path.endsWith(`/${name}`), document.uri.path);
    assert.match(document.getText(), /^title: Letting a flat$/m);
  }
  await eventually('both in the tree', () => labels(systems).filter((each) => each === 'Letting a flat').length === 2);
  await commands.executeCommand('workbench.action.closeAllEditors');
  for (const name of names) await workspace.fs.delete(Uri.joinPath(folder, name));
});

test('a file that is not open comes into the tree and goes as it does on disk', async () => {
  const { systems } = await api();
  const file = Uri.joinPath(workspace.workspaceFolders![0]!.uri, 'viewings.work-system.yaml');
  await workspace.fs.writeFile(file, new TextEncoder().encode('kind: work-system\nformat: 1\ntitle: Viewings\n'));
  await eventually('it in the tree', () => labels(systems).includes('Viewings'));
  await workspace.fs.delete(file);
  await eventually('it gone from the tree', () => !labels(systems).includes('Viewings'));
});

test('a file that is deleted goes from the tree, also while the editor still holds its text', async () => {
  const { systems } = await api();
  const file = Uri.joinPath(workspace.workspaceFolders![0]!.uri, 'surveys.work-system.yaml');
  await workspace.fs.writeFile(file, new TextEncoder().encode('kind: work-system\nformat: 1\ntitle: Surveys\n'));
  const document = await open('surveys.work-system.yaml');
  await eventually('it in the tree', () => labels(systems).includes('Surveys'));
  await workspace.fs.delete(file);
  await eventually('it gone from the tree', () => !labels(systems).includes('Surveys'));
  assert.equal(document.isClosed, false);
  await commands.executeCommand('workbench.action.closeActiveEditor');
});

type Systems = ExtensionApi['systems'];
type Node = NonNullable<Parameters<Systems['getChildren']>[0]>;

function active(): TextEditor {
  const { activeTextEditor } = window;
  if (!activeTextEditor) throw new Error('No editor is active.');
  return activeTextEditor;
}

const label = (systems: Systems, node: Node): string => String(systems.getTreeItem(node).label);
const labels = (systems: Systems): string[] => systems.getChildren().map((node) => label(systems, node));

const descriptionOf = (systems: Systems, title: string): Node | undefined =>
  systems.getChildren().find((node) => label(systems, node) === title);

/** A description and the first of its elements that has questions and of which something holds. */
function found(systems: Systems, title: string, holds: (item: TreeItem) => boolean): [Node, Node] | undefined {
  const parent = descriptionOf(systems, title);
  const element = systems
    .getChildren(parent)
    .find((node) => systems.getChildren(node).length > 0 && holds(systems.getTreeItem(node)));
  return parent && element && [parent, element];
}

/** Every question the tree shows of a description. */
function questions(systems: Systems, title: string): string[] {
  const parent = descriptionOf(systems, title);
  const elements = parent ? systems.getChildren(parent) : [];
  return elements.flatMap((node) => systems.getChildren(node)).map((node) => label(systems, node));
}

async function replace(uri: Uri, text: string): Promise<void> {
  const document = await workspace.openTextDocument(uri);
  const edit = new WorkspaceEdit();
  edit.replace(uri, document.validateRange(new Range(0, 0, document.lineCount, 0)), text);
  await workspace.applyEdit(edit);
}
