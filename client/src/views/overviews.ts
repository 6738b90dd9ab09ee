import { type Disposable, EventEmitter } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { CHANGED, type ChangedParams, type DocumentOverview, OVERVIEW } from '../../../server/src/protocol.ts';

/** Above this many changed files it is cheaper to ask for all of them at once. */
const FEW = 5;

/** Stands for every file of the workspace. */
const ALL = '*';

/** What the server last said of every document; asks again for what changed. */
export class Overviews implements Disposable {
  readonly #changed = new EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  #client: BaseLanguageClient | undefined;
  #documents: readonly DocumentOverview[] = [];
  /** Files to ask about; {@link ALL} where everything is to be asked anew. */
  #waiting = new Set<string>();
  #asking: Promise<void> | undefined;

  /** Listens to a client that is about to start; one that came before has nothing to say any more. */
  attach(client: BaseLanguageClient): void {
    this.#client = client;
    client.onNotification(CHANGED, ({ uris }: ChangedParams) => {
      if (client === this.#client) this.#ask(!uris || uris.length > FEW ? [ALL] : uris);
    });
    client.onDidChangeState(() => {
      if (client === this.#client && client.isRunning()) this.#ask([ALL]);
    });
  }

  /** All documents of the workspace, by file. */
  get documents(): readonly DocumentOverview[] {
    return this.#documents;
  }

  /** The documents of one file. */
  of(uri: string): DocumentOverview[] {
    return this.#documents.filter((document) => document.uri === uri);
  }

  dispose(): void {
    this.#client = undefined;
    this.#changed.dispose();
  }

  #ask(uris: readonly string[]): void {
    for (const uri of uris) this.#waiting.add(uri);
    this.#asking ??= this.#askAll().finally(() => {
      this.#asking = undefined;
    });
  }

  async #askAll(): Promise<void> {
    while (this.#waiting.size > 0) {
      const uris = this.#waiting.has(ALL) ? [ALL] : [...this.#waiting];
      this.#waiting.clear();
      for (const uri of uris) await this.#askOne(uri);
      this.#changed.fire();
    }
  }

  async #askOne(uri: string): Promise<void> {
    try {
      const said = await this.#client?.sendRequest<DocumentOverview[]>(OVERVIEW, uri === ALL ? {} : { uri });
      if (!said) return;
      const others = uri === ALL ? [] : this.#documents.filter((document) => document.uri !== uri);
      this.#documents = [...others, ...said].sort((a, b) => (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0));
    } catch {
      // The server stopped meanwhile. It is started again elsewhere, and then everything is asked anew.
    }
  }
}
