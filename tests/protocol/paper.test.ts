import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { APPLY_ANSWERS, type AppliedAnswers, INTERVIEW, PEOPLE, REPORT } from '../../server/src/protocol.ts';
import { LspClient, RICH } from '../helpers/lsp-client.ts';

const FILE = 'claims.work-system.yaml';
const CLAIMS = `kind: work-system
format: 1
title: Claims
participants: { handlers: { name: Claims handlers } }
activities:
  assess: { does: Handlers decide, performed_by: [handlers], uses: [claim-file] }
information:
  claim-file: { name: The claim file, sensitivity: confidential }
`;

let folder: string;
let client: LspClient;
let uri: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'worksec-'));
  writeFileSync(join(folder, FILE), CLAIMS);
  writeFileSync(join(folder, 'lettings.work-system.yaml'), CLAIMS.replace('title: Claims', 'title: Lettings'));
  uri = pathToFileURL(join(folder, FILE)).href;
  client = await new LspClient(folder).start(RICH);
});

afterAll(async () => {
  await client.stop();
  rmSync(folder, { recursive: true });
});

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
