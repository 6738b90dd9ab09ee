import { workspace } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';

/** Where Red Hat’s language server lies; filled in when the tests are built. */
declare const YAML_SERVER: string;

/**
 * Stands in for Red Hat’s YAML extension, which no package registry has: it has the same name, starts the same server
 * from npm over the same documents, and synchronizes the same settings, with the same defaults in its manifest (but for
 * the schema store, which would need the network). What the extension does besides, such as its commands, is not here.
 */
export async function activate(): Promise<void> {
  const client = new LanguageClient(
    'yaml',
    'YAML Support',
    { module: YAML_SERVER, transport: TransportKind.ipc },
    {
      documentSelector: [{ language: 'yaml' }, { language: 'dockercompose' }, { pattern: '*.y(a)ml' }],
      synchronize: {
        configurationSection: ['yaml', 'http.proxy', 'http.proxyStrictSSL', 'editor.tabSize', 'editor.formatOnType'],
        fileEvents: [workspace.createFileSystemWatcher('**/*.?(e)y?(a)ml')],
      },
    },
  );
  await client.start();
}
