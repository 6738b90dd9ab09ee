import assert from 'node:assert/strict';
import { type CodeAction, CodeActionKind, commands, DiagnosticSeverity, WorkspaceEdit, workspace } from 'vscode';
import { eventually, test } from './runner.ts';
import { finding, findings, open, silence, UNKNOWN_ID } from './workspace.ts';

const SPOILED = 'tenant.work-system.yaml';
const WRONG = 'referencing-clerk';
const FIX = 'Replace with referencing-clerks';

test('a name that leads nowhere is an error on exactly that name, with a link to its rule', async () => {
  const document = await open(SPOILED);
  const found = await finding(document, UNKNOWN_ID);
  assert.equal(document.getText(found.range), WRONG);
  assert.equal(found.severity, DiagnosticSeverity.Error);
  assert.ok(typeof found.code === 'object' && found.code.target, 'the rule has no page');
  assert.equal(findings(document, UNKNOWN_ID).length, 1);
});

test('the quick fix changes exactly that name, and the finding goes', async () => {
  const document = await open(SPOILED);
  const { range } = await finding(document, UNKNOWN_ID);
  const before = document.getText();
  const from = document.offsetAt(range.start);

  const fix = await eventually(FIX, async () => {
    const arguments_ = [document.uri, range, CodeActionKind.QuickFix.value, 20];
    const actions = await commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', ...arguments_);
    return actions.find((action) => action.title === FIX);
  });
  assert.ok(fix.edit, 'the fix brings no change');
  assert.ok(await workspace.applyEdit(fix.edit));

  assert.equal(document.getText(), `${before.slice(0, from)}referencing-clerks${before.slice(from + WRONG.length)}`);
  await silence(document, UNKNOWN_ID);
});

test('another YAML file has no findings', async () => {
  const other = await open('other.yaml');
  const ours = await open(SPOILED);
  // Spoils our file again: once that is found, the server has long seen the other one.
  const right = ours.getText().indexOf('[referencing-clerks]');
  const spoil = new WorkspaceEdit();
  spoil.insert(ours.uri, ours.positionAt(right + 1), 'x-');
  await workspace.applyEdit(spoil);
  await finding(ours, UNKNOWN_ID);
  assert.deepEqual(findings(other), []);
});

test('YAML of any name is checked once its root kind says so', async () => {
  const document = await workspace.openTextDocument({ language: 'yaml', content: 'format: 1\ntitle: Lettings\n' });
  const declare = new WorkspaceEdit();
  const lines = [
    'kind: work-system',
    'participants:',
    '  clerks:',
    'activities:',
    '  let:',
    '    performed_by: clerk-s',
  ];
  declare.insert(document.uri, document.positionAt(0), `${lines.join('\n')}\n`);
  await workspace.applyEdit(declare);
  const found = await finding(document, UNKNOWN_ID);
  assert.equal(document.getText(found.range), 'clerk-s');
});
