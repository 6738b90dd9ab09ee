import type { Connection, InitializeParams } from 'vscode-languageserver';
import { capabilitiesFor } from './capabilities.ts';
import { chosenEncoding } from './encoding.ts';

/** The server behind the door, once it is loaded. */
export interface House {
  readonly serve: (connection: Connection, params: InitializeParams) => void;
}

/**
 * Answers an editor's greeting at once: what the server can do is known before the server is there. Rules and formats
 * take most of the time to load, and they do so once the answer is out, before the next message is looked at.
 */
export function openDoor(connection: Connection, load: () => Promise<House>): void {
  connection.onInitialize((params) => {
    // An editor says “initialized” when it has the answer; nothing else may come before that.
    connection.onInitialized(async () => (await load()).serve(connection, params));
    const { capabilities } = params;
    const encoding = chosenEncoding(capabilities.general?.positionEncodings);
    return { serverInfo: { name: 'worksec' }, capabilities: capabilitiesFor(capabilities, encoding) };
  });
  connection.listen();
}
