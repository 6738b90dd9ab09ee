import assert from 'node:assert/strict';
import {
  type CompletionList,
  commands,
  type Diagnostic,
  extensions,
  type Hover,
  languages,
  Range,
  type TextDocument,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { eventually, test } from '../suite/runner.ts';
import { finding, findings, open, silence } from '../suite/workspace.ts';

export { run } from '../suite/outcomes.ts';

const PAYROLL = 'payroll.work-system.yaml';

/** What the neighbour says of a document. */
const theirs = (document: TextDocument): Diagnostic[] =>
  languages.getDiagnostics(document.uri).filter(({ source }) => source?.toLowerCase().startsWith('yaml'));

test('a fault in the YAML itself is told once', async () => {
  const document = await show('kind: work-system\ntitle: Claims\ntitle: More claims\n');
  await finding(document, 'format/version-missing');
  await eventually('their word on the second title', () => theirs(document).length === 1);
  assert.deepEqual(findings(document, 'format/duplicate-key'), []);

  await write(document, 'kind: work-system\ntitle: Claims: more\n');
  await silence(document, 'format/version-missing');
  await eventually('their word on the colon', () => /mapping/i.test(theirs(document)[0]?.message ?? ''));
  assert.equal(languages.getDiagnostics(document.uri).length, 1);
});

test('where the neighbour does not check, the fault is told all the same', async () => {
  const settings = workspace.getConfiguration('yaml');
  await settings.update('validate', false);
  const document = await show('kind: work-system\ntitle: Claims: more\n');
  await finding(document, 'format/yaml-syntax');
  await settings.update('validate', undefined);
});

test('what is missing in the work is told by us alone', async () => {
  const document = await open(PAYROLL);
  await eventually('our findings', () => findings(document).length > 0);
  await eventually('the neighbour at work', () => extensions.getExtension('redhat.vscode-yaml')?.isActive);
  assert.deepEqual(theirs(document), []);
});

test('completions and hovers come once', async () => {
  const document = await open(PAYROLL);
  const [, id] = /performed_by: \[([\w-]+)/.exec(document.getText())!;
  const at = document.positionAt(document.getText().indexOf(`[${id}`) + 2);
  const items = await eventually('a completion', async () => {
    const list = await commands.executeCommand<CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      at,
    );
    return list.items.some(({ label }) => label === id) && list.items;
  });
  assert.equal(items.filter(({ label }) => label === id).length, 1);
  const hovers = await eventually('a hover', async () => {
    const found = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, at);
    return found.length > 0 && found;
  });
  assert.equal(hovers.length, 1);
});

test('the modeline has the neighbour check by our schema', async () => {
  const document = await open('modeline.yaml');
  await eventually('their word on a key that the schema does not know', () =>
    theirs(document).some(
      ({ source, range }) => source!.startsWith('yaml-schema') && document.getText(range) === 'nonsense',
    ),
  );
});

async function show(content: string): Promise<TextDocument> {
  const document = await workspace.openTextDocument({ language: 'yaml', content });
  await window.showTextDocument(document);
  return document;
}

async function write(document: TextDocument, text: string): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, document.validateRange(new Range(0, 0, document.lineCount, 0)), text);
  await workspace.applyEdit(edit);
}
