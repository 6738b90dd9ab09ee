import {
  type CancellationToken,
  type ClientCapabilities,
  CodeActionRequest,
  CodeLensRequest,
  CompletionRequest,
  type Connection,
  DefinitionRequest,
  DocumentDiagnosticReportKind,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  InlayHintRequest,
  LSPErrorCodes,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  ResponseError,
  SelectionRangeRequest,
  type TextDocumentIdentifier,
  type WorkspaceDocumentDiagnosticReport,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver';
import { CHECK_WORKSPACE, canPull, canResolveEdits } from './capabilities.ts';
import type { Checking } from './checking.ts';
import type { PositionCoder } from './encoding.ts';
import { asLocations } from './features/locations.ts';
import type { EditorLibrary } from './library.ts';
import { answerPaper } from './paper.ts';
import {
  CHANGED,
  CHARTER_CHOICES,
  type ChangedParams,
  type CheckedWorkspace,
  COVERAGE,
  type CoverageParams,
  type DescriptionParams,
  type DocumentOverview,
  NEW_CHARTER,
  type NewCharterParams,
  OVERVIEW,
  type OverviewParams,
  PLACE,
  type PlaceParams,
} from './protocol.ts';
import type { LanguageService, Refusal } from './service.ts';
import { type FileReport, prepare, type WorkspaceReports } from './workspace-reports.ts';

/** What requests are answered from. */
export interface Serving {
  readonly checking: Checking;
  /** What people ask for, loaded when somebody first does. */
  readonly asked: () => Promise<LanguageService>;
  readonly library: EditorLibrary;
  readonly reports: WorkspaceReports;
  readonly coder: PositionCoder;
  readonly client: ClientCapabilities;
  /** The client's command that opens the list of completions, where it has one. */
  readonly suggestAgain: string | undefined;
}

/** Registers an answer for every request the server knows. */
export function answerRequests(connection: Connection, serving: Serving): void {
  const { checking, asked, library, reports, coder, client } = serving;
  const { textDocument = {} } = client;

  connection.onRequest(
    CompletionRequest.type,
    about((service, { position }, uri) => {
      const snippets = textDocument.completion?.completionItem?.snippetSupport === true;
      return service.completions(uri, position, { snippets, suggestAgain: serving.suggestAgain });
    }),
  );
  connection.onRequest(
    HoverRequest.type,
    about((service, { position }, uri) => service.hover(uri, position)),
  );
  connection.onRequest(
    DocumentHighlightRequest.type,
    about((service, { position }, uri) => service.highlights(uri, position)),
  );
  connection.onRequest(
    DocumentSymbolRequest.type,
    about((service, _, uri) => service.documentSymbols(uri)),
  );
  connection.onRequest(
    FoldingRangeRequest.type,
    about((service, _, uri) => service.foldingRanges(uri)),
  );
  connection.onRequest(
    SelectionRangeRequest.type,
    about((service, { positions }, uri) => service.selectionRanges(uri, positions)),
  );
  connection.onRequest(
    DocumentLinkRequest.type,
    about((service, _, uri) => service.documentLinks(uri)),
  );
  connection.onRequest(
    CodeLensRequest.type,
    about((service, _, uri) => service.codeLenses(uri)),
  );
  connection.onRequest(
    InlayHintRequest.type,
    about((service, { range }, uri) => (service.settings(uri).inlay_hints ? service.inlayHints(uri, range) : [])),
  );
  connection.onRequest(
    DefinitionRequest.type,
    about((service, { position }, uri) => {
      const found = service.definition(uri, position);
      return textDocument.definition?.linkSupport ? found : asLocations(found);
    }),
  );

  // These look at files that may not be open: all of the workspace's are read for the answer, and let go after it.
  connection.onRequest(
    ReferencesRequest.type,
    about((service, { position, context }, uri) => service.references(uri, position, context), everything),
  );
  connection.onRequest(
    PrepareRenameRequest.type,
    about((service, { position }, uri) => granted(service.prepareRename(uri, position)), everything),
  );
  connection.onRequest(
    RenameRequest.type,
    about((service, { position, newName }, uri) => granted(service.rename(uri, position, newName)), settled),
  );
  connection.onRequest(WorkspaceSymbolRequest.type, async ({ query }) => {
    const service = await asked();
    const release = await everything();
    const found = service.workspaceSymbols(query);
    const answer = found.map((symbol) => coder.outgoing(symbol, symbol.location.uri));
    release();
    return answer;
  });

  connection.onRequest(
    CodeActionRequest.type,
    about((service, { range, context }, uri) => {
      // A client that cannot ask for an edit later gets it at once.
      return canResolveEdits(client)
        ? service.codeActions(uri, range, context)
        : service.readyCodeActions(uri, range, context);
    }),
  );
  connection.onCodeActionResolve(async (action) => {
    const uri = (action.data as { uri?: unknown } | undefined)?.uri;
    if (typeof uri !== 'string') return action;
    library.settle(uri);
    const service = await asked();
    await prepare(uri, library, checking);
    return coder.outgoing(granted(service.resolveCodeAction(action)), uri);
  });

  answerOverviews(connection, serving);
  answerPaper(connection, serving);
  connection.onRequest(
    COVERAGE,
    aboutFile((service, { uri }: CoverageParams) => service.coverage(uri)),
  );
  connection.onRequest(
    PLACE,
    aboutFile((service, params: PlaceParams) => service.place(params)),
  );
  connection.onRequest(
    CHARTER_CHOICES,
    aboutFile((service, { uri, document }: DescriptionParams) => service.charterChoices(uri, document) ?? null),
  );
  connection.onRequest(
    NEW_CHARTER,
    aboutFile((service, params: NewCharterParams) => granted(service.newCharter(params))),
  );

  if (canPull(client)) {
    connection.languages.diagnostics.on(async ({ textDocument: { uri }, previousResultId }, token) => {
      const { resultId, diagnostics } = await stillAsked(reports, uri, token);
      if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
      return { kind: DocumentDiagnosticReportKind.Full, resultId, items: coder.outgoing([...diagnostics], uri) };
    });
    connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }, token) => {
      const previous = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
      const items: WorkspaceDocumentDiagnosticReport[] = [];
      const files = await library.allFiles();
      reports.these(files);
      for (const uri of files) {
        const { resultId, diagnostics } = await stillAsked(reports, uri, token);
        const version = library.version(uri);
        items.push(
          previous.get(uri) === resultId
            ? { kind: DocumentDiagnosticReportKind.Unchanged, uri, version, resultId }
            : {
                kind: DocumentDiagnosticReportKind.Full,
                uri,
                version,
                resultId,
                items: coder.outgoing([...diagnostics], uri),
              },
        );
      }
      const there = new Set(files);
      for (const uri of previous.keys())
        if (!there.has(uri)) items.push({ kind: DocumentDiagnosticReportKind.Full, uri, version: null, items: [] });
      return { items };
    });
  }

  connection.onExecuteCommand(async ({ command }, token, progress) => {
    if (command !== CHECK_WORKSPACE)
      throw new ResponseError(LSPErrorCodes.RequestFailed, `There is no command ${command}.`);
    const files = await library.allFiles();
    const own = client.window?.workDoneProgress ? await connection.window.createWorkDoneProgress() : undefined;
    const shown = own ?? progress;
    shown.begin('Checking the workspace', 0, undefined, true);
    let [checked, findings] = [0, 0];
    const isUnwanted = () => token.isCancellationRequested || own?.token.isCancellationRequested === true;
    for (const uri of files) {
      const report = isUnwanted() ? undefined : await reports.report(uri, isUnwanted);
      if (!report) break;
      const { diagnostics } = report;
      findings += diagnostics.length;
      checked++;
      if (!canPull(client))
        await connection.sendDiagnostics({ uri, diagnostics: coder.outgoing([...diagnostics], uri) });
      shown.report(Math.round((100 * checked) / files.length), `${checked} of ${files.length}`);
      // Whoever types meanwhile goes first.
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    shown.done();
    return { files: files.length, checked, findings } satisfies CheckedWorkspace;
  });

  /** The wrapper: finds the text, guards, reads what is needed, and answers in the client's way of counting. */
  function about<P extends { textDocument: TextDocumentIdentifier }, R>(
    answer: (service: LanguageService, params: P, uri: string) => R,
    around: () => Promise<() => void> = async () => () => {},
  ) {
    return async (sent: P, token: CancellationToken): Promise<R | null> => {
      const { uri } = sent.textDocument;
      if (!checking.isOurs(uri)) return null;
      const service = await asked();
      await prepare(uri, library, checking);
      const release = await around();
      try {
        refuseIfCancelled(token);
        return coder.outgoing(answer(service, coder.incoming(sent, uri), uri), uri);
      } finally {
        release();
      }
    };
  }

  /** The same for a question of our own, about a file that may not be open: that is read for the answer, and let go. */
  function aboutFile<P extends { readonly uri: string }, R>(answer: (service: LanguageService, params: P) => R) {
    return async (params: P): Promise<R> => {
      const isOpen = library.version(params.uri) !== null;
      const service = await asked();
      await prepare(params.uri, library, checking);
      try {
        return coder.outgoing(answer(service, params), params.uri);
      } finally {
        if (!isOpen) library.release(params.uri);
      }
    };
  }

  /** What writes in many places goes by whole texts only. */
  function settled(): Promise<() => void> {
    for (const uri of library.openTexts()) library.settle(uri);
    return everything();
  }

  /** Reads every file of the workspace; the function it gives lets those go that are not open. */
  async function everything(): Promise<() => void> {
    const files = await library.allFiles();
    const closed = files.filter((uri) => library.version(uri) === null);
    await Promise.all(closed.map((uri) => library.load(uri, library.folder(uri))));
    return () => {
      for (const uri of closed) library.release(uri);
    };
  }
}

/** Changes are told of once none has come for so many milliseconds. */
const QUIET = 200;

/**
 * Answers how far the documents are, each file looked at anew only where its report is a new one. Whoever has asked once
 * hears of it when an answer may have become another.
 */
function answerOverviews(connection: Connection, { checking, asked, library, reports, coder }: Serving): void {
  const made = new Map<string, { resultId: string; documents: DocumentOverview[] }>();
  let isAwaited = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** The files to tell of; undefined stands for all. */
  let changed: Set<string> | undefined = new Set();

  connection.onRequest(OVERVIEW, async ({ uri }: OverviewParams, token: CancellationToken) => {
    isAwaited = true;
    const answer: DocumentOverview[] = [];
    for (const each of uri === undefined ? await library.allFiles() : [uri]) {
      answer.push(...(await documentsOf(each, token)));
      refuseIfCancelled(token);
    }
    return answer;
  });

  reports.onChanged((uris) => {
    if (!isAwaited) return;
    if (!uris) changed = undefined;
    for (const uri of uris ?? []) changed?.add(uri);
    clearTimeout(timer);
    timer = setTimeout(tell, QUIET);
  });

  async function documentsOf(uri: string, token: CancellationToken): Promise<DocumentOverview[]> {
    const { resultId } = await stillAsked(reports, uri, token);
    const known = made.get(uri);
    if (known?.resultId === resultId) return known.documents;
    const isOpen = library.version(uri) !== null;
    const service = await asked();
    await prepare(uri, library, checking);
    const documents = coder.outgoing(service.overview(uri), uri);
    if (!isOpen) library.release(uri);
    if (documents.length > 0) made.set(uri, { resultId, documents });
    else made.delete(uri);
    return documents;
  }

  function tell(): void {
    const params: ChangedParams = changed ? { uris: [...changed].sort() } : {};
    changed = new Set();
    void connection.sendNotification(CHANGED, params).catch(() => undefined);
  }
}

/** What a check of a file finds, given up and refused as soon as nobody asks for it any more. */
async function stillAsked(reports: WorkspaceReports, uri: string, token: CancellationToken): Promise<FileReport> {
  const report = await reports.report(uri, () => token.isCancellationRequested);
  if (!report || token.isCancellationRequested) throw cancelled();
  return report;
}

function refuseIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) throw cancelled();
}

const cancelled = (): ResponseError<void> => new ResponseError(LSPErrorCodes.RequestCancelled, 'No longer asked for.');

/** An answer, or its refusal as the error the editor shows. */
function granted<T>(answer: T): Exclude<T, Refusal> {
  const { refused } = (answer ?? {}) as Partial<Refusal>;
  if (refused !== undefined) throw new ResponseError(LSPErrorCodes.RequestFailed, refused);
  return answer as Exclude<T, Refusal>;
}
