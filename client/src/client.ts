import { commands, type ExtensionContext, type TextDocument, window, workspace } from 'vscode';
import { applyAnswersCommand } from './apply-answers.ts';
import { exportReportCommand } from './export-report.ts';
import { isOurs, WATCHED } from './files.ts';
import { interviewCommand } from './interview.ts';
import { lensCommands } from './lenses.ts';
import { type Ask, newCharterCommands } from './new-charter.ts';
import { newDescriptionCommand } from './new-description.ts';
import { type CreateClient, ServerKeeper } from './server-keeper.ts';
import { OpenQuestions } from './status-bar.ts';
import { Overviews } from './views/overviews.ts';
import { CoveragePanel } from './views/panel.ts';
import { SystemsTree, systemsView } from './views/tree.ts';

/** What the extension shows people, for other extensions and for tests. */
export interface ExtensionApi {
  readonly systems: SystemsTree;
  readonly openQuestions: { readonly text: string };
  readonly coverage: Pick<CoveragePanel, 'content'>;
}

/**
 * Registers the commands and starts the language server once there is something for it to read.
 *
 * VS Code can start an extension for a language, but not for what a file says. So the extension wakes with any YAML
 * document, which costs next to nothing, and leaves the language server (a process, some memory) alone until one of
 * our own files turns up: in the workspace, or as an open document whose name or root `kind` tells. People who only
 * edit other YAML never pay for it.
 */
export function startClient(context: ExtensionContext, createClient: CreateClient): ExtensionApi {
  const output = window.createOutputChannel('Work System Security', { log: true });
  const watcher = workspace.createFileSystemWatcher(WATCHED);
  const overviews = new Overviews();
  const systems = new SystemsTree(overviews);
  const openQuestions = new OpenQuestions(overviews);
  const keeper = new ServerKeeper(async (...made) => {
    const client = await createClient(...made);
    overviews.attach(client);
    return client;
  }, output);
  const ask: Ask = (method, params) => keeper.request(method, params);
  const coverage = new CoveragePanel(context, overviews, ask);
  context.subscriptions.push(
    output,
    watcher,
    keeper,
    overviews,
    overviews.onDidChange(() => tellContext('worksec.nothingYet', overviews.documents.length === 0)),
    openQuestions,
    coverage,
    ...systemsView(systems),
    ...lensCommands(),
    newDescriptionCommand(),
    ...newCharterCommands(overviews, ask),
    exportReportCommand(overviews, ask),
    interviewCommand(overviews, ask),
    applyAnswersCommand(overviews, ask, output),
    commands.registerCommand('worksec.showOutput', () => output.show(true)),
    commands.registerCommand('worksec.restartServer', () => keeper.restart()),
  );

  const awaiting = [
    workspace.onDidOpenTextDocument((document) => look(document)),
    workspace.onDidChangeTextDocument(({ document }) => look(document)),
    watcher.onDidCreate(() => begin()),
    workspace.onDidChangeWorkspaceFolders(() => lookAround()),
  ];
  context.subscriptions.push(...awaiting);

  function look(document: TextDocument): void {
    if (isOurs(document)) begin();
  }
  function lookAround(): void {
    if (awaiting.length === 0) return;
    void workspace.findFiles(WATCHED, undefined, 1).then((found) => {
      if (found.length > 0) begin();
      else if (awaiting.length > 0) tellContext('worksec.nothingYet', true);
    });
  }
  function begin(): void {
    for (const listener of awaiting.splice(0)) listener.dispose();
    tellContext('worksec.active', true);
    void keeper.start();
  }

  workspace.textDocuments.forEach(look);
  lookAround();
  return { systems, openQuestions, coverage };
}

/** Tells VS Code what views and commands of ours depend on. */
function tellContext(key: string, value: boolean): void {
  void commands.executeCommand('setContext', key, value);
}
