import { once } from 'node:events';
import { chmodSync, mkdirSync, rmSync, symlinkSync, unlinkSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FileChangeType, type WorkspaceDiagnosticReport } from 'vscode-languageserver-protocol/node';
import { FILE, MISSPELT } from '../helpers/claims.ts';
import { LspClient, RICH } from '../helpers/lsp-client.ts';

const UNKNOWN = 'reference/unknown-id';

let client: LspClient;

beforeEach(async () => {
  client = await LspClient.inNewFolder().start();
});

afterEach(async () => {
  chmodSync(client.folder, 0o755);
  await client.leave();
});

const write = (name: string, text: string | Uint8Array = MISSPELT): void => client.write(name, text);

/** The server still works: a text that is opened gets its finding. */
async function works(name = 'still.work-system.yaml', within = 10_000): Promise<void> {
  await client.open(name, MISSPELT);
  await client.diagnostics(name, (found) => found.some(({ code }) => code === UNKNOWN), within);
}

/** Everything a rich editor asks about a place, whatever the answers are. */
function askAll(name: string, position = { line: 7, character: 50 }) {
  const at = { position };
  const range = { start: { line: 0, character: 0 }, end: position };
  const questions: [string, object][] = [
    ['textDocument/hover', at],
    ['textDocument/completion', at],
    ['textDocument/definition', at],
    ['textDocument/references', { ...at, context: { includeDeclaration: true } }],
    ['textDocument/documentHighlight', at],
    ['textDocument/prepareRename', at],
    ['textDocument/rename', { ...at, newName: 'x' }],
    ['textDocument/codeAction', { range, context: { diagnostics: [] } }],
    ['textDocument/codeLens', {}],
    ['textDocument/documentLink', {}],
    ['textDocument/documentSymbol', {}],
    ['textDocument/foldingRange', {}],
    ['textDocument/inlayHint', { range }],
    ['textDocument/selectionRange', { positions: [position] }],
  ];
  return Promise.allSettled(questions.map(([method, rest]) => client.request(method, name, rest)));
}

describe('a client that sends nonsense', () => {
  const framed = (body: string): string => `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

  it.each([
    ['a body that is no JSON', framed('{"jsonrpc": "2.0", "method"')],
    ['JSON that is no message', framed('[1, null, "x", {}]') + framed('null') + framed('7') + framed('{}')],
    ['an answer nobody asked for', framed('{"jsonrpc":"2.0","id":999,"result":{}}')],
    ['a call without parameters', framed('{"jsonrpc":"2.0","id":"a","method":"textDocument/hover"}')],
    ['a message with no text', framed('')],
    [
      'more headers than are known',
      `X-Odd: 1\r\nContent-Type: text/plain; charset=utf8\r\n${framed('{"jsonrpc":"2.0","method":"$/odd"}')}`,
    ],
  ])('gets on after %s', async (_, bytes) => {
    client.process.stdin!.write(bytes);
    await works();
  });

  it('gets an error for what is not known, and for what does not fit', async () => {
    await client.open(FILE, MISSPELT);
    const { connection } = client;
    const odd = [
      undefined,
      null,
      7,
      'x',
      [],
      {},
      { textDocument: null },
      { textDocument: { uri: 7 } },
      { textDocument: { uri: 'no uri: %%' } },
    ];
    for (const params of odd) {
      await Promise.allSettled([
        connection.sendRequest('textDocument/hover', params),
        connection.sendRequest('textDocument/codeAction', params),
        connection.sendRequest('textDocument/rename', params),
        connection.sendRequest('codeAction/resolve', params),
        connection.sendRequest('workspace/symbol', params),
        connection.sendRequest('workspace/executeCommand', params),
        connection.sendRequest('worksec/overview', params),
        connection.sendRequest('textDocument/diagnostic', params),
      ]);
      await connection.sendNotification('textDocument/didChange', params);
      await connection.sendNotification('textDocument/didClose', params);
      await connection.sendNotification('workspace/didChangeWatchedFiles', params);
      await connection.sendNotification('workspace/didChangeConfiguration', params);
      await connection.sendNotification('workspace/didChangeWorkspaceFolders', params);
    }
    await expect(connection.sendRequest('worksec/none', {})).rejects.toThrow(/Unhandled method/);
    await expect(connection.sendRequest('workspace/executeCommand', { command: 'rm' })).rejects.toThrow(
      /no command rm/,
    );
    await works();
  });

  it('is served on where it refuses to answer itself', async () => {
    const refuse = () => {
      throw new Error('I will not say.');
    };
    client.connection.onRequest('workspace/configuration', refuse);
    client.connection.onRequest('workspace/workspaceFolders', refuse);
    await client.configure({ severity: { reference: 'off' } });
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [], removed: [] },
    });
    await works();
  });

  it('gets answers for places that are not there', async () => {
    await client.open(FILE, MISSPELT);
    const places: [number, number][] = [
      [-1, -1],
      [0, 1e9],
      [1e9, 0],
      [0.5, 0.5],
      [Number.MAX_SAFE_INTEGER, 3],
    ];
    for (const [line, character] of places) await askAll(FILE, { line, character });
    await works();
  });

  it('keeps its text through changes that fit no text', async () => {
    await client.open(FILE, MISSPELT);
    const far = { line: 1e6, character: 1e6 };
    await client.change(FILE, [{ range: { start: far, end: far }, text: '# added at the end\n' }]);
    await client.change(FILE, [{ range: { start: far, end: { line: 0, character: 0 } }, text: '' }]);
    await client.change(FILE, [{ text: MISSPELT }]);
    await client.diagnostics(FILE, (found) =>
      found.some(({ code, range }) => code === UNKNOWN && range.start.line === 7),
    );
  });
});

describe('what comes in an odd order', () => {
  const sync = (method: string, version: number, rest: object) =>
    client.connection.sendNotification(`textDocument/${method}`, {
      textDocument: { uri: client.uri(FILE), version },
      ...rest,
    });

  it('changes of a text that was never opened do nothing', async () => {
    await sync('didChange', 3, { contentChanges: [{ text: MISSPELT }] });
    await sync('didClose', 3, {});
    await askAll(FILE);
    await works(FILE);
  });

  it('of versions that come again or fall back, the last message holds', async () => {
    await client.open(FILE, MISSPELT);
    for (const version of [5, 5, 2, 2])
      await sync('didChange', version, { contentChanges: [{ text: `${MISSPELT}# ${version}\n` }] });
    await sync('didChange', 1, { contentChanges: [{ text: MISSPELT.replace('[handler]', '[handlers]') }] });
    await client.diagnostics(FILE, (found) => !found.some(({ code }) => code === UNKNOWN));
  });

  it('a text that is opened twice is the newer one, and closed twice it is closed', async () => {
    await client.open(FILE, MISSPELT);
    await client.open(FILE, MISSPELT.replace('[handler]', '[handlers]'));
    await client.diagnostics(FILE, (found) => found.length > 0 && !found.some(({ code }) => code === UNKNOWN));
    await client.close(FILE);
    await client.close(FILE);
    await client.diagnostics(FILE, (found) => found.length === 0);
    await works();
  });

  it('what is asked before the start is refused, and a start is still possible', async () => {
    const fresh = new LspClient(client.folder);
    await expect(fresh.request('textDocument/hover', FILE, { position: { line: 0, character: 0 } })).rejects.toThrow();
    await fresh.start();
    await fresh.connection.sendRequest('shutdown');
    const ended = once(fresh.process, 'exit');
    await fresh.connection.sendNotification('exit');
    expect(await ended).toEqual([0, null]);
    fresh.connection.dispose();
  });
});

describe('the end of a server', () => {
  const exit = () =>
    Promise.race([
      once(client.process, 'exit'),
      new Promise((_, fail) => setTimeout(fail, 10_000, new Error('it lives on'))),
    ]);

  it('is a failure without a shutdown before it', async () => {
    const ended = exit();
    await client.connection.sendNotification('exit');
    expect(await ended).toEqual([1, null]);
  });

  it('comes when the client closes the pipe', async () => {
    await client.open(FILE, MISSPELT);
    const ended = exit();
    client.process.stdin!.end();
    await ended;
  });

  it('comes when nobody reads any more', async () => {
    const ended = exit();
    client.process.stdout!.destroy();
    await client.open(FILE, MISSPELT).catch(() => undefined);
    client.process.stdin!.end();
    await ended;
  });

  it('comes in the middle of an edit, and the next one knows nothing of it', async () => {
    await client.open(FILE, MISSPELT);
    client.burst(
      FILE,
      Array.from({ length: 50 }, (_, i) => `${MISSPELT}# ${i}\n`),
    );
    const ended = exit();
    client.process.kill('SIGKILL');
    await ended;
    client = await new LspClient(client.folder).start();
    await works(FILE);
  });
});

describe('a folder in which things go wrong', () => {
  it('a file that is deleted while it is open stays as it is in the editor', async () => {
    write(FILE);
    await works(FILE);
    unlinkSync(client.path(FILE));
    await client.changedOnDisk(FILE, FileChangeType.Deleted);
    await client.change(FILE, [{ text: MISSPELT.replace('[handler]', '[nobody]') }]);
    await client.diagnostics(FILE, (found) => found.some(({ message }) => String(message).includes('nobody')));
    await askAll(FILE);
  });

  it('a folder that is deleted as a whole leaves what is open', async () => {
    await works(FILE);
    rmSync(client.folder, { recursive: true });
    await client.connection.sendRequest('workspace/executeCommand', { command: 'worksec.checkWorkspace' });
    await askAll(FILE);
    await works();
    mkdirSync(client.folder);
  });

  it('one that is read-only is read, and nothing is written', async () => {
    write(FILE);
    chmodSync(client.folder, 0o555);
    const answer = await client.connection.sendRequest('workspace/executeCommand', {
      command: 'worksec.checkWorkspace',
    });
    expect(answer).toMatchObject({ files: 1 });
  });

  it('settings that change while a check runs hold in the end', async () => {
    for (let i = 0; i < 40; i++) write(`w${i}.work-system.yaml`);
    await works(FILE);
    const checking = client.connection.sendRequest('workspace/executeCommand', { command: 'worksec.checkWorkspace' });
    for (const level of ['off', 'hint', 'broken: [', 'warning', 'off']) {
      write('worksec.config.yaml', `severity: { reference: ${level} }\n`);
      await client.changedOnDisk('worksec.config.yaml', FileChangeType.Changed);
    }
    await checking;
    await client.diagnostics(FILE, (found) => found.length > 0 && !found.some(({ code }) => code === UNKNOWN));
  });

  it('links that lead in circles, nowhere or out of it are passed over', async () => {
    write(FILE);
    mkdirSync(client.path('in'));
    symlinkSync('..', client.path('in/up'));
    symlinkSync('loop.work-system.yaml', client.path('loop.work-system.yaml'));
    symlinkSync('nowhere', client.path('dangling.work-system.yaml'));
    symlinkSync('/etc/hostname', client.path('outside.work-system.yaml'));
    mkdirSync(client.path('folder.charter.yaml'));
    await client.connection.sendRequest('workspace/executeCommand', { command: 'worksec.checkWorkspace' });
    for (const name of ['loop', 'dangling', 'outside'])
      expect(client.publications(`${name}.work-system.yaml`).flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
    await client.diagnostics(FILE, (found) => found.some(({ code }) => code === UNKNOWN));
  });

  it.skipIf(process.getuid?.() === 0)('what may not be opened is passed over', async () => {
    write(FILE);
    mkdirSync(client.path('closed'));
    write('closed/a.work-system.yaml');
    chmodSync(client.path('closed'), 0);
    write('b.work-system.yaml');
    chmodSync(client.path('b.work-system.yaml'), 0);
    await client.connection.sendRequest('workspace/executeCommand', { command: 'worksec.checkWorkspace' });
    await client.diagnostics(FILE, (found) => found.some(({ code }) => code === UNKNOWN));
    chmodSync(client.path('closed'), 0o755);
  });

  it('names that differ by case alone are different files', async () => {
    const charter = (link: string) =>
      `kind: project-charter\nformat: 1\ntitle: Portal\nwork_system: { as_is: ${link} }\n`;
    write('Claims.work-system.yaml');
    await client.open(FILE, MISSPELT.replace('[handler]', '[handlers]'));
    await client.open('Claims.work-system.yaml', MISSPELT);
    await client.open('portal.charter.yaml', charter('Claims.work-system.yaml'));
    await client.diagnostics(FILE, (found) => found.length > 0 && !found.some(({ code }) => code === UNKNOWN));
    await client.diagnostics('Claims.work-system.yaml', (found) => found.some(({ code }) => code === UNKNOWN));
    await client.diagnostics(
      'portal.charter.yaml',
      (found) => !found.some(({ code }) => code === 'charter/link-missing'),
    );
  });
});

describe('much at once', () => {
  it('a thousand open texts are all checked, and closed again', async () => {
    const names = Array.from({ length: 1000 }, (_, i) => `w${i}.work-system.yaml`);
    for (const name of names) await client.open(name, MISSPELT);
    for (const name of [names[0]!, names[500]!, names.at(-1)!])
      await client.diagnostics(name, (found) => found.some(({ code }) => code === UNKNOWN), 30_000);
    await askAll(names[500]!);
    for (const name of names) await client.close(name);
    await client.diagnostics(names.at(-1)!, (found) => found.length === 0, 30_000);
  }, 60_000);

  it.each([
    ['blanks', ' '.repeat(1_000_000)],
    ['letters', 'x'.repeat(1_000_000)],
    ['quotation marks', `"${'\\"'.repeat(500_000)}"`],
    ['an open question', 'TBD '.repeat(250_000)],
    ['a list', `[${'a, '.repeat(50_000)}a]`],
    ['anchors', '&a '.repeat(50_000)],
  ])('a line of %s is read like any other, however long it is', async (_, long) => {
    await client.stop();
    client = await new LspClient(client.folder).start(RICH);
    await client.open(FILE, `${MISSPELT}purpose: ${long} # end\n`);
    const report = await client.request<{ items: { code: string }[] }>('textDocument/diagnostic', FILE);
    expect(report.items.length).toBeGreaterThan(0);
    for (const character of [long.length / 2, long.length + 12]) await askAll(FILE, { line: 8, character });
    expect(await client.request('textDocument/hover', FILE, { position: { line: 7, character: 3 } })).not.toBeNull();
  });

  it('whoever pulls all diagnostics over and over is answered', async () => {
    for (let i = 0; i < 20; i++) write(`w${i}.work-system.yaml`);
    const rich = await new LspClient(client.folder).start(RICH);
    const pull = () =>
      rich.connection.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds: [] });
    const reports = await Promise.all(Array.from({ length: 10 }, pull));
    expect(reports.map(({ items }) => items.length)).toEqual(reports.map(() => 20));
    await rich.stop();
  });
});
