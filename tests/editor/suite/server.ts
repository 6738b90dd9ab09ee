import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { commands } from 'vscode';
import { eventually, test } from './runner.ts';
import { finding, open, silence, UNKNOWN_ID } from './workspace.ts';

test('the command restarts the server, and the findings come back', async () => {
  const document = await open('second.work-system.yaml');
  await finding(document, UNKNOWN_ID);
  const before = serverProcesses();
  await commands.executeCommand('worksec.restartServer');
  await finding(document, UNKNOWN_ID);
  if (before.length === 0) return;
  await eventually('another server process', () => serverProcesses().some((id) => !before.includes(id)));
});

test('a server that dies is started again, and the findings come back', async () => {
  const document = await open('second.work-system.yaml');
  await finding(document, UNKNOWN_ID);
  const alive = serverProcesses();
  if (process.platform !== 'linux') return;
  assert.ok(alive.length > 0, 'no server process');
  for (const id of alive) process.kill(id, 'SIGKILL');
  await silence(document, UNKNOWN_ID);
  await finding(document, UNKNOWN_ID);
});

/** The language servers that this extension host started. Linux tells who is whose child; elsewhere none are seen. */
function serverProcesses(): number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .map(Number)
    .filter((id) => id > 0 && isServer(id));
}

function isServer(id: number): boolean {
  try {
    const parent = /\) \S (\d+)/.exec(readFileSync(`/proc/${id}/stat`, 'utf8'))?.[1];
    return Number(parent) === process.pid && /dist\/server\.js/.test(readFileSync(`/proc/${id}/cmdline`, 'utf8'));
  } catch {
    return false; // gone in the meantime
  }
}
