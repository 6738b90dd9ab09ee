import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  CancellationTokenSource,
  type CodeAction,
  CodeActionResolveRequest,
  type CodeLens,
  type CompletionList,
  type DocumentDiagnosticReport,
  type DocumentLink,
  type DocumentSymbol,
  FileChangeType,
  type Hover,
  HoverRequest,
  type Location,
  type LocationLink,
  type WorkspaceDiagnosticReport,
  type WorkspaceEdit,
  type WorkspaceSymbol,
} from 'vscode-languageserver-protocol/node';
import { CLAIMS, FILE } from '../helpers/claims.ts';
import { LspClient, RICH } from '../helpers/lsp-client.ts';

const CHARTER = `kind: project-charter
format: 1
title: Portal
work_system: { as_is: claims.work-system.yaml }
information_touched: [claim-file]
`;

let client: LspClient;

beforeAll(async () => {
  const texts = { 'portal.charter.yaml': CHARTER, [FILE]: CLAIMS, 'values.yaml': 'kind: Deployment\n' };
  client = await LspClient.inNewFolder(texts).start(RICH);
  await client.open(FILE, CLAIMS);
  await client.open('values.yaml', 'kind: Deployment\n');
});

afterAll(() => client.leave());

/** The position of a word, or of a place within it. */
function at(word: string, within = 0, text = CLAIMS) {
  const before = text.slice(0, text.indexOf(word) + within).split('\n');
  return { line: before.length - 1, character: before.at(-1)!.length };
}

const reference = at('[handlers]', 2);

describe('what the server offers', () => {
  it('is declared to a client that can do it all', () => {
    expect(Object.keys(client.initialized.capabilities).sort()).toEqual([
      'codeActionProvider',
      'codeLensProvider',
      'completionProvider',
      'definitionProvider',
      'diagnosticProvider',
      'documentHighlightProvider',
      'documentLinkProvider',
      'documentSymbolProvider',
      'executeCommandProvider',
      'foldingRangeProvider',
      'hoverProvider',
      'inlayHintProvider',
      'positionEncoding',
      'referencesProvider',
      'renameProvider',
      'selectionRangeProvider',
      'textDocumentSync',
      'workspace',
      'workspaceSymbolProvider',
    ]);
  });

  it('is only what a client can use', async () => {
    const plain = await new LspClient(client.folder).start({});
    expect(Object.keys(plain.initialized.capabilities).sort()).toEqual([
      'executeCommandProvider',
      'positionEncoding',
      'textDocumentSync',
    ]);
    await plain.stop();
  });
});

describe('each request', () => {
  it('completion', async () => {
    const { items } = await client.request<CompletionList>('textDocument/completion', FILE, { position: reference });
    expect(items.map(({ label }) => label)).toContain('handlers');
  });

  it('hover', async () => {
    const hover = await client.request<Hover>('textDocument/hover', FILE, { position: reference });
    expect(JSON.stringify(hover.contents)).toContain('Claims handlers');
  });

  it('definition, as links or as locations', async () => {
    const [link] = await client.request<LocationLink[]>('textDocument/definition', FILE, { position: reference });
    expect(link).toMatchObject({ targetUri: client.uri(FILE), targetSelectionRange: { start: at('handlers') } });
  });

  it('references, also in charters that are not open', async () => {
    const found = await client.request<Location[]>('textDocument/references', FILE, {
      position: at('claim-file: {'),
      context: { includeDeclaration: true },
    });
    expect(found.map(({ uri }) => uri.split('/').at(-1)).sort()).toEqual([FILE, FILE, 'portal.charter.yaml']);
  });

  it('document highlights', async () => {
    expect(await client.request('textDocument/documentHighlight', FILE, { position: reference })).toHaveLength(2);
  });

  it('rename, with the charter on disk', async () => {
    const position = at('claim-file: {');
    expect(await client.request('textDocument/prepareRename', FILE, { position })).toMatchObject({
      placeholder: 'claim-file',
    });
    const edit = await client.request<WorkspaceEdit>('textDocument/rename', FILE, { position, newName: 'case-file' });
    expect(edit.documentChanges?.map((change) => 'textDocument' in change && change.textDocument)).toEqual(
      expect.arrayContaining([
        { uri: client.uri(FILE), version: 1 },
        { uri: client.uri('portal.charter.yaml'), version: null },
      ]),
    );
  });

  it('rename that is refused, with the reason', async () => {
    await expect(
      client.request('textDocument/rename', FILE, { position: reference, newName: 'not an id' }),
    ).rejects.toThrow(/id/);
  });

  it('document symbols', async () => {
    const symbols = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', FILE);
    expect(JSON.stringify(symbols)).toContain('assess');
  });

  it('workspace symbols, of all files', async () => {
    const found = await client.connection.sendRequest<WorkspaceSymbol[]>('workspace/symbol', { query: 'claim' });
    expect(found.map(({ name }) => name).join(' ')).toContain('claim-file');
  });

  it.each(['foldingRange', 'documentLink', 'codeLens'])('%s', async (name) => {
    const found = await client.request<(DocumentLink | CodeLens)[]>(`textDocument/${name}`, FILE);
    expect(Array.isArray(found)).toBe(true);
  });

  it('selection ranges', async () => {
    const [range] = await client.request<{ parent?: unknown }[]>('textDocument/selectionRange', FILE, {
      positions: [reference],
    });
    expect(range?.parent).toBeDefined();
  });

  it('inlay hints, for those who want them', async () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
    expect(await client.request('textDocument/inlayHint', FILE, { range })).toEqual([]);
    await client.configure({ inlayHints: true });
    await vi.waitFor(async () =>
      expect(JSON.stringify(await client.request('textDocument/inlayHint', FILE, { range }))).toContain(
        'The claim file',
      ),
    );
    await client.configure({});
  });

  it('code actions, with the edit only when one is picked', async () => {
    const [action] = await client.codeActions(FILE, { start: at('assess'), end: at('assess') });
    expect(action?.edit).toBeUndefined();
    const resolved = await client.connection.sendRequest(CodeActionResolveRequest.type, action!);
    expect(resolved.edit?.documentChanges).toHaveLength(1);
  });

  it('is answered with nothing for YAML of others', async () => {
    const position = { line: 0, character: 2 };
    for (const method of ['hover', 'completion', 'definition', 'documentSymbol', 'codeLens', 'foldingRange'])
      expect(await client.request(`textDocument/${method}`, 'values.yaml', { position })).toBeNull();
  });
});

describe('diagnostics that are asked for', () => {
  it('are the same until something changes', async () => {
    const first = await client.request<DocumentDiagnosticReport>('textDocument/diagnostic', FILE);
    expect(first.kind).toBe('full');
    const again = await client.request<DocumentDiagnosticReport>('textDocument/diagnostic', FILE, {
      previousResultId: first.resultId,
    });
    expect(again).toEqual({ kind: 'unchanged', resultId: first.resultId });
  });

  it('are given for the whole workspace, unchanged files named only', async () => {
    const ask = (previousResultIds: { uri: string; value: string }[]) =>
      client.connection.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds });
    const first = await ask([]);
    expect(first.items.map(({ uri, kind }) => `${uri.split('/').at(-1)} ${kind}`)).toEqual([
      `${FILE} full`,
      'portal.charter.yaml full',
      'values.yaml full',
    ]);
    const known = first.items.map(({ uri, resultId }) => ({ uri, value: resultId! }));
    client.write('portal.charter.yaml', `${CHARTER}sponsor: owner\n`);
    await client.changedOnDisk('portal.charter.yaml', FileChangeType.Changed);
    expect((await ask(known)).items.map(({ kind }) => kind)).toEqual(['unchanged', 'full', 'unchanged']);
    expect(client.refreshes).toBeGreaterThan(0);
  });

  it('come with progress when the whole workspace is checked', async () => {
    const result = await client.connection.sendRequest('workspace/executeCommand', {
      command: 'worksec.checkWorkspace',
    });
    expect(result).toMatchObject({ files: 3, checked: 3, findings: expect.any(Number) });
    expect(client.progress.at(0)).toBe('begin');
    expect(client.progress.at(-1)).toBe('end');
  });
});

describe('requests that come too late', () => {
  it('are refused when they are cancelled', async () => {
    const source = new CancellationTokenSource();
    const answer = client.connection.sendRequest(
      HoverRequest.type,
      { textDocument: { uri: client.uri(FILE) }, position: reference },
      source.token,
    );
    source.cancel();
    await expect(
      answer.then(
        () => 'answered',
        ({ code }) => code,
      ),
    ).resolves.toSatisfy((outcome) => outcome === 'answered' || outcome === -32800);
  });

  it('are refused when the text has changed since a code action was offered', async () => {
    const file = 'late.work-system.yaml';
    await client.open(file, CLAIMS);
    const [action] = await client.codeActions(file, { start: at('assess'), end: at('assess') });
    await client.change(file, [{ text: `# one more line\n${CLAIMS}` }]);
    await expect(client.connection.sendRequest(CodeActionResolveRequest.type, action as CodeAction)).rejects.toThrow();
    await client.close(file);
  });
});

describe('a client that counts bytes', () => {
  it('sends and gets positions its way', async () => {
    const bytes = await new LspClient(client.folder).start({ ...RICH, general: { positionEncodings: ['utf-8'] } });
    expect(bytes.initialized.capabilities.positionEncoding).toBe('utf-8');
    const text =
      'kind: work-system\nformat: 1\ntitle: Café 🍰\ninformation: { ☕: Coffee }\nparticipants: { "x": ☕ } # é\n';
    await bytes.open('cafe.work-system.yaml', text);
    const line = 'title: Café 🍰';
    const start = { line: 2, character: Buffer.byteLength('title: Café ') };
    const end = { line: 2, character: Buffer.byteLength(line) };
    await bytes.change('cafe.work-system.yaml', [{ range: { start, end }, text: 'Bar' }]);
    const symbols = await bytes.request<DocumentSymbol[]>('textDocument/documentSymbol', 'cafe.work-system.yaml');
    const key = symbols.flatMap(({ children }) => children ?? []).find(({ name }) => name.includes('☕'));
    expect(key?.selectionRange).toEqual({
      start: { line: 3, character: Buffer.byteLength('information: { ') },
      end: { line: 3, character: Buffer.byteLength('information: { ☕') },
    });
    await bytes.stop();
  });
});
