import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  type Diagnostic,
  type InitializeParams,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { type Contender, SETTINGS } from './contenders.ts';
import { DAY, PEERS } from './places.ts';
import { type Memory, memoryOf } from './processes.ts';
import type { Insertion } from './text.ts';

export interface Published {
  readonly at: number;
  readonly uri: string;
  readonly version: number | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** An editor with a stopwatch: how long a language server takes, as seen from outside over its standard input and output. */
export class Editor {
  readonly published: Published[] = [];
  private readonly started = performance.now();
  private readonly versions = new Map<string, number>();
  private readonly waiting = new Set<() => void>();
  private opened = 0;
  private memory = '';

  private constructor(
    private readonly contender: Contender,
    private readonly folder: string,
    private readonly process: ChildProcess,
    private readonly connection: ProtocolConnection,
  ) {
    process.stdio[3]?.on('data', (chunk) => {
      this.memory += chunk;
    });
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.push({ ...params, at: performance.now(), version: params.version });
      for (const look of this.waiting) look();
    });
    connection.onRequest('workspace/configuration', ({ items }: { items: readonly { section: string }[] }) =>
      items.map(({ section }) => SETTINGS[section] ?? null),
    );
    connection.onRequest('client/registerCapability', () => null);
    connection.listen();
  }

  /** Starts a server, without waiting for it; `weigh` has it say in the end how much memory it took. */
  static launch(contender: Contender, { weigh = false } = {}): Editor {
    const folder = mkdtempSync(join(tmpdir(), 'worksec-bench-'));
    const load = weigh ? ['--require', PEERS.memory] : [];
    const { script, args, env } = contender;
    const child = spawn(process.execPath, [...load, script, ...args], {
      stdio: ['pipe', 'pipe', 'inherit', 'pipe'],
      env: { ...process.env, WORKSEC_TODAY: DAY, ...env },
    });
    running.add(child);
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout!),
      new StreamMessageWriter(child.stdin!),
    );
    return new Editor(contender, folder, child, connection);
  }

  static async start(contender: Contender, options?: { weigh?: boolean }): Promise<Editor> {
    const editor = Editor.launch(contender, options);
    await editor.initialize();
    return editor;
  }

  /** Milliseconds from the start of the process to its answer. */
  async initialize(): Promise<number> {
    const workspaceFolders = [{ uri: pathToFileURL(this.folder).href, name: 'work' }];
    const params: InitializeParams = { processId: process.pid, rootUri: null, workspaceFolders, capabilities };
    await this.connection.sendRequest('initialize', params);
    const taken = performance.now() - this.started;
    await this.connection.sendNotification('initialized', {});
    return taken;
  }

  /** The milliseconds since the server was launched. */
  get age(): number {
    return performance.now() - this.started;
  }

  /** Opens a text under a new name. */
  open(text: string): string {
    const uri = pathToFileURL(join(this.folder, `work-${this.opened++}.work-system.yaml`)).href;
    this.versions.set(uri, 1);
    const textDocument = { uri, languageId: 'yaml', version: 1, text };
    void this.connection.sendNotification('textDocument/didOpen', { textDocument });
    return uri;
  }

  close(uri: string): Promise<void> {
    return this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  /** Types, without waiting for what the server says. */
  type(uri: string, { at, text }: Insertion): void {
    const version = this.versions.get(uri)! + 1;
    this.versions.set(uri, version);
    const contentChanges = [{ range: { start: at, end: at }, text }];
    void this.connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
  }

  /** Milliseconds until something is published on a file as it now is. */
  async timed(act: () => string): Promise<number> {
    const from = this.published.length;
    const start = performance.now();
    const uri = act();
    return (await this.next(uri, from)).at - start;
  }

  opening(text: string): Promise<number> {
    return this.timed(() => this.open(text));
  }

  typing(uri: string, insertion: Insertion): Promise<number> {
    return this.timed(() => {
      this.type(uri, insertion);
      return uri;
    });
  }

  /** Milliseconds until a request at a place in a text is answered. */
  async asking(method: string, uri: string, position: Position): Promise<number> {
    const start = performance.now();
    const answer = await this.connection.sendRequest(method, { textDocument: { uri }, position });
    const taken = performance.now() - start;
    if (!answer) throw new Error(`${this.contender.name} has no answer to ${method}.`);
    return taken;
  }

  /** What is published on a file as it now is, among what came after a number of earlier ones. */
  async next(
    uri: string,
    from: number,
    fits: (diagnostics: readonly Diagnostic[]) => boolean = () => true,
  ): Promise<Published> {
    const found = (): Published | undefined =>
      this.published
        .slice(from)
        .find(
          (each) =>
            each.uri === uri &&
            (each.version === undefined || each.version === this.versions.get(uri)) &&
            fits(each.diagnostics),
        );
    return (
      found() ??
      new Promise((resolve, reject) => {
        const patience = setTimeout(() => {
          this.waiting.delete(look);
          reject(new Error(`${this.contender.name} published nothing within ${PATIENCE / 1000} seconds.`));
        }, PATIENCE);
        const look = (): void => {
          const published = found();
          if (!published) return;
          clearTimeout(patience);
          this.waiting.delete(look);
          resolve(published);
        };
        this.waiting.add(look);
      })
    );
  }

  /** Waits until nothing has been published for a while; gives what was published last on a file. */
  async quiet(uri: string, while_ = 400): Promise<Published> {
    for (let seen = -1; seen !== this.published.length; ) {
      seen = this.published.length;
      await rest(while_);
    }
    return this.published.findLast((each) => each.uri === uri)!;
  }

  /** Ends the server; gives the memory it took where it was weighed. */
  async stop(): Promise<Memory | undefined> {
    const ended = new Promise((resolve) => this.process.once('close', resolve));
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    await ended;
    running.delete(this.process);
    this.connection.dispose();
    rmSync(this.folder, { recursive: true, force: true });
    return this.memory ? memoryOf(this.memory) : undefined;
  }
}

export const rest = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

const PATIENCE = 120_000;
const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** A plain editor, to which findings are pushed. */
const capabilities: InitializeParams['capabilities'] = {
  workspace: { configuration: true, workspaceFolders: true },
  textDocument: {
    synchronization: {},
    publishDiagnostics: { relatedInformation: true, versionSupport: true },
    completion: { completionItem: { snippetSupport: true } },
    hover: { contentFormat: ['markdown'] },
  },
};
