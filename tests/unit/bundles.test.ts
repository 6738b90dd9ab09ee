import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const bundle = (name: string): string => readFileSync(join(import.meta.dirname, `../../dist/${name}.js`), 'utf8');

/** What else of Node the bundles need besides files, memory and time: each with its reason. */
const ALLOWED: Readonly<Record<string, string>> = {
  child_process: 'the editor’s library starts the server; the command asks git for older versions',
  vm: 'the door runs the house, which lies beside it, from what it compiled to the last time',
  net: 'the protocol’s library can talk over a named pipe to the editor that started it; worksec offers --stdio only',
};

const HARMLESS = [
  'buffer',
  'console',
  'crypto',
  'fs',
  'fs/promises',
  'module',
  'os',
  'path',
  'perf_hooks',
  'readline',
  'stream',
  'timers/promises',
  'url',
  'util',
  'v8',
  'vscode',
  'worker_threads',
  'zlib',
];

/** The library of workers could take a function as text; ours are called by name, which the last test holds. */
const SENT_FUNCTION = /new Function\("return \("\+\w+\+"\)\.apply\(this, arguments\);"\)/g;

/** The house, in parts. */
const HOUSE = ['house', 'house-chunk', 'house-service'];

describe.each(['cli', 'server', ...HOUSE, 'client', 'browser-client', 'browser-server'])('the bundle %s', (name) => {
  const code = bundle(name);

  it('needs nothing that reaches for a network', () => {
    const needed = [...code.matchAll(/(?<![.\w$])(?:require|import)\(\s*["'`]([^"'`]*)["'`]/g)].map(([, module]) =>
      module!.replace(/^node:/, ''),
    );
    expect(
      needed.filter(
        (module) => !module.startsWith('./house') && !HARMLESS.includes(module) && !Object.hasOwn(ALLOWED, module),
      ),
    ).toEqual([]);
  });

  it('calls nothing that does', () => {
    // A method that is called fetch is followed by its body.
    const calls =
      /(?<![.\w$])(?:fetch|importScripts|sendBeacon)\s*\((?!\w*\)\s*\{)|\b(?:XMLHttpRequest|WebSocket|EventSource|RTCPeerConnection)\b/;
    expect(calls.exec(code)?.[0]).toBeUndefined();
    expect(/\.sendBeacon\b|globalThis\.fetch\b/.exec(code)?.[0]).toBeUndefined();
  });

  it('runs no text as code', () => {
    expect(
      /(?<![.\w$])eval\s*\(|\bvm\.(?:run|Script)|\bnew Function\s*\((?!\s*["'`]{2}\s*\))/.exec(
        code.replace(SENT_FUNCTION, ''),
      )?.[0],
    ).toBeUndefined();
  });
});

it('what answers an editor’s greeting is small, and the rest stands in a file of its own', () => {
  expect(bundle('server').length).toBeLessThan(10_000);
  for (const name of ['server', 'cli']) expect(bundle(name)).toMatch(/\.join\)?\(__dirname, ?"house\.js"\)/);
});

it('what runs all day is text of one byte a letter', () => {
  for (const part of HOUSE) expect(/[^\0-\x7f]/.exec(bundle(part))).toBeNull();
});

it('workers are told names, never functions', () => {
  const crew = readFileSync(join(import.meta.dirname, '../../server/src/cli/crew.ts'), 'utf8');
  expect(crew.match(/\.exec\((?!')/g)).toBeNull();
  expect(crew.match(/\.exec\('/g)).toHaveLength(1);
});
