import type { ClientCapabilities, ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver';
import type { Encoding } from './encoding.ts';

/** Checks every description and charter of the workspace, with progress. */
export const CHECK_WORKSPACE = 'worksec.checkWorkspace';

// Said in the protocol's own words: for its library's names the whole of it would have to be loaded first.
const CHANGES_ALONE: typeof TextDocumentSyncKind.Incremental = 2;

/** What the server offers a client: each feature only where the client can use it. */
export function capabilitiesFor(client: ClientCapabilities, encoding: Encoding): ServerCapabilities {
  const { textDocument = {}, workspace = {} } = client;
  const kinds = ['quickfix', 'refactor.rewrite', 'refactor.extract', 'source.fixAll.worksec'];
  return {
    positionEncoding: encoding,
    textDocumentSync: { openClose: true, change: CHANGES_ALONE },
    executeCommandProvider: { commands: [CHECK_WORKSPACE] },
    ...(textDocument.codeAction && {
      codeActionProvider: textDocument.codeAction.codeActionLiteralSupport
        ? { codeActionKinds: kinds, resolveProvider: canResolveEdits(client) }
        : true,
    }),
    ...(textDocument.completion && {
      completionProvider: { triggerCharacters: [' ', '-', '[', '{', ',', '"', "'", '/', '.', '#'] },
    }),
    ...(textDocument.hover && { hoverProvider: true }),
    ...(textDocument.definition && { definitionProvider: true }),
    ...(textDocument.references && { referencesProvider: true }),
    ...(textDocument.documentHighlight && { documentHighlightProvider: true }),
    ...(textDocument.rename && {
      renameProvider: textDocument.rename.prepareSupport ? { prepareProvider: true } : true,
    }),
    ...(textDocument.documentSymbol && { documentSymbolProvider: true }),
    ...(textDocument.foldingRange && { foldingRangeProvider: true }),
    ...(textDocument.selectionRange && { selectionRangeProvider: true }),
    ...(textDocument.documentLink && { documentLinkProvider: {} }),
    ...(textDocument.codeLens && { codeLensProvider: {} }),
    ...(textDocument.inlayHint && { inlayHintProvider: true }),
    ...(workspace.symbol && { workspaceSymbolProvider: true }),
    ...(canPull(client) && { diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: true } }),
    ...(workspace.workspaceFolders && {
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    }),
  };
}

/** True for a client that asks for diagnostics itself; nothing is pushed to it. */
export const canPull = ({ textDocument }: ClientCapabilities): boolean => textDocument?.diagnostic !== undefined;

/** True for a client that asks for a code action's edit only when somebody picks it. */
export const canResolveEdits = ({ textDocument }: ClientCapabilities): boolean =>
  textDocument?.codeAction?.dataSupport === true &&
  textDocument.codeAction.resolveSupport?.properties.includes('edit') === true;
