import { Console } from 'node:console';
import {
  type Connection,
  createConnection,
  IPCMessageReader,
  IPCMessageWriter,
  Message,
  type MessageWriter,
  ProposedFeatures,
} from 'vscode-languageserver/node';
import { type Asked, openDoor } from './front-door.ts';
import * as host from './node-host.ts';
import { WholeWriter } from './whole-writer.ts';

/** Serves the editor that came in, which may have its answer already. */
export function openHouse(answered?: Asked): void {
  openDoor(connectionAfter(answered), () => host);
}

function connectionAfter(answered: Asked | undefined): Connection {
  // The library finds the transport by itself, but has nobody look at what it writes.
  if (answered === undefined) return createConnection(ProposedFeatures.all);
  if (!process.argv.includes('--stdio'))
    return createConnection(
      ProposedFeatures.all,
      new IPCMessageReader(process),
      saidOnce(answered, new IPCMessageWriter(process)),
    );
  // Standard output belongs to the protocol; whatever prints does so elsewhere.
  globalThis.console = new Console(process.stderr);
  const output = saidOnce(answered, new WholeWriter(process.stdout));
  // It takes a writer for a stream too, though it does not say so; the input must be one for it to see its end.
  return createConnection(ProposedFeatures.all, process.stdin, output as unknown as NodeJS.WritableStream);
}

/** A writer that leaves out the one answer that the door gave. */
function saidOnce<W extends MessageWriter>(answered: Asked, writer: W): W {
  const write = writer.write.bind(writer);
  writer.write = (message) => {
    if (!Message.isResponse(message) || message.id !== answered) return write(message);
    writer.write = write;
    return Promise.resolve();
  };
  return writer;
}
