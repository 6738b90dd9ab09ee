import { Worker } from 'node:worker_threads';

/** What a web worker has and Node's own does not, and the other way round, before the bundle is run in it. */
const SCOPE = `
  const { parentPort, workerData } = require('node:worker_threads');
  const listeners = { message: [], error: [] };
  globalThis.self = globalThis;
  globalThis.addEventListener = (type, listener) => listeners[type]?.push(listener);
  globalThis.postMessage = (message) => parentPort.postMessage(message);
  parentPort.on('message', (data) => {
    for (const listener of [globalThis.onmessage, ...listeners.message]) listener?.({ data });
  });
  // Gone, and not in anybody's way: newer versions of Node ask for some of them by these names.
  for (const name of ['process', 'Buffer', 'require', 'module', 'fetch', 'WebSocket', 'setImmediate', 'global'])
    delete globalThis[name];
  (0, eval)(workerData);
`;

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** Answers a request of the server. */
export type Answer = (params: never) => unknown;

/** A client in a few lines, speaking with a server bundle in something like a web worker. */
export class WorkerScope {
  private readonly worker: Worker;
  private readonly waiting = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>();
  private count = 0;

  constructor(
    bundle: string,
    private readonly answers: Readonly<Record<string, Answer>>,
  ) {
    this.worker = new Worker(SCOPE, { eval: true, workerData: bundle });
    this.worker.on('message', (message: Message) => this.receive(message));
    this.worker.on('error', (error) => {
      for (const { reject } of this.waiting.values()) reject(error as Error);
    });
  }

  request<R>(method: string, params: unknown): Promise<R> {
    const id = ++this.count;
    this.post({ id, method, params });
    return new Promise<R>((resolve, reject) => {
      this.waiting.set(id, { resolve: (result) => resolve(result as R), reject });
    });
  }

  notify(method: string, params: unknown): void {
    this.post({ method, params });
  }

  end(): Promise<number> {
    return this.worker.terminate();
  }

  private receive({ id, method, params, result, error }: Message): void {
    if (id === undefined) return;
    if (method) {
      this.post({ id, result: this.answers[method]?.(params as never) ?? null });
      return;
    }
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    if (error) waiting?.reject(new Error(error.message));
    else waiting?.resolve(result);
  }

  private post(message: Message): void {
    this.worker.postMessage({ jsonrpc: '2.0', ...message });
  }
}
