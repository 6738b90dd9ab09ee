import { expect, it } from 'vitest';
import type { Diagnostic, Message } from 'vscode-languageserver';
import { bytesOf } from '../../../server/src/kept-bytes.ts';

const place = { start: { line: 0, character: 0 }, end: { line: 0, character: 4 } };
const findings: readonly Diagnostic[] = [
  { range: place, message: 'Nothing here is called “désk” 🙂', code: 'reference/unknown-id', data: { at: '],"' } },
  { range: place, message: 'A line\nand another' },
];
const publishing = (diagnostics: readonly Diagnostic[]): Message =>
  ({
    jsonrpc: '2.0',
    method: 'textDocument/publishDiagnostics',
    params: { uri: 'file:///a%20b.work-system.yaml', version: 3, diagnostics },
  }) as Message;

it.each([
  ['no finding', publishing([])],
  ['one finding', publishing(findings.slice(0, 1))],
  ['the same finding, and one after it', publishing(findings)],
  ['both in another order', publishing([...findings].reverse())],
  ['something else', { jsonrpc: '2.0', id: 1, result: null } as Message],
])('a message with %s is written as JSON', (_what, message) => {
  expect(bytesOf(message).toString('utf8')).toBe(JSON.stringify(message));
});
