import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { openDoor } from './front-door.ts';

/** Starts the server over the transport that the command line names: `--stdio`, `--node-ipc`, `--socket=…`. */
export function startNode(): void {
  openDoor(createConnection(ProposedFeatures.all), () => import('./node-host.ts'));
}
