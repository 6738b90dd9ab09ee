import { firstMessage } from './first-message.ts';
import { type Answer, answerAtOnce } from './front-door.ts';

/**
 * Starts the server over the transport that the command line names: `--stdio`, `--node-ipc`, `--socket=…`.
 *
 * Nothing heavy is loaded for the answer to an editor's greeting. The door only looks at the first message, and leaves it
 * where it is: the house reads it again, with all that follows, and does not say what has been said.
 */
export function startNode(): void {
  const transport = process.argv.find((each) => /^--(?:stdio|node-ipc|socket|pipe)(?:=|$)/.test(each));
  if (transport === '--stdio') watchInput();
  else if (transport === '--node-ipc') watchChannel();
  else void enter();
}

function watchInput(): void {
  const { stdin, stdout } = process;
  let bytes = Buffer.alloc(0);
  const look = (chunk: Buffer): void => {
    bytes = Buffer.concat([bytes, chunk]);
    const first = firstMessage(bytes);
    if (!first.whole) return;
    stdin.off('data', look).off('end', leave).pause();
    stdin.unshift(bytes);
    const answer = answerAtOnce(first.message);
    const body = JSON.stringify(answer);
    if (answer) stdout.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    setImmediate(async () => {
      await enter(answer);
      stdin.resume();
    });
  };
  const leave = (): never => process.exit(1);
  stdin.on('data', look).on('end', leave);
}

function watchChannel(): void {
  process.once('message', (message) => {
    const answer = answerAtOnce(message);
    if (answer) process.send?.(answer);
    setImmediate(async () => {
      await enter(answer);
      // Node keeps what comes while nobody listens, and hands it over after this.
      process.emit('message', message, undefined);
    });
  });
}

async function enter(given?: Answer): Promise<void> {
  const { openHouse } = await import('./node-house.ts');
  const { spare } = await import('./sparing.ts');
  spare();
  openHouse(given?.id);
}
