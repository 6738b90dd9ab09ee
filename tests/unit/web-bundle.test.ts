import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Diagnostic, DocumentDiagnosticReport, InitializeResult } from 'vscode-languageserver-protocol';
import { FIND_FILES, READ_FILE } from '../../server/src/files-protocol.ts';
import { WorkerScope } from '../web/worker-scope.ts';

const textOf = (path: string): string => readFileSync(join(import.meta.dirname, '../..', path), 'utf8');
const client = textOf('dist/browser-client.js');
const server = textOf('dist/browser-server.js');

const FOLDER = 'vscode-vfs://github/agency';
const DESCRIPTION = 'lettings.work-system.yaml';
const CHARTER = `${FOLDER}/upload.charter.yaml`;

const NEVER = [
  // A library for tables has one in a text, for a worker of its own that nothing here starts.
  /\b(?:process|global)\.(?!\.|IS_PAPA_WORKER)/,
  /\btypeof process\b/,
  /\bBuffer\s*[.(]/,
  /["']node:/,
  /\b(?:fetch|importScripts|sendBeacon)\s*\(/,
  /\b(?:XMLHttpRequest|WebSocket|EventSource)\b/,
];

describe.each([
  ['client', client, ['vscode']],
  ['server', server, []],
])('the %s for browsers', (_name, bundle, modules) => {
  it('needs nothing of Node, and reaches for no network', () => {
    for (const pattern of NEVER) expect(pattern.exec(bundle)?.[0]).toBeUndefined();
    const required = [...bundle.matchAll(/(?<![.\w$])require\(\s*["'`]([^"'`]*)/g)].map(([, name]) => name);
    expect([...new Set(required)]).toEqual(modules);
  });
});

describe('the server in a web worker', () => {
  const read: string[] = [];
  let scope: WorkerScope;
  let initialized: InitializeResult;

  beforeAll(async () => {
    scope = new WorkerScope(server, {
      [READ_FILE]: ({ uri }: { uri: string }) => {
        read.push(uri);
        return uri.endsWith(DESCRIPTION)
          ? new TextEncoder().encode(textOf(`tests/web/workspace/${DESCRIPTION}`))
          : null;
      },
      [FIND_FILES]: () => [CHARTER, `${FOLDER}/${DESCRIPTION}`],
    });
    const workspaceFolders = [{ uri: FOLDER, name: 'agency' }];
    const capabilities = { textDocument: { diagnostic: {}, completion: {} }, workspace: { workspaceFolders: true } };
    initialized = await scope.request('initialize', { processId: null, rootUri: null, capabilities, workspaceFolders });
    scope.notify('initialized', {});
  });
  afterAll(() => scope.end());

  it('offers what it offers elsewhere', () => {
    expect(initialized.capabilities).toMatchObject({ completionProvider: {}, diagnosticProvider: {} });
  });

  it('reads a linked file through the client', async () => {
    const text = textOf('tests/web/workspace/upload.charter.yaml');
    const textDocument = { uri: CHARTER, languageId: 'yaml', version: 1, text };
    scope.notify('textDocument/didOpen', { textDocument });
    const report = await scope.request<DocumentDiagnosticReport>('textDocument/diagnostic', { textDocument });
    const items: Diagnostic[] = report.kind === 'full' ? report.items : [];
    expect(items.filter(({ code }) => code === 'reference/unknown-id').map(({ message }) => message)).toEqual([
      expect.stringContaining('applicant-fil'),
    ]);
    expect(read).toEqual([`${FOLDER}/worksec.config.yaml`, `${FOLDER}/${DESCRIPTION}`]);
  });
});
