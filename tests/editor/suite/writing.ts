import assert from 'node:assert/strict';
import {
  type CodeLens,
  type CompletionList,
  commands,
  type DocumentSymbol,
  type Hover,
  type Location,
  type LocationLink,
  type MarkdownString,
  type Position,
  type TextDocument,
  type WorkspaceEdit,
  workspace,
} from 'vscode';
import { eventually, test } from './runner.ts';
import { open } from './workspace.ts';

const FILE = 'payroll.work-system.yaml';

/** What a provider says of a position, once it says something that will do. */
const asked = <T>(what: string, command: string, document: TextDocument, at: Position, will: (answer: T) => boolean) =>
  eventually(what, async () => {
    const answer = await commands.executeCommand<T>(command, document.uri, at);
    return answer && will(answer) ? answer : undefined;
  });

/** A reference in the file, and the place where it is defined. */
async function somewhere(): Promise<{ document: TextDocument; id: string; at: Position }> {
  const document = await open(FILE);
  const [, id] = /performed_by: \[([\w-]+)/.exec(document.getText())!;
  return { document, id: id!, at: document.positionAt(document.getText().indexOf(`[${id}`) + 2) };
}

test('ids are completed with what they stand for', async () => {
  const { document, id, at } = await somewhere();
  const list = await asked<CompletionList>(
    'a completion',
    'vscode.executeCompletionItemProvider',
    document,
    at,
    ({ items }) => items.some(({ label }) => label === id),
  );
  assert.ok(list.items.length > 0);
});

test('hovering over an id tells what it is', async () => {
  const { document, at } = await somewhere();
  const hovers = await asked<Hover[]>(
    'a hover',
    'vscode.executeHoverProvider',
    document,
    at,
    (found) => found.length > 0,
  );
  const text = hovers.flatMap(({ contents }) => contents.map((each) => (each as MarkdownString).value)).join('\n');
  assert.ok(text.includes('Payroll clerks'), text);
});

test('an id leads to the item it names', async () => {
  const { document, id, at } = await somewhere();
  const [found] = await asked<(Location | LocationLink)[]>(
    'a definition',
    'vscode.executeDefinitionProvider',
    document,
    at,
    (all) => all.length > 0,
  );
  const range = 'targetSelectionRange' in found! ? found.targetSelectionRange! : (found as Location).range;
  assert.equal(document.getText(range), id);
});

test('renaming an id changes it everywhere', async () => {
  const { document, id, at } = await somewhere();
  const edit = await commands.executeCommand<WorkspaceEdit>(
    'vscode.executeDocumentRenameProvider',
    document.uri,
    at,
    `${id}-x`,
  );
  assert.ok(await workspace.applyEdit(edit));
  assert.equal(document.getText().includes(`${id}-x:`), true);
  assert.equal(new RegExp(`(?<![\\w-])${id}(?![\\w-])`).test(document.getText()), false);
  await commands.executeCommand('undo');
});

test('the outline shows elements and items, and the lenses count', async () => {
  const { document, id, at } = await somewhere();
  const namesOf = (symbols: readonly DocumentSymbol[]): string[] =>
    symbols.flatMap(({ name, children }) => [name, ...namesOf(children)]);
  await asked<DocumentSymbol[]>('an outline', 'vscode.executeDocumentSymbolProvider', document, at, (symbols) =>
    namesOf(symbols).some((name) => name.includes(id)),
  );
  const lenses = await eventually('lenses', async () => {
    const found = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 50);
    return found.length > 0 ? found : undefined;
  });
  assert.ok(lenses.some(({ command }) => /answered/.test(command?.title ?? '')));
});
