import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { URI } from 'vscode-uri';
import { namedKind } from './check/check.ts';
import { Ignoring } from './disk/ignoring.ts';
import type { House } from './front-door.ts';
import type { Host } from './library.ts';
import { startServer } from './server.ts';

/** The largest file that is read at all; larger ones are spoken of by their size. */
const MOST_BYTES = 32 * 1024 * 1024;

/** Files of this machine, never outside the folder that is checked, not even through a symbolic link. */
const host: Host = {
  async readFile(uri, folder) {
    try {
      const [file, inside] = await Promise.all([realpath(pathOf(uri)), realpath(pathOf(folder))]);
      if (!file.startsWith(inside.endsWith('/') || inside.endsWith('\\') ? inside : inside + separatorOf(inside)))
        return undefined;
      const { size } = await stat(file);
      return size > MOST_BYTES ? undefined : await readFile(file);
    } catch {
      return undefined;
    }
  },
  async findFiles(folder, ignore) {
    const root = pathOf(folder);
    const files: string[] = [];
    await search(root, Ignoring.at(root, ignore, root), files);
    return files.map((file) => URI.file(file).toString());
  },
  // Tests and demonstrations hand in the day, so that their results can be repeated.
  today: () => process.env.WORKSEC_TODAY ?? localDay(new Date()),
};

const pathOf = (uri: string): string => URI.parse(uri).fsPath;

/** Links to folders are not followed, so that they cannot lead in circles; folders that cannot be read are passed over. */
async function search(folder: string, outer: Ignoring, files: string[]): Promise<void> {
  const ignoring = outer.within(folder);
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
    const path = join(folder, entry.name);
    if (ignoring.skips(path, entry.isDirectory())) continue;
    if (entry.isDirectory()) await search(path, ignoring, files);
    else if (namedKind(entry.name)) files.push(path);
  }
}

const separatorOf = (path: string): string => (path.includes('\\') ? '\\' : '/');

/** The calendar day where the person is. */
export function localDay(now: Date): string {
  const pad = (n: number): string => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

/** Serves the files of this machine. */
export const serve: House['serve'] = (connection, params) => startServer(connection, host, params);
