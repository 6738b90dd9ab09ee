import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type CodeAction,
  CodeActionRequest,
  createProtocolConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  type FileChangeType,
  InitializedNotification,
  type InitializeParams,
  InitializeRequest,
  type InitializeResult,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type Range,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver-protocol/node';

const SERVER = join(import.meta.dirname, '../../dist/server.js');

export interface ClientOptions {
  readonly today?: string;
  /** What Node is told besides; a script that it loads first can be talked to over the process' own channel. */
  readonly node?: readonly string[];
}

/** An editor reduced to the protocol: drives the built server over stdio, as any editor does. */
export class LspClient {
  readonly connection: ProtocolConnection;
  /** The server's process, for tests that end it, cut its pipes or ask what it costs. */
  readonly process: ChildProcess;
  private readonly published: PublishDiagnosticsParams[] = [];
  private readonly texts = new Map<string, { version: number; text: string }>();
  private settings: unknown = {};
  /** What the server said of its progress, and how often it asked for diagnostics to be pulled anew. */
  readonly progress: string[] = [];
  refreshes = 0;
  initialized!: InitializeResult;

  constructor(
    readonly folder: string,
    { today = '2026-11-23', node = [] }: ClientOptions = {},
  ) {
    this.process = spawn(process.execPath, [...node, SERVER, '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit', ...(node.length > 0 ? (['ipc'] as const) : [])],
      env: { ...process.env, WORKSEC_TODAY: today },
    });
    this.connection = createProtocolConnection(
      new StreamMessageReader(this.process.stdout!),
      new StreamMessageWriter(this.process.stdin!),
    );
    this.connection.onNotification(PublishDiagnosticsNotification.type, (params) => void this.published.push(params));
    this.connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
      items.map(() => this.settings),
    );
    this.connection.onRequest('client/registerCapability', () => null);
    this.connection.onRequest('window/workDoneProgress/create', () => null);
    this.connection.onRequest('workspace/diagnostic/refresh', () => void this.refreshes++);
    this.connection.onNotification('$/progress', ({ value }: { value: { kind: string } }) => {
      this.progress.push(value.kind);
    });
    this.connection.listen();
  }

  /** An editor on a new folder that holds these texts; whoever has it leaves it in the end. */
  static inNewFolder(texts: Readonly<Record<string, string>> = {}): LspClient {
    const client = new LspClient(mkdtempSync(join(tmpdir(), 'worksec-')));
    for (const [file, text] of Object.entries(texts)) client.write(file, text);
    return client;
  }

  async start(capabilities: InitializeParams['capabilities'] = DEFAULT_CAPABILITIES): Promise<this> {
    this.initialized = await this.connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: [{ uri: pathToFileURL(this.folder).href, name: 'work' }],
      capabilities,
    });
    await this.connection.sendNotification(InitializedNotification.type, {});
    return this;
  }

  path(file: string): string {
    return join(this.folder, file);
  }

  uri(file: string): string {
    return pathToFileURL(this.path(file)).href;
  }

  /** Writes a file into the folder, without a word to the server. */
  write(file: string, text: string | Uint8Array): void {
    writeFileSync(this.path(file), text);
  }

  async open(file: string, text: string): Promise<void> {
    const uri = this.uri(file);
    this.texts.set(uri, { version: 1, text });
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: 'yaml', version: 1, text },
    });
  }

  async change(file: string, changes: TextDocumentContentChangeEvent[]): Promise<void> {
    const known = this.texts.get(this.uri(file))!;
    known.version++;
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri: this.uri(file), version: known.version },
      contentChanges: changes,
    });
  }

  /** Sends whole new texts in one piece, as when somebody types faster than the server reads. */
  burst(file: string, texts: readonly string[]): void {
    const uri = this.uri(file);
    const known = this.texts.get(uri)!;
    const messages = texts.map((text) => {
      const textDocument = { uri, version: ++known.version };
      const params = { textDocument, contentChanges: [{ text }] };
      const body = JSON.stringify({ jsonrpc: '2.0', method: 'textDocument/didChange', params });
      return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
    });
    this.process.stdin!.write(messages.join(''));
  }

  async close(file: string): Promise<void> {
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, {
      textDocument: { uri: this.uri(file) },
    });
  }

  async changedOnDisk(file: string, type: FileChangeType): Promise<void> {
    await this.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: this.uri(file), type }],
    });
  }

  async configure(settings: unknown): Promise<void> {
    this.settings = settings;
    await this.connection.sendNotification('workspace/didChangeConfiguration', { settings: { worksec: settings } });
  }

  /** Sends a request about a text, with what else it takes. */
  request<T>(method: string, file: string, rest: object = {}): Promise<T> {
    return this.connection.sendRequest(method, { textDocument: { uri: this.uri(file) }, ...rest });
  }

  async codeActions(file: string, range: Range): Promise<CodeAction[]> {
    const actions = await this.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: this.uri(file) },
      range,
      context: { diagnostics: [] },
    });
    return (actions ?? []) as CodeAction[];
  }

  /** The next diagnostics of a file that fulfil a condition; those that came before count too. */
  async diagnostics(
    file: string,
    accept: (diagnostics: readonly Diagnostic[]) => boolean = () => true,
    timeout = 5000,
  ): Promise<Diagnostic[]> {
    const uri = this.uri(file);
    const end = Date.now() + timeout;
    for (;;) {
      const last = this.published.filter((each) => each.uri === uri).at(-1);
      if (last && accept(last.diagnostics)) return last.diagnostics;
      if (Date.now() > end)
        throw new Error(`no such diagnostics for ${file}; the last were ${JSON.stringify(last?.diagnostics ?? null)}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  /** How often diagnostics of a file were published. */
  publications(file: string): PublishDiagnosticsParams[] {
    return this.published.filter(({ uri }) => uri === this.uri(file));
  }

  /** Lets go of what was published, so that a long run does not keep it all. */
  forget(): void {
    this.published.length = 0;
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    await new Promise((resolve) => this.process.once('exit', resolve));
    this.connection.dispose();
  }

  /** Stops the server where it still runs, and takes its folder away. */
  async leave(): Promise<void> {
    if (this.process.exitCode === null && this.process.signalCode === null) await this.stop();
    rmSync(this.folder, { recursive: true });
  }
}

/** A plain editor: diagnostics are pushed to it, code actions carry their edit. */
const DEFAULT_CAPABILITIES: InitializeParams['capabilities'] = {
  workspace: { configuration: true, workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: true } },
  textDocument: {
    publishDiagnostics: { relatedInformation: true, versionSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
  },
};

/** An editor that can do all the server offers. */
export const RICH: InitializeParams['capabilities'] = {
  workspace: {
    ...DEFAULT_CAPABILITIES.workspace,
    symbol: {},
    diagnostics: { refreshSupport: true },
    workspaceEdit: { documentChanges: true },
  },
  window: { workDoneProgress: true },
  textDocument: {
    diagnostic: {},
    completion: { completionItem: { snippetSupport: true } },
    hover: {},
    definition: { linkSupport: true },
    references: {},
    documentHighlight: {},
    rename: { prepareSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    foldingRange: {},
    selectionRange: {},
    documentLink: {},
    codeLens: {},
    inlayHint: {},
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: [] } },
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
    },
  },
};
