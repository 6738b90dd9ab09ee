import { mkdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Diagnostic,
  FileChangeType,
  type TextDocumentEdit,
  type TextEdit,
} from 'vscode-languageserver-protocol/node';
import { FILE, MISSPELT } from '../helpers/claims.ts';
import { LspClient } from '../helpers/lsp-client.ts';
import { applyToText } from '../helpers/lsp-edits.ts';

let client: LspClient;

beforeEach(async () => {
  client = await LspClient.inNewFolder().start();
});

afterEach(() => client.leave());

const codes = (diagnostics: readonly Diagnostic[]): unknown[] => diagnostics.map(({ code }) => code);
const has = (code: string) => (diagnostics: readonly Diagnostic[]) => codes(diagnostics).includes(code);
const hasNot = (code: string) => (diagnostics: readonly Diagnostic[]) => !codes(diagnostics).includes(code);

describe('pushed diagnostics', () => {
  it('carry range, code, link to the rule’s page and related places', async () => {
    await client.open(FILE, MISSPELT);
    const found = (await client.diagnostics(FILE, has('reference/unknown-id'))).find(has1('reference/unknown-id'))!;
    expect(found).toMatchObject({
      range: { start: { line: 7, character: 50 }, end: { line: 7, character: 57 } },
      severity: 1,
      source: 'worksec',
      message: 'Nothing here is called “handler”. Did you mean handlers?',
    });
    expect(found.codeDescription?.href).toMatch(/docs\/rules\/reference\/unknown-id\.md$/);
    expect(found.relatedInformation?.[0]?.location.range.start).toEqual({ line: 5, character: 16 });
  });

  it('follow incremental changes and go when the text is closed', async () => {
    await client.open(FILE, MISSPELT);
    await client.diagnostics(FILE, has('reference/unknown-id'));
    const at = { line: 7, character: 57 };
    await client.change(FILE, [{ range: { start: at, end: at }, text: 's' }]);
    await client.diagnostics(FILE, hasNot('reference/unknown-id'));
    await client.close(FILE);
    await client.diagnostics(FILE, (all) => all.length === 0);
  });

  it('are given for no other YAML, and for any YAML whose kind is one of ours', async () => {
    await client.open('values.yaml', 'kind: Deployment\nreplicas: many\n');
    await client.open('any-name.yaml', MISSPELT);
    await client.diagnostics('any-name.yaml', has('reference/unknown-id'));
    expect(client.publications('values.yaml').every(({ diagnostics }) => diagnostics.length === 0)).toBe(true);
  });

  it('obey the settings of the editor at once, and those of the project before them', async () => {
    await client.open(FILE, MISSPELT);
    await client.diagnostics(FILE, has('reference/unknown-id'));
    await client.configure({ severity: { 'reference/unknown-id': 'off' } });
    await client.diagnostics(FILE, hasNot('reference/unknown-id'));
    client.write('worksec.config.yaml', 'severity: { reference/unknown-id: hint }\n');
    await client.changedOnDisk('worksec.config.yaml', FileChangeType.Created);
    const again = await client.diagnostics(FILE, has('reference/unknown-id'));
    expect(again.find(has1('reference/unknown-id'))?.severity).toBe(4);
  });
});

describe('settings of a folder', () => {
  it('stand in the nearest settings file, and what is wrong in one is told there', async () => {
    mkdirSync(client.path('inner'));
    client.write('worksec.config.yaml', 'severity: { reference: off }\n');
    client.write('inner/worksec.config.yaml', 'severity: { reference: hint }\n');
    await client.open(FILE, MISSPELT);
    await client.open('inner/claims.work-system.yaml', MISSPELT);
    await client.diagnostics(FILE, hasNot('reference/unknown-id'));
    const inner = await client.diagnostics('inner/claims.work-system.yaml', has('reference/unknown-id'));
    expect(inner.find(has1('reference/unknown-id'))?.severity).toBe(4);

    await client.open('worksec.config.yaml', 'sensitive_form: internal\n');
    const [told] = await client.diagnostics('worksec.config.yaml', (all) => all.length > 0);
    expect(told?.message).toMatch(/Did you mean sensitive_from\?$/);
  });
});

describe('linked documents', () => {
  const charter = 'kind: project-charter\nformat: 1\ntitle: Portal\nwork_system: { as_is: claims.work-system.yaml }\n';
  const sensitive = `${MISSPELT}information: { claim-file: { sensitivity: confidential } }\n`;

  it('are read from disk, and again when they change there', async () => {
    await client.open('portal.charter.yaml', charter);
    await client.diagnostics('portal.charter.yaml', has('charter/link-missing'));
    client.write(FILE, sensitive);
    await client.changedOnDisk(FILE, FileChangeType.Created);
    const found = await client.diagnostics('portal.charter.yaml', has('initiation/sensitive-items-not-named'));
    expect(codes(found)).not.toContain('charter/link-missing');
  });

  it('count as they stand in the editor: an edit there re-checks the charter', async () => {
    client.write(FILE, MISSPELT);
    await client.open('portal.charter.yaml', charter);
    await client.diagnostics('portal.charter.yaml', hasNot('initiation/sensitive-items-not-named'));
    await client.open(FILE, MISSPELT);
    const end = { line: 8, character: 0 };
    await client.change(FILE, [
      { range: { start: end, end }, text: 'information: { claim-file: { sensitivity: confidential } }\n' },
    ]);
    await client.diagnostics('portal.charter.yaml', has('initiation/sensitive-items-not-named'));
    await client.close(FILE);
    await client.diagnostics('portal.charter.yaml', hasNot('initiation/sensitive-items-not-named'));
  });

  it('never lie outside the workspace folder', async () => {
    await client.open('portal.charter.yaml', charter.replace(FILE, '../../../etc/passwd'));
    await client.diagnostics('portal.charter.yaml', has('charter/link-missing'));
  });
});

describe('quick fixes', () => {
  it('change what they promise, and the finding goes', async () => {
    await client.open(FILE, MISSPELT);
    const found = (await client.diagnostics(FILE, has('reference/unknown-id'))).find(has1('reference/unknown-id'))!;
    const actions = await client.codeActions(FILE, found.range);
    const fix = actions.find(({ title }) => title === 'Replace with handlers')!;
    expect(fix).toMatchObject({ kind: 'quickfix', isPreferred: true });
    const [change] = fix.edit!.documentChanges as TextDocumentEdit[];
    expect(change!.textDocument.version).toBe(1);
    const fixed = applyToText(MISSPELT, change!.edits as TextEdit[]);
    expect(fixed).toBe(MISSPELT.replace('[handler]', '[handlers]'));
    await client.change(FILE, [{ text: fixed }]);
    await client.diagnostics(FILE, hasNot('reference/unknown-id'));
  });

  it('are offered for nothing but our files', async () => {
    await client.open('values.yaml', 'kind: Deployment\n');
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 4 } };
    expect(await client.codeActions('values.yaml', range)).toEqual([]);
  });
});

describe('what goes wrong', () => {
  it('a broken text gets its error, and the server goes on', async () => {
    await client.open(FILE, 'kind: work-system\nroles: [manager\n');
    await client.diagnostics(FILE, has('format/yaml-syntax'));
    await client.change(FILE, [{ text: MISSPELT }]);
    await client.diagnostics(FILE, hasNot('format/yaml-syntax'));
  });

  it('nonsense requests are refused, and the server goes on', async () => {
    await expect(client.connection.sendRequest('no/such', { what: 1 })).rejects.toThrow();
    await Promise.allSettled([client.connection.sendRequest('textDocument/codeAction', { textDocument: {} })]);
    await client.connection.sendNotification('textDocument/didChange', { textDocument: { uri: 'x:y', version: 3 } });
    await client.open(FILE, MISSPELT);
    await client.diagnostics(FILE, has('reference/unknown-id'));
  });

  it('many quick changes end with the diagnostics of the newest text', async () => {
    await client.open(FILE, MISSPELT);
    await client.diagnostics(FILE, has('reference/unknown-id'));
    const typed = Array.from({ length: 40 }, (_, i) => `${MISSPELT}# ${i}\n`);
    client.burst(FILE, [...typed, MISSPELT.replace('[handler]', '[handlers]')]);
    await client.diagnostics(FILE, hasNot('reference/unknown-id'));
    expect(client.publications(FILE).length).toBeLessThan(20);
  });
});

function has1(code: string): (diagnostic: Diagnostic) => boolean {
  return (diagnostic) => diagnostic.code === code;
}
