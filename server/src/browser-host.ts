import ignore from 'ignore';
import type { Connection } from 'vscode-languageserver';
import {
  FIND_FILES,
  type FileParams,
  type FindFilesParams,
  type FindFilesResult,
  READ_FILE,
  type ReadFileResult,
} from './files-protocol.ts';
import type { House } from './front-door.ts';
import type { Host } from './library.ts';
import { startServer } from './server.ts';

/** A machine without files: the client reads and finds them, through whatever stands behind the editor. */
const hostOver = (connection: Connection): Host => ({
  async readFile(uri, folder) {
    if (!uri.startsWith(`${folder}/`)) return undefined;
    const params: FileParams = { uri };
    return (await connection.sendRequest<ReadFileResult>(READ_FILE, params).catch(() => null)) ?? undefined;
  },
  async findFiles(folder, ignored) {
    const params: FindFilesParams = { folder };
    const found = await connection.sendRequest<FindFilesResult>(FIND_FILES, params).catch(() => []);
    // Unlike on a machine, what git ignores is not asked for: such hosts show what is in the repository.
    const patterns = ignore().add(ignored);
    return found.filter((uri) => !patterns.ignores(pathWithin(uri, folder)));
  },
  today: () => localDay(new Date()),
});

const pathWithin = (uri: string, folder: string): string => decodeURIComponent(uri.slice(folder.length + 1));

/** The calendar day where the person is. */
function localDay(now: Date): string {
  const pad = (n: number): string => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

/** Serves what the client finds and reads. */
export const serve: House['serve'] = (connection, params) => startServer(connection, hostOver(connection), params);
