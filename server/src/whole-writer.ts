import type { Writable } from 'node:stream';
import { AbstractMessageWriter, type Message, type MessageWriter } from 'vscode-languageserver/node';
import { bytesOf } from './kept-bytes.ts';

/**
 * Writes messages to a stream, each in one piece. The library writes length and content one after the other, and whoever
 * reads is woken up for the length alone.
 */
export class WholeWriter extends AbstractMessageWriter implements MessageWriter {
  private errors = 0;

  constructor(private readonly stream: Writable) {
    super();
    stream.on('error', (error) => this.fireError(error));
    stream.on('close', () => this.fireClose());
  }

  write(message: Message): Promise<void> {
    const content = bytesOf(message);
    const head = Buffer.from(`Content-Length: ${content.length}\r\n\r\n`);
    return new Promise((resolve, reject) => {
      this.stream.write(Buffer.concat([head, content]), (error) => {
        if (!error) {
          resolve();
          return;
        }
        this.fireError(error, message, ++this.errors);
        reject(error);
      });
    });
  }

  end(): void {
    this.stream.end();
  }
}
