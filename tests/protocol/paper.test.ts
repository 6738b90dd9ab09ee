import { afterAll, beforeAll, expect, it } from 'vitest';
import { APPLY_ANSWERS, type AppliedAnswers, INTERVIEW, PEOPLE, REPORT } from '../../server/src/protocol.ts';
import { CLAIMS, FILE } from '../helpers/claims.ts';
import { LspClient, RICH } from '../helpers/lsp-client.ts';

let client: LspClient;
let uri: string;

beforeAll(async () => {
  const lettings = CLAIMS.replace('title: Claims', 'title: Lettings');
  client = await LspClient.inNewFolder({ [FILE]: CLAIMS, 'lettings.work-system.yaml': lettings }).start(RICH);
  uri = client.uri(FILE);
});

afterAll(() => client.leave());

const ask = <R>(method: string, params: object): Promise<R> => client.connection.sendRequest<R>(method, params);

it('a report is on one file, open or not, or on all of the workspace', async () => {
  expect(await ask(REPORT, { uri, format: 'html' })).toMatch(/^<!DOCTYPE html>[\s\S]*<svg/i);
  const all = JSON.parse(await ask<string>(REPORT, { format: 'json' }));
  expect(all.documents.map(({ title }: { title: string }) => title)).toEqual(['Claims', 'Lettings']);
  expect(await ask(REPORT, { uri: `${uri}.none`, format: 'md' })).toBeNull();
});

it('an interview goes out as a sheet, and comes back as edits of the text that is open', async () => {
  expect(await ask(PEOPLE, { uri })).toEqual([{ id: 'handlers', name: 'Claims handlers' }]);
  const sheet = await ask<string>(INTERVIEW, { uri, format: 'md', group: 'handlers' });
  const filled = sheet.replace(/(no-owner@information\.claim-file -->\s+Answer:)/, '$1 handlers');
  await client.open(FILE, CLAIMS);
  const { files, taken } = await ask<AppliedAnswers>(APPLY_ANSWERS, { sheet: filled });
  expect(taken).toBe(1);
  expect(files).toEqual([
    { uri, version: 1, edits: [{ range: expect.anything(), newText: expect.stringContaining('owner: handlers') }] },
  ]);
  expect(await ask(APPLY_ANSWERS, { sheet: 'No sheet at all' })).toBeNull();
});
