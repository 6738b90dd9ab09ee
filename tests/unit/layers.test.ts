import { join } from 'node:path';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';

/** Who may import whom: each room, and the rooms it may look into. ARCHITECTURE.md tells why. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  yaml: [],
  formats: ['yaml'],
  'own-rule': ['formats'],
  settings: ['formats', 'own-rule'],
  model: ['formats', 'yaml'],
  guidelines: [],
  rules: ['guidelines', 'model', 'formats', 'settings', 'own-rule', 'yaml'],
  check: ['rules', 'model', 'formats', 'settings', 'yaml'],
  workspace: [],
  config: ['settings', 'own-rule', 'rules', 'formats', 'yaml'],
  text: [],
  pictures: ['check', 'rules', 'model', 'formats', 'text', 'yaml'],
  features: [
    'pictures',
    'reports',
    'interview',
    'check',
    'config',
    'rules',
    'guidelines',
    'model',
    'formats',
    'settings',
    'yaml',
    'protocol',
  ],
  reports: ['pictures', 'check', 'rules', 'guidelines', 'model', 'formats', 'settings', 'text', 'yaml'],
  interview: ['check', 'reports', 'rules', 'guidelines', 'model', 'formats', 'settings', 'text', 'yaml'],
  checking: ['features', 'check', 'config', 'formats', 'settings', 'workspace', 'yaml'],
  service: ['features', 'checking'],
  library: ['checking', 'config', 'formats', 'settings', 'yaml'],
  'editor-settings': ['settings'],
  encoding: ['yaml'],
  turn: [],
  unhurried: [],
  'workspace-reports': ['checking', 'library', 'turn', 'unhurried'],
  capabilities: ['encoding'],
  paper: ['protocol', 'workspace-reports'],
  requests: ['capabilities', 'encoding', 'features', 'library', 'paper', 'protocol', 'service', 'workspace-reports'],
  'check-queue': [],
  settling: [],
  server: [
    'capabilities',
    'check-queue',
    'checking',
    'config',
    'editor-settings',
    'encoding',
    'library',
    'requests',
    'service',
    'settling',
    'turn',
    'unhurried',
    'workspace-reports',
    'yaml',
  ],
  'front-door': ['capabilities', 'encoding'],
  'node-host': ['server', 'front-door', 'library', 'check', 'disk'],
  'kept-bytes': [],
  'whole-writer': ['kept-bytes'],
  'node-house': ['front-door', 'node-host', 'whole-writer'],
  'first-message': [],
  sparing: [],
  'kept-code': ['sparing'],
  'node-connection': ['first-message', 'front-door', 'node-house', 'sparing'],
  node: ['node-connection'],
  'browser-host': ['server', 'front-door', 'library', 'files-protocol'],
  'browser-connection': ['front-door', 'browser-host'],
  browser: ['browser-connection'],
  cli: [
    'check',
    'interview',
    'reports',
    'rules',
    'guidelines',
    'formats',
    'settings',
    'text',
    'config',
    'workspace',
    'yaml',
    'node-connection',
    'disk',
  ],
  disk: ['check'],
  client: ['protocol', 'files-protocol'],
  protocol: [],
  'files-protocol': [],
};

const LSP_ROOMS = [
  'features',
  'checking',
  'service',
  'capabilities',
  'encoding',
  'requests',
  'turn',
  'workspace-reports',
  'server',
  'protocol',
  'front-door',
  'kept-bytes',
  'whole-writer',
  'node-host',
  'node-house',
  'browser-host',
  'browser-connection',
];
const NODE_ROOMS = [
  'whole-writer',
  'node',
  'node-host',
  'node-house',
  'node-connection',
  'kept-code',
  'sparing',
  'disk',
  'cli',
  'client',
];

interface Import {
  readonly from: string;
  readonly to: string;
}

let imports: Import[];

beforeAll(async () => {
  const root = join(import.meta.dirname, '../..');
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [
      'client/src/node.ts',
      'client/src/browser.ts',
      'client/src/panel/page.ts',
      'server/src/node.ts',
      'server/src/browser.ts',
      'server/src/cli/main.ts',
    ],
    bundle: true,
    platform: 'node',
    packages: 'external',
    logLevel: 'error',
    external: ['vscode'],
    outdir: 'unused',
    write: false,
    metafile: true,
  });
  imports = Object.entries(metafile.inputs).flatMap(([from, input]) =>
    input.imports.map(({ path }) => ({ from, to: path })),
  );
});

const roomOf = (file: string): string =>
  file.startsWith('client/') ? 'client' : (/^server\/src\/([^/.]+)/.exec(file)?.[1] ?? file);

describe('the house', () => {
  it('has no import against the order of its rooms', () => {
    const wrong = imports.filter(({ from, to }) => {
      if (!to.startsWith('server/') && !to.startsWith('client/')) return false;
      const [here, there] = [roomOf(from), roomOf(to)];
      return here !== there && !ROOMS[here]?.includes(there);
    });
    expect(wrong).toEqual([]);
    expect(imports.length).toBeGreaterThan(100);
  });

  it('shares what rules work out as notions, which note who looked at what', () => {
    const others = imports.filter(
      ({ from, to }) => to === 'server/src/model/memo.ts' && /^server\/src\/(?:rules|model)\//.test(from),
    );
    expect(others.map(({ from }) => from)).toEqual(['server/src/model/notion.ts']);
  });

  it('knows the machine only at its doors', () => {
    const node = imports.filter(({ from, to }) => to.startsWith('node:') && !NODE_ROOMS.includes(roomOf(from)));
    expect(node).toEqual([]);
  });

  it('speaks the editor’s protocol only in its upper rooms', () => {
    const lsp = imports.filter(
      ({ from, to }) => /^vscode-languageserver/.test(to) && !LSP_ROOMS.includes(roomOf(from)),
    );
    expect(lsp).toEqual([]);
  });
});
