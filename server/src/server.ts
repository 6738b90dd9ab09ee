import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type FileEvent,
  type FileSystemWatcher,
  type InitializeParams,
  TextDocuments,
  WatchKind,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { canPull } from './capabilities.ts';
import { CheckQueue } from './check-queue.ts';
import { createChecking } from './checking.ts';
import { CONFIG_FILE } from './config.ts';
import { fromEditor } from './editor-settings.ts';
import { chosenEncoding, PositionCoder, toUtf16 } from './encoding.ts';
import { EditorLibrary, type Host } from './library.ts';
import { answerRequests } from './requests.ts';
import type { LanguageService } from './service.ts';
import { Settling } from './settling.ts';
import { turn } from './turn.ts';
import { unhurried } from './unhurried.ts';
import { prepare, WorkspaceReports } from './workspace-reports.ts';
import { LineIndex } from './yaml/lines.ts';

/**
 * Serves the language service over a connection whose client has introduced itself: keeps texts and settings, and says
 * what was found.
 */
export function startServer(connection: Connection, host: Host, params: InitializeParams): void {
  const client = params.capabilities;
  const encoding = chosenEncoding(client.general?.positionEncodings);
  const library = new EditorLibrary(host, (uri) => settling.begin(uri));
  const checking = createChecking(library);
  const reports = new WorkspaceReports(library, checking);
  const checks = new CheckQueue(publish, turn, (error) => connection.console.error(String(error)));
  /** What the open charters that have links link to: at each key it is looked up who links to the text. */
  const links = new Map<string, readonly string[]>();
  const settling = new Settling((uri) => {
    if (!library.settle(uri)) return;
    checkWithDependents(uri);
    if (canPull(client)) refresh();
  });
  let service: Promise<LanguageService> | undefined;
  const asked = (): Promise<LanguageService> => {
    service ??= import('./service.ts').then(({ createLanguageService }) => createLanguageService(checking));
    return service;
  };
  const documents = new TextDocuments({
    create: TextDocument.create,
    update: (document, changes, version) =>
      TextDocument.update(
        document,
        encoding === 'utf-16' ? changes : changes.map((each) => recoded(each, document)),
        version,
      ),
  });

  library.setFolders(params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []));
  library.setEditorSettings(new Map([['', fromEditor(params.initializationOptions)]]));
  const coder = new PositionCoder(encoding, (uri) => library.stream(uri)?.lines);
  const { suggestAgain } = (params.initializationOptions ?? {}) as { suggestAgain?: string };
  answerRequests(connection, { checking, asked, library, reports, coder, client, suggestAgain });

  connection.onDidChangeConfiguration(async ({ settings }) => {
    if (client.workspace?.configuration) await readEditorSettings();
    else
      library.setEditorSettings(new Map([['', fromEditor((settings as { worksec?: unknown } | undefined)?.worksec)]]));
    checkAll();
  });

  connection.onDidChangeWatchedFiles(({ changes }) => {
    const changed = changes.flatMap((change) => filesOf(change).map((uri) => ({ uri, type: change.type })));
    for (const { uri, type } of changed) {
      if (type === FileChangeType.Deleted) library.lose(uri);
      else library.forget(uri);
      reports.changed(uri);
    }
    if (changed.length === 0) return;
    if (changes.some(({ uri }) => uri.endsWith(`/${CONFIG_FILE}`))) reports.changedAll();
    refresh();
  });

  documents.onDidChangeContent(({ document: { uri, version } }) => {
    library.setText(uri, version, documents.get(uri)?.getText() ?? '');
    settling.stop(uri);
    checkWithDependents(uri);
  });

  documents.onDidClose(({ document: { uri } }) => {
    library.closeText(uri);
    links.delete(uri);
    settling.stop(uri);
    if (!canPull(client)) void connection.sendDiagnostics({ uri, diagnostics: [] });
    checkWithDependents(uri);
  });

  documents.listen(connection);
  void begin();

  /** Asks the client to tell of settings, files and folders that change, and looks at everything for the first time. */
  async function begin(): Promise<void> {
    if (client.workspace?.configuration) {
      if (client.workspace.didChangeConfiguration?.dynamicRegistration)
        await unlessRefused(
          connection.client.register(DidChangeConfigurationNotification.type, { section: 'worksec' }),
        );
      await readEditorSettings();
    }
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration)
      await unlessRefused(connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: WATCHED }));
    if (client.workspace?.workspaceFolders)
      connection.workspace.onDidChangeWorkspaceFolders(async () => {
        const folders = await unlessRefused(connection.workspace.getWorkspaceFolders());
        if (folders !== undefined) library.setFolders(folders?.map(({ uri }) => uri) ?? []);
        if (client.workspace?.configuration) await readEditorSettings();
        checkAll();
      });
    checkAll();
  }

  function recoded<C extends object>(change: C, document: TextDocument): C {
    if (!('range' in change)) return change;
    const lines = new LineIndex(document.getText());
    const { start, end } = change.range as { start: Position; end: Position };
    return { ...change, range: { start: toUtf16(start, lines, encoding), end: toUtf16(end, lines, encoding) } };
  }

  /** What was asked of the client; undefined where it refuses. Then what is known goes on to hold, and so does the server. */
  function unlessRefused<T>(asked: Promise<T>): Promise<T | undefined> {
    return asked.catch((error) => {
      connection.console.error(String(error));
      return undefined;
    });
  }

  /** Each workspace folder may have settings of its own. */
  async function readEditorSettings(): Promise<void> {
    const folders = library.workspaceFolders;
    const sections = [{ section: 'worksec' }, ...folders.map((scopeUri) => ({ scopeUri, section: 'worksec' }))];
    const given = await unlessRefused<unknown[]>(connection.workspace.getConfiguration(sections));
    if (!Array.isArray(given)) return;
    const [all, ...own] = given;
    library.setEditorSettings(
      new Map([['', fromEditor(all)], ...folders.map((folder, i) => [folder, fromEditor(own[i])] as const)]),
    );
  }

  /** Of a folder that is deleted, editors tell the folder alone: what lay in it went with it. */
  function filesOf({ uri, type }: FileEvent): string[] {
    if (type !== FileChangeType.Deleted || isWatched(uri)) return [uri];
    const known = new Set([...reports.files(), ...library.openTexts()]);
    return [...known].filter((file) => file.startsWith(`${uri}/`));
  }

  /** Settings changed: everything is looked at anew. */
  function checkAll(): void {
    reports.changedAll();
    if (client.workspace?.inlayHint?.refreshSupport) void connection.languages.inlayHint.refresh();
    refresh();
  }

  /** Says again what is found in the open texts, or has the client ask again. */
  function refresh(): void {
    if (!canPull(client)) for (const uri of library.openTexts()) checks.add(uri);
    else if (client.workspace?.diagnostics?.refreshSupport) connection.languages.diagnostics.refresh();
  }

  /** Checks a text, and after it the open charters that link to it. */
  function checkWithDependents(changed: string): void {
    reports.changed(changed);
    if (canPull(client)) return;
    for (const [uri, linked] of links) if (linked.includes(changed)) checks.add(uri);
    if (library.version(changed) !== null) checks.add(changed);
  }

  async function publish(uri: string): Promise<void> {
    await prepare(uri, library, checking);
    const version = library.version(uri);
    const linked = version === null ? [] : checking.linkedFiles(uri);
    if (linked.length > 0) links.set(uri, linked);
    else links.delete(uri);
    if (version === null) return;
    // Whoever wrote on while the text was read gets the findings of the newer text, which waits already.
    library.stream(uri);
    await turn();
    if (library.version(uri) !== version) return;
    if (!(await unhurried(checking.inSteps(uri), () => library.version(uri) !== version, turn))) return;
    const diagnostics = coder.outgoing(checking.diagnostics(uri), uri);
    await connection.sendDiagnostics({ uri, version, diagnostics });
  }
}

interface Position {
  readonly line: number;
  readonly character: number;
}

/** Files whose changes on disk matter to what is open, and everything that is deleted: it may be a folder of theirs. */
const WATCHED: FileSystemWatcher[] = [
  ...['**/*.work-system.{yaml,yml}', '**/*.charter.{yaml,yml}', `**/${CONFIG_FILE}`].map((globPattern) => ({
    globPattern,
  })),
  { globPattern: '**/*', kind: WatchKind.Delete },
];

const isWatched = (uri: string): boolean =>
  /\.(?:work-system|charter)\.ya?ml$/.test(uri) || uri.endsWith(`/${CONFIG_FILE}`);
