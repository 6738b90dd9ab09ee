import {
  CodeActionKind,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { CONFIG_FILE } from './config.ts';
import { fromEditor } from './editor-settings.ts';
import { EditorLibrary, type Host } from './library.ts';
import { createLanguageService } from './service.ts';

/** Serves the language service over a connection: thin handlers, one wrapper for “find the text, guard, answer”. */
export function startServer(connection: Connection, host: Host): void {
  const library = new EditorLibrary(host);
  const service = createLanguageService(library);
  const documents = new TextDocuments(TextDocument);
  const checks = new CheckQueue(publish, (error) => connection.console.error(String(error)));
  let canConfigure = false;
  let hasFolders = false;
  let canWatch = false;

  connection.onInitialize((params: InitializeParams) => {
    canConfigure = params.capabilities.workspace?.configuration === true;
    hasFolders = params.capabilities.workspace?.workspaceFolders === true;
    canWatch = params.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    const folders = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []);
    library.setFolders(folders);
    library.setEditorSettings(fromEditor(params.initializationOptions));
    return {
      serverInfo: { name: 'worksec' },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
        ...(hasFolders && { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } }),
      },
    };
  });

  connection.onInitialized(async () => {
    if (canConfigure) {
      await connection.client.register(DidChangeConfigurationNotification.type, { section: 'worksec' });
      await readEditorSettings();
    }
    if (canWatch) await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: WATCHED });
    if (hasFolders)
      connection.workspace.onDidChangeWorkspaceFolders(async () => {
        const folders = await connection.workspace.getWorkspaceFolders();
        library.setFolders(folders?.map(({ uri }) => uri) ?? []);
        checkAll();
      });
  });

  connection.onDidChangeConfiguration(async ({ settings }) => {
    if (canConfigure) await readEditorSettings();
    else library.setEditorSettings(fromEditor((settings as { worksec?: unknown } | undefined)?.worksec));
    checkAll();
  });

  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) library.forget(uri);
    checkAll();
  });

  documents.onDidChangeContent(({ document: { uri, version } }) => {
    library.setText(uri, version, documents.get(uri)?.getText() ?? '');
    checkWithDependents(uri);
  });

  documents.onDidClose(({ document: { uri } }) => {
    library.closeText(uri);
    void connection.sendDiagnostics({ uri, diagnostics: [] });
    checkWithDependents(uri);
  });

  connection.onCodeAction(async ({ textDocument: { uri }, range }, token) => {
    if (!documents.get(uri) || !service.isOurs(uri)) return null;
    await prepare(uri);
    return token.isCancellationRequested ? null : service.quickFixes(uri, range);
  });

  documents.listen(connection);
  connection.listen();

  async function readEditorSettings(): Promise<void> {
    library.setEditorSettings(fromEditor(await connection.workspace.getConfiguration('worksec')));
  }

  function checkAll(): void {
    for (const uri of library.openTexts()) checks.add(uri);
  }

  /** Checks a text and the open charters that link to it. */
  function checkWithDependents(changed: string): void {
    for (const uri of library.openTexts())
      if (uri === changed || service.linkedFiles(uri).includes(changed)) checks.add(uri);
  }

  /** Reads from disk what a check of this text needs. */
  async function prepare(uri: string): Promise<void> {
    await library.loadConfig(uri);
    const folder = library.folder(uri);
    await Promise.all(service.linkedFiles(uri).map((linked) => library.load(linked, folder)));
  }

  async function publish(uri: string): Promise<void> {
    await prepare(uri);
    const version = library.version(uri);
    if (version === null) return;
    await connection.sendDiagnostics({ uri, version, diagnostics: service.diagnostics(uri) });
  }
}

/** Files whose changes on disk matter to what is open. */
const WATCHED = ['**/*.work-system.{yaml,yml}', '**/*.charter.{yaml,yml}', `**/${CONFIG_FILE}`].map((globPattern) => ({
  globPattern,
}));

/** Checks that wait for their turn, each text once: changes that come in the meantime are covered by the same check. */
class CheckQueue {
  private readonly waiting = new Set<string>();
  private running = false;
  private arrivals = 0;

  constructor(
    private readonly check: (uri: string) => Promise<void>,
    private readonly fail: (error: unknown) => void,
  ) {}

  add(uri: string): void {
    this.waiting.add(uri);
    this.arrivals++;
    if (!this.running) void this.run();
  }

  private async run(): Promise<void> {
    this.running = true;
    await this.quiet();
    for (const uri of this.waiting) {
      this.waiting.delete(uri);
      await this.check(uri).catch(this.fail);
    }
    this.running = false;
  }

  /** Waits until the messages that are already there have come in, so that only the newest text is checked. */
  private async quiet(): Promise<void> {
    for (let seen = -1; seen !== this.arrivals; ) {
      seen = this.arrivals;
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
  }
}
