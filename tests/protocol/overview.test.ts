import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FileChangeType } from 'vscode-languageserver-protocol/node';
import { CHANGED, type ChangedParams, type DocumentOverview, OVERVIEW } from '../../server/src/protocol.ts';
import { LspClient, RICH } from '../helpers/lsp-client.ts';

const FILE = 'claims.work-system.yaml';
const CLAIMS = `kind: work-system
format: 1
title: Claims
participants: { handlers: Claims handlers }
activities:
  assess: { does: Handlers decide, performed_by: [handler] }
`;

let folder: string;
let client: LspClient;
let told: string[][];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'worksec-'));
  told = [];
  client = new LspClient(folder);
  client.connection.onNotification(CHANGED, ({ uris }: ChangedParams) => void told.push([...uris]));
  await client.start(RICH);
  // The settings have come in: from here on only the tests change anything.
  await until('the settings', () => client.refreshes > 0);
});

afterEach(async () => {
  await client.stop();
  rmSync(folder, { recursive: true });
});

const ask = (file?: string): Promise<DocumentOverview[]> =>
  client.connection.sendRequest(OVERVIEW, file === undefined ? {} : { uri: client.uri(file) });
const pull = (file: string) => client.request('textDocument/diagnostic', file);
const rules = (documents: readonly DocumentOverview[]) =>
  documents.flatMap(({ areas }) => areas.flatMap(({ findings }) => findings.map(({ rule }) => rule)));

/** Waits until the server has told of changes so many times. */
const tellings = (count: number) => until(`${count} tellings`, () => told.length >= count);

async function until(what: string, holds: () => boolean): Promise<void> {
  for (const end = Date.now() + 5000; !holds(); await new Promise((resolve) => setTimeout(resolve, 5)))
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}.`);
}

describe('the overview', () => {
  it('covers every file of the workspace, open or not, and one where one is named', async () => {
    writeFileSync(join(folder, 'closed.work-system.yaml'), CLAIMS.replace('title: Claims', 'title: Closed'));
    writeFileSync(join(folder, 'other.yaml'), 'name: build\n');
    await client.open(FILE, CLAIMS);
    expect((await ask()).map(({ uri, title }) => [uri, title])).toEqual([
      [client.uri(FILE), 'Claims'],
      [client.uri('closed.work-system.yaml'), 'Closed'],
    ]);
    expect((await ask('closed.work-system.yaml')).map(({ title }) => title)).toEqual(['Closed']);
    expect(await ask('other.yaml')).toEqual([]);
    expect(await ask('nowhere.work-system.yaml')).toEqual([]);
  });

  it('follows the text as one types, and the file as it changes on disk', async () => {
    await client.open(FILE, CLAIMS);
    expect(rules(await ask(FILE))).toContain('reference/unknown-id');
    const at = { line: 5, character: 57 };
    await client.change(FILE, [{ range: { start: at, end: at }, text: 's' }]);
    expect(rules(await ask(FILE))).not.toContain('reference/unknown-id');

    const closed = 'closed.work-system.yaml';
    writeFileSync(join(folder, closed), CLAIMS);
    expect(await ask(closed)).toHaveLength(1);
    rmSync(join(folder, closed));
    await client.changedOnDisk(closed, FileChangeType.Deleted);
    expect(await ask(closed)).toEqual([]);
  });
});

describe('the notification of changes', () => {
  it('comes once for changes that come together, and not where nothing changed', async () => {
    await client.open(FILE, CLAIMS);
    await client.open('second.work-system.yaml', CLAIMS);
    await pull(FILE);
    await pull('second.work-system.yaml');
    await tellings(1);
    expect(told).toEqual([[client.uri(FILE), client.uri('second.work-system.yaml')]]);

    await pull(FILE);
    await client.change('second.work-system.yaml', [{ text: CLAIMS.replace('handler]', 'handlers]') }]);
    await pull('second.work-system.yaml');
    await tellings(2);
    expect(told[1]).toEqual([client.uri('second.work-system.yaml')]);
  });

  it('tells of a file that is gone', async () => {
    writeFileSync(join(folder, FILE), CLAIMS);
    const workspaceReport = () => client.connection.sendRequest('workspace/diagnostic', { previousResultIds: [] });
    await workspaceReport();
    await tellings(1);
    rmSync(join(folder, FILE));
    await client.changedOnDisk(FILE, FileChangeType.Deleted);
    // Also where the client knows nothing of it any more, as after closing it.
    await workspaceReport();
    await tellings(2);
    expect(told).toEqual([[client.uri(FILE)], [client.uri(FILE)]]);
  });
});
