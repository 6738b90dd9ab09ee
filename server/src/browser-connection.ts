import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { openDoor } from './front-door.ts';

/** The web worker that this code runs in: its one door is the exchange of messages with the client. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

/** Starts the server in a web worker. */
export function startBrowser(): void {
  const connection = createConnection(
    ProposedFeatures.all,
    new BrowserMessageReader(self),
    new BrowserMessageWriter(self),
  );
  openDoor(connection, () => import('./browser-host.ts'));
}
