import { type Disposable, type LogOutputChannel, l10n, window, workspace } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { withoutTwins } from './beside.ts';
import { CHECK_WORKSPACE, tellChecked } from './check-workspace.ts';
import { documentSelector } from './files.ts';

/** Makes the client for one host (a process here, a web worker elsewhere); asynchronous, so that it loads late. */
export type CreateClient = (id: string, name: string, options: LanguageClientOptions) => Promise<BaseLanguageClient>;

const ENOUGH_STOPS = 5;
const PERIOD = 3 * 60_000;
const PAUSE = 1_000;
const FEW_ERRORS = 3;

/**
 * Keeps one language server running: starts it, starts it again when it stops by itself, and hands the decision to
 * the person when that happens too often. Every start uses a new client, because the library's own restart leaves a
 * client that failed while starting in a state it cannot leave.
 */
export class ServerKeeper implements Disposable {
  #client: BaseLanguageClient | undefined;
  #starting: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stops: number[] = [];
  #launches = 0;

  constructor(
    private readonly createClient: CreateClient,
    private readonly output: LogOutputChannel,
  ) {}

  /** Starts the server unless it runs already. */
  start(): Promise<void> {
    this.#starting ??= this.#launch();
    return this.#starting;
  }

  /** Stops the server and starts it again, forgetting earlier failures: somebody asked for it. */
  async restart(): Promise<void> {
    this.#stops = [];
    await this.#stop();
    await this.start();
  }

  /** Asks the server, which is started for it where it does not run. */
  async request<R>(method: string, params: object): Promise<R> {
    await this.start();
    if (!this.#client) throw new Error(l10n.t('The check of your descriptions does not run.'));
    return this.#client.sendRequest<R>(method, params);
  }

  async dispose(): Promise<void> {
    await this.#stop();
  }

  async #launch(): Promise<void> {
    // A client that was replaced or stopped meanwhile has nothing to say any more; the others speak once.
    const launch = ++this.#launches;
    const ended = (why: string) => {
      if (launch !== this.#launches) return;
      this.#launches++;
      this.output.error(why);
      void this.#again();
    };
    try {
      const client = await this.createClient('worksec', 'Work System Security', await this.#options(ended));
      if (launch !== this.#launches) return;
      leaveNoticesToUs(client);
      this.#client = client;
      await client.start();
    } catch (error) {
      ended(`The language server could not be started. ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  async #options(ended: (why: string) => void): Promise<LanguageClientOptions> {
    const { CloseAction, ErrorAction, RevealOutputChannelOn } = await import('vscode-languageclient');
    return {
      documentSelector,
      outputChannel: this.output,
      diagnosticCollectionName: 'worksec',
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      // The settings at the start; the server asks for them again when it is told that they changed.
      initializationOptions: () => ({
        ...workspace.getConfiguration().get<object>('worksec'),
        suggestAgain: 'editor.action.triggerSuggest',
      }),
      middleware: {
        executeCommand: async (command, given, next) => {
          const result = await next(command, given);
          if (command === CHECK_WORKSPACE && result) void tellChecked(result);
          return result;
        },
        provideDiagnostics: async (document, previous, token, next) => {
          const report = await next(document, previous, token);
          if (report?.kind !== 'full' || !('uri' in document)) return report;
          return { ...report, items: withoutTwins(report.items, document.uri) };
        },
      },
      // Not tried again on the same connection: what failed there once fails there again.
      initializationFailedHandler: () => false,
      errorHandler: {
        error: (_error, _message, count) => {
          if ((count ?? 0) <= FEW_ERRORS) return { action: ErrorAction.Continue, handled: true };
          ended('The language server can no longer be reached.');
          return { action: ErrorAction.Shutdown, handled: true };
        },
        closed: () => {
          ended('The connection to the language server was closed.');
          return { action: CloseAction.DoNotRestart, message: 'The client was closed.', handled: true };
        },
      },
    };
  }

  async #again(): Promise<void> {
    const now = Date.now();
    this.#stops = [...this.#stops.filter((time) => now - time < PERIOD), now];
    const restart = l10n.t('Restart');
    const showOutput = l10n.t('Show output');
    let choice: string | undefined;
    if (this.#stops.length < ENOUGH_STOPS) {
      this.#timer = setTimeout(() => void this.#stop().then(() => this.start()), PAUSE * this.#stops.length);
      const text = l10n.t('The check of your descriptions stopped unexpectedly and is being started again.');
      choice = await window.showWarningMessage(text, showOutput);
    } else {
      const text = l10n.t('The check of your descriptions keeps stopping, so it is switched off for now.');
      choice = await window.showErrorMessage(text, restart, showOutput);
    }
    if (choice === showOutput) this.output.show(true);
    if (choice === restart) await this.restart();
  }

  async #stop(): Promise<void> {
    clearTimeout(this.#timer);
    this.#launches++;
    const client = this.#client;
    this.#client = undefined;
    this.#starting = undefined;
    // A server that is gone already, or never came up, cannot say goodbye.
    await client?.dispose().catch(() => undefined);
  }
}

/** Sends the client's own error texts to the output alone: people are told once, in plain words. */
function leaveNoticesToUs(client: BaseLanguageClient): void {
  const log = client.error.bind(client);
  client.error = (message, data) => log(message, data, false);
}
