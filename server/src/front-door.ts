import type { Connection, InitializeParams, InitializeResult } from 'vscode-languageserver';
import { capabilitiesFor } from './capabilities.ts';
import { chosenEncoding } from './encoding.ts';

/** The server behind the door, once it is loaded. */
export interface House {
  readonly serve: (connection: Connection, params: InitializeParams) => void;
}

/** What a message is known by to the one who waits for an answer to it. */
export type Asked = string | number;

/** An answer as it is sent. */
export interface Answer {
  readonly jsonrpc: '2.0';
  readonly id: Asked;
  readonly result: InitializeResult;
}

/** What the server says of itself. It is known before the server is there. */
function greeting({ capabilities }: InitializeParams): InitializeResult {
  const encoding = chosenEncoding(capabilities.general?.positionEncodings);
  return { serverInfo: { name: 'worksec' }, capabilities: capabilitiesFor(capabilities, encoding) };
}

/**
 * The answer to an editor's greeting, given at the doorstep. Undefined for anything else and for a greeting that makes no
 * sense: the house has its own answer to those.
 */
export function answerAtOnce(message: unknown): Answer | undefined {
  const { id, method, params } = (message ?? {}) as { id?: unknown; method?: unknown; params?: unknown };
  if (method !== 'initialize' || (typeof id !== 'string' && typeof id !== 'number')) return undefined;
  try {
    return { jsonrpc: '2.0', id, result: greeting(params as InitializeParams) };
  } catch {
    return undefined;
  }
}

/** Answers an editor's greeting over a connection, and lets it in; the house may be loaded as late as that. */
export function openDoor(connection: Connection, load: () => House | Promise<House>): void {
  connection.onInitialize((params) => {
    // An editor says “initialized” when it has the answer; nothing else may come before that.
    connection.onInitialized(async () => (await load()).serve(connection, params));
    return greeting(params);
  });
  connection.listen();
}
