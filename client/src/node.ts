import type { ExtensionContext } from 'vscode';
import { type ExtensionApi, startClient } from './client.ts';

/** Entry on a desktop or a remote host: the language server runs in a process of its own, spoken to over IPC. */
export function activate(context: ExtensionContext): ExtensionApi {
  return startClient(context, async (id, name, options) => {
    const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
    const server = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
    const debug = { ...server, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
    return new LanguageClient(id, name, { run: server, debug }, options);
  });
}
