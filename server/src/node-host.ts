import { readFile, realpath, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import type { Host } from './library.ts';
import { startServer } from './server.ts';

/** The largest file that is read at all; larger ones are spoken of by their size. */
const MOST_BYTES = 32 * 1024 * 1024;

/** Files of this machine, never outside the folder that is checked, not even through a symbolic link. */
const host: Host = {
  async readFile(uri, folder) {
    try {
      const [file, inside] = await Promise.all([realpath(fileURLToPath(uri)), realpath(fileURLToPath(folder))]);
      if (!file.startsWith(inside.endsWith('/') || inside.endsWith('\\') ? inside : inside + separatorOf(inside)))
        return undefined;
      const { size } = await stat(file);
      return size > MOST_BYTES ? undefined : await readFile(file);
    } catch {
      return undefined;
    }
  },
  // Tests and demonstrations hand in the day, so that their results can be repeated.
  today: () => process.env.WORKSEC_TODAY ?? localDay(new Date()),
};

const separatorOf = (path: string): string => (path.includes('\\') ? '\\' : '/');

/** The calendar day where the person is. */
export function localDay(now: Date): string {
  const pad = (n: number): string => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

/** Starts the server over the transport that the command line names: `--stdio`, `--node-ipc`, `--socket=…`. */
export function startNode(): void {
  startServer(createConnection(ProposedFeatures.all), host);
}

export { startNode as startStdio };
