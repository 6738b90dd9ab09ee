import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FileChangeType } from 'vscode-languageserver-protocol/node';
import {
  CHANGED,
  type ChangedParams,
  COVERAGE,
  type CoverageAnswer,
  type DocumentOverview,
  OVERVIEW,
  PLACE,
  type WireRange,
} from '../../server/src/protocol.ts';
import { FILE, MISSPELT } from '../helpers/claims.ts';
import { LspClient, RICH } from '../helpers/lsp-client.ts';

let client: LspClient;
/** Of which files the server told, time by time; undefined for all of them. */
let told: (readonly string[] | undefined)[];

/** Gives every test of a group a server, and a client of its kind that has sent its settings. */
const connected = (capabilities: Parameters<LspClient['start']>[0]): void =>
  beforeEach(async () => {
    told = [];
    client = LspClient.inNewFolder();
    client.connection.onNotification(CHANGED, ({ uris }: ChangedParams) => void told.push(uris));
    await client.start(capabilities);
    // The settings have come in: from here on only the tests change anything.
    if (capabilities === RICH) await until('the settings', () => client.refreshes > 0);
  });

afterEach(() => client.leave());

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
  connected(RICH);

  it('covers every file of the workspace, open or not, and one where one is named', async () => {
    client.write('closed.work-system.yaml', MISSPELT.replace('title: Claims', 'title: Closed'));
    client.write('other.yaml', 'name: build\n');
    await client.open(FILE, MISSPELT);
    expect((await ask()).map(({ uri, title }) => [uri, title])).toEqual([
      [client.uri(FILE), 'Claims'],
      [client.uri('closed.work-system.yaml'), 'Closed'],
    ]);
    expect((await ask('closed.work-system.yaml')).map(({ title }) => title)).toEqual(['Closed']);
    expect(await ask('other.yaml')).toEqual([]);
    expect(await ask('nowhere.work-system.yaml')).toEqual([]);
  });

  it('follows the text as one types, and the file as it changes on disk', async () => {
    await client.open(FILE, MISSPELT);
    expect(rules(await ask(FILE))).toContain('reference/unknown-id');
    const at = { line: 7, character: 57 };
    await client.change(FILE, [{ range: { start: at, end: at }, text: 's' }]);
    expect(rules(await ask(FILE))).not.toContain('reference/unknown-id');

    const closed = 'closed.work-system.yaml';
    client.write(closed, MISSPELT);
    expect(await ask(closed)).toHaveLength(1);
    rmSync(client.path(closed));
    await client.changedOnDisk(closed, FileChangeType.Deleted);
    expect(await ask(closed)).toEqual([]);
  });
});

describe('the coverage of a file', () => {
  connected(RICH);

  it('comes with pictures and questions, for closed files too, and follows the text', async () => {
    client.write(FILE, MISSPELT);
    const uri = client.uri(FILE);
    const cover = () => client.connection.sendRequest<CoverageAnswer>(COVERAGE, { uri });
    const closed = await cover();
    expect(closed.documents.map(({ title }) => title)).toEqual(['Claims']);
    expect(closed.documents[0]!.pictures.map(({ id }) => id)).toContain('framework');

    await client.open(FILE, `${MISSPELT}information: { note: { sensitivity: confidential } }\n`);
    const open = await cover();
    expect(open.documents[0]!.questions.length).toBeGreaterThan(closed.documents[0]!.questions.length);
    const place = await client.connection.sendRequest<WireRange>(PLACE, { uri, at: '/activities/assess' });
    expect(place).toEqual({ start: { line: 7, character: 2 }, end: { line: 7, character: 8 } });
  });

  it('has nothing to say of a file that is not there', async () => {
    const uri = client.uri('nowhere.work-system.yaml');
    expect((await client.connection.sendRequest<CoverageAnswer>(COVERAGE, { uri })).documents).toEqual([]);
    expect(await client.connection.sendRequest(PLACE, { uri, at: '/information' })).toBeNull();
  });
});

describe.each([
  ['pulls diagnostics', RICH],
  ['gets them pushed', {}],
])('the notification of changes, to a client that %s', (_name, capabilities) => {
  connected(capabilities);

  it('comes once for changes that come together, and not where nothing changed', async () => {
    await ask();
    await client.open(FILE, MISSPELT);
    await client.open('second.work-system.yaml', MISSPELT);
    await tellings(1);
    expect(told).toEqual([[client.uri(FILE), client.uri('second.work-system.yaml')]]);

    await ask();
    await client.change('second.work-system.yaml', [{ text: MISSPELT.replace('handler]', 'handlers]') }]);
    await tellings(2);
    expect(told[1]).toEqual([client.uri('second.work-system.yaml')]);
  });

  it('names the charters that link to a file that changed', async () => {
    const charter = 'kind: project-charter\nformat: 1\ntitle: Portal\nwork_system: claims.work-system.yaml\n';
    client.write(FILE, MISSPELT);
    client.write('portal.charter.yaml', charter);
    await ask();
    await client.changedOnDisk(FILE, FileChangeType.Changed);
    await tellings(1);
    expect(told).toEqual([[client.uri(FILE), client.uri('portal.charter.yaml')]]);
  });

  it('names no files where all may have changed, as after a change of settings', async () => {
    await ask();
    await client.configure({ sensitiveFrom: 'internal' });
    await tellings(1);
    expect(told).toEqual([undefined]);
  });

  it('does not come before the client has asked for an overview', async () => {
    await client.open(FILE, MISSPELT);
    await client.change(FILE, [{ text: `${MISSPELT}purpose: Pay what is due\n` }]);
    await ask();
    await client.change(FILE, [{ text: MISSPELT }]);
    await tellings(1);
    expect(told).toHaveLength(1);
  });
});

describe('a file that is deleted while an editor still holds its text', () => {
  connected(RICH);

  beforeEach(async () => {
    await client.open(FILE, MISSPELT);
    expect(await ask()).toHaveLength(1);
    await client.changedOnDisk(FILE, FileChangeType.Deleted);
  });

  it('is gone from the overview, with its findings', async () => {
    await tellings(1);
    expect(await ask()).toEqual([]);
    expect(await ask(FILE)).toEqual([]);
    expect(await pull(FILE)).toMatchObject({ items: [] });
  });

  it('goes as well with the folder it lies in', async () => {
    await client.open('motor/inner.work-system.yaml', MISSPELT);
    expect(await ask()).toHaveLength(1);
    await client.changedOnDisk('motor', FileChangeType.Deleted);
    expect(await ask()).toEqual([]);
  });

  it('is there again once somebody goes on writing it', async () => {
    await client.change(FILE, [{ text: `${MISSPELT}purpose: Pay what is due\n` }]);
    expect(await ask()).toHaveLength(1);
  });

  it('is there again once it is there again', async () => {
    await client.changedOnDisk(FILE, FileChangeType.Created);
    expect(rules(await ask(FILE))).toContain('reference/unknown-id');
  });
});
