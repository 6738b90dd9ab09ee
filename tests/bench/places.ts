import { resolve } from 'node:path';

/** Everything is run from the project's root. */
const here = (path: string): string => resolve('tests/bench', path);

export const DAY = '2026-11-23';
export const SERVER = resolve('dist/server.js');
export const COMMAND = resolve('dist/cli.js');
export const SCHEMA = resolve('schemas/work-system.schema.json');
export const PAGE = resolve('docs/performance.md');
export const PEERS = {
  yaml: here('peers/yaml-language-server.cjs'),
  empty: here('peers/empty-server.cjs'),
  schema: here('peers/schema.cjs'),
  memory: here('peers/memory.cjs'),
  spectral: here('peers/node_modules/.bin/spectral'),
  ruleset: here('peers/spectral.yaml'),
} as const;
