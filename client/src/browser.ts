import { type ExtensionContext, RelativePattern, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  FIND_FILES,
  type FileParams,
  type FindFilesParams,
  type FindFilesResult,
  READ_FILE,
  type ReadFileResult,
} from '../../server/src/files-protocol.ts';
import { type ExtensionApi, startClient } from './client.ts';

const MOST_BYTES = 32 * 1024 * 1024;
const OURS = '**/{*.work-system.yaml,*.work-system.yml,*.charter.yaml,*.charter.yml}';
const READABLE = /(?:\.(?:work-system|charter)\.ya?ml|\/worksec\.config\.yaml)$/i;

declare const Worker: new (address: string) => { terminate(): void };

/** Entry in a browser: the language server runs in a web worker and reads files through the client. */
export function activate(context: ExtensionContext): ExtensionApi {
  return startClient(context, async (id, name, options) => {
    const { LanguageClient } = await import('vscode-languageclient/browser');
    const worker = new Worker(Uri.joinPath(context.extensionUri, 'dist/browser-server.js').toString(true));
    // The worker ends with its client, also with one that never came up.
    class WorkerClient extends LanguageClient {
      override dispose(timeout?: number): Promise<void> {
        return super.dispose(timeout).finally(() => worker.terminate());
      }
    }
    const client = new WorkerClient(id, name, worker, {
      ...options,
      initializationOptions: () => plain(options.initializationOptions()),
    });
    answerForFiles(client);
    return client;
  });
}

/** Settings come as proxies, which cannot be posted to a worker as they are. */
const plain = (settings: object): object => JSON.parse(JSON.stringify(settings));

function answerForFiles(client: BaseLanguageClient): void {
  client.onRequest(READ_FILE, ({ uri }: FileParams): Promise<ReadFileResult> => readFile(Uri.parse(uri)));
  client.onRequest(FIND_FILES, ({ folder }: FindFilesParams): Promise<FindFilesResult> => findFiles(Uri.parse(folder)));
}

/** The bytes of one of our files; null for anything else, and for what lies outside the workspace. */
async function readFile(uri: Uri): Promise<ReadFileResult> {
  if (!READABLE.test(uri.path) || uri.path.split('/').includes('..') || !workspace.getWorkspaceFolder(uri)) return null;
  try {
    const { size } = await workspace.fs.stat(uri);
    return size > MOST_BYTES ? null : await workspace.fs.readFile(uri);
  } catch {
    return null;
  }
}

async function findFiles(folder: Uri): Promise<FindFilesResult> {
  if (!workspace.getWorkspaceFolder(folder)) return [];
  const found = await workspace.findFiles(new RelativePattern(folder, OURS), '**/{node_modules,.git}/**');
  return found.map(String);
}
