import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type InitializeResult, StreamMessageReader, TextDocumentSyncKind } from 'vscode-languageserver-protocol/node';

const BUNDLES = join(import.meta.dirname, '../../dist');
const URI = 'file:///nowhere/claims.work-system.yaml';
const CLAIMS = `kind: work-system
format: 1
title: Claims
participants: { handlers: Claims handlers }
activities:
  assess: { does: Handlers decide, performed_by: [handler] }
`;

interface Said {
  readonly id?: unknown;
  readonly method?: string;
  readonly params?: { readonly diagnostics: { readonly code: string }[] };
  readonly result?: unknown;
  readonly error?: { readonly code: number };
}

const capabilities = {
  textDocument: { hover: {}, codeAction: {}, completion: {} },
  workspace: { workspaceFolders: true },
};
const greeting = {
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { processId: null, rootUri: null, capabilities },
};
const initialized = { jsonrpc: '2.0', method: 'initialized', params: {} };
const textDocument = { uri: URI, languageId: 'yaml', version: 1, text: CLAIMS };
const opened = { jsonrpc: '2.0', method: 'textDocument/didOpen', params: { textDocument } };
const hovered = {
  jsonrpc: '2.0',
  id: 'hover',
  method: 'textDocument/hover',
  params: { textDocument: { uri: URI }, position: { line: 2, character: 1 } },
};
const shutdown = { jsonrpc: '2.0', id: 'last', method: 'shutdown' };
const exit = { jsonrpc: '2.0', method: 'exit' };

const framed = (...messages: object[]): string =>
  messages
    .map((message) => JSON.stringify(message))
    .map((body) => `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
    .join('');

let server: ChildProcess;
let said: Said[];

/** Starts a bundle and writes down all it says. */
function start(bundle = ['server.js', '--stdio'], env: Readonly<Record<string, string>> = {}): void {
  const [script, ...args] = bundle;
  said = [];
  server = spawn(process.execPath, [join(BUNDLES, script!), ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });
  new StreamMessageReader(server.stdout!).listen((message) => void said.push(message as Said));
}

/** Waits until something is said that fits. */
async function hears(fits: (said: Said) => boolean): Promise<Said> {
  for (const end = Date.now() + 10_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 5))) {
    const found = said.find(fits);
    if (found) return found;
  }
  throw new Error(`It only said ${JSON.stringify(said)}`);
}

const answerTo = (id: unknown) => (each: Said) => each.id === id && each.method === undefined;
const finding = ({ params }: Said) => params?.diagnostics?.some(({ code }) => code === 'reference/unknown-id') ?? false;

afterEach(() => void server.kill('SIGKILL'));

describe('an editor that comes in', () => {
  it.each([[['server.js', '--stdio']], [['cli.js', 'lsp', '--stdio']]])(
    'is answered once by %j, and served',
    async (bundle) => {
      start(bundle);
      server.stdin!.write(framed(greeting));
      await hears(answerTo(1));
      server.stdin!.write(framed(initialized, opened));
      await hears(finding);
      expect(said.filter(answerTo(1))).toHaveLength(1);
    },
  );

  it('may say all at once, and take back what it asked', async () => {
    start();
    const cancelled = { jsonrpc: '2.0', method: '$/cancelRequest', params: { id: 1 } };
    server.stdin!.write(framed(greeting, cancelled, initialized, opened, shutdown));
    await hears(answerTo('last'));
    expect(said.filter(answerTo(1)).map(({ result }) => typeof result)).toEqual(['object']);
  });

  it('may speak in single bytes, with headers of all kinds', async () => {
    start();
    for (const byte of Buffer.from(`Content-Type: application/vscode-jsonrpc\r\n${framed({ ...greeting, id: 'é' })}`)) {
      server.stdin!.write(Buffer.of(byte));
      if (byte % 8 === 0) await new Promise(setImmediate);
    }
    await hears(answerTo('é'));
    server.stdin!.write(framed(initialized, opened));
    await hears(finding);
    expect(said.filter(answerTo('é'))).toHaveLength(1);
  });

  it('hears the same where the house answers itself', async () => {
    start();
    server.stdin!.write(framed(greeting));
    const atTheDoor = await hears(answerTo(1));
    server.kill('SIGKILL');
    start();
    server.stdin!.write(framed({ jsonrpc: '2.0', method: '$/odd' }, greeting));
    expect(await hears(answerTo(1))).toEqual(atTheDoor);
    const { textDocumentSync } = (atTheDoor.result as InitializeResult).capabilities;
    expect(textDocumentSync).toMatchObject({ change: TextDocumentSyncKind.Incremental });
  });

  it('may greet anew after a greeting that made no sense', async () => {
    start();
    server.stdin!.write(framed({ ...greeting, id: 0, params: null }));
    expect((await hears(answerTo(0))).error).toBeDefined();
    server.stdin!.write(framed(greeting, initialized, opened));
    await hears(finding);
  });

  it('is answered over the channel that VS Code uses, however fast it speaks', async () => {
    said = [];
    server = fork(join(BUNDLES, 'server.js'), ['--node-ipc']);
    server.on('message', (message) => said.push(message as Said));
    for (const message of [greeting, initialized, opened]) server.send(message);
    await hears(finding);
    expect(said.filter(answerTo(1))).toHaveLength(1);
    server.send(shutdown);
    await hears(answerTo('last'));
    const ended = once(server, 'exit');
    server.send(exit);
    expect(await ended).toEqual([0, null]);
  });
});

describe('what the server was compiled to', () => {
  // Elsewhere the folder for such things has no name that a test could change.
  it.runIf(process.platform === 'linux')(
    'is kept by the first start and taken by the second, whatever V8 was told meanwhile',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'worksec-kept-'));
      const written = async (): Promise<number[]> => {
        start(undefined, { XDG_CACHE_HOME: folder, NODE_DISABLE_COMPILE_CACHE: '' });
        server.stdin!.write(framed(greeting, initialized, opened));
        await hears(finding);
        // What is only loaded when somebody asks is kept too.
        server.stdin!.write(framed(hovered));
        await hears(answerTo('hover'));
        await new Promise((resolve) => setTimeout(resolve, 4_500));
        server.kill('SIGKILL');
        return readdirSync(join(folder, 'worksec')).map((file) => statSync(join(folder, 'worksec', file)).ino);
      };
      const first = await written();
      expect(first).toHaveLength(3);
      expect(await written()).toEqual(first);
      rmSync(folder, { recursive: true });
    },
    30_000,
  );
});

describe('an editor that goes at once', () => {
  it.each([
    ['says nothing', '', 1],
    ['says half of a greeting', framed(greeting).slice(0, -9), 1],
    ['only greets', framed(greeting), 1],
    ['leaves without a greeting', framed(exit), 1],
    ['greets and leaves', framed(greeting, exit), 1],
  ])('leaves no server behind when it %s', async (_, text, code) => {
    start();
    const ended = once(server, 'exit');
    server.stdin!.end(text);
    expect(await ended).toEqual([code, null]);
  });

  it('is content with one that greets, takes its leave and goes', async () => {
    start();
    const ended = once(server, 'exit');
    server.stdin!.write(framed(greeting, shutdown, exit));
    expect(await ended).toEqual([0, null]);
  });

  it.each(['7', 'null', '[]', 'Content'])('is no trouble when all it says is %s', async (text) => {
    start();
    const ended = once(server, 'exit');
    server.stdin!.end(`Content-Length: ${text.length}\r\n\r\n${text}`);
    expect(await ended).toEqual([1, null]);
  });
});
