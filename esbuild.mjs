// Builds what ships: the extension's client, the language server (its door, and the house behind it) and the `worksec` command.
import { writeFileSync } from 'node:fs';
import { build, transform } from 'esbuild';
import { plainCalls } from './plain-calls.mjs';

const production = !process.argv.includes('--development');

/**
 * The protocol's names are some five hundred, and each file that takes one of them would have all of them copied; so one
 * file takes them for all.
 * @type {import('esbuild').Plugin}
 */
const protocolOnce = {
  name: 'protocol-once',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^vscode-languageserver$/, namespace: 'file' }, ({ kind }) =>
      kind === 'import-statement' ? { path: 'protocol', namespace: 'once' } : undefined,
    );
    onLoad({ filter: /^protocol$/, namespace: 'once' }, () => ({
      contents: "export * from 'vscode-languageserver';",
      resolveDir: import.meta.dirname,
    }));
  },
};

/** @type {import('esbuild').BuildOptions} */
const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  minify: production,
  sourcemap: production ? false : 'linked',
  logLevel: 'warning',
  metafile: true,
  legalComments: 'none',
  // A library may know a way to the network that nothing here takes (papaparse could fetch a table); without the name
  // there is none.
  define: { XMLHttpRequest: 'undefined' },
  // yaml's Node build asks process.env for every token; its browser build is the same code without that.
  alias: { yaml: './node_modules/yaml/browser/index.js' },
  plugins: [protocolOnce, plainCalls],
};

/**
 * What the protocol's library asks of Node for transports and searches that the server has no use for, and that take as
 * long to load as all of the protocol: loaded when somebody uses them.
 * @type {import('esbuild').Plugin}
 */
const seldom = {
  name: 'seldom',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^(?:child_process|crypto)$/ }, ({ path, importer }) =>
      /[\\/]node_modules[\\/]vscode-/.test(importer) ? { path, namespace: 'seldom' } : undefined,
    );
    onLoad({ filter: /./, namespace: 'seldom' }, ({ path }) => ({
      contents: `module.exports = new Proxy({}, { get: (_, name) => require('node:${path}')[name] });`,
    }));
  },
};

/** A bundle in the form Node's `require` reads still asks where it lies, for those packages that load others by name. */
const url = {
  define: { ...shared.define, 'import.meta.url': 'bundleUrl' },
  banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
};

/** For browsers, where nothing of Node is at hand; `ignore` asks for the process before it asks what it runs on. */
const browser = {
  ...shared,
  platform: 'browser',
  target: 'es2022',
  format: 'cjs',
  define: { ...shared.define, process: 'undefined' },
};

/**
 * What stands behind the door is a file of its own, which the server and the command load when somebody has come in: to
 * read it takes longer than to answer. What it compiles to is kept for the next time.
 * @type {import('esbuild').Plugin}
 */
const house = {
  name: 'house',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /\/node-house\.ts$/, namespace: 'file' }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: 'house', namespace: 'behind-the-door' } : undefined,
    );
    onLoad({ filter: /./, namespace: 'behind-the-door' }, () => ({
      contents: `
        const { requireKept } = require('./server/src/kept-code.ts');
        module.exports = requireKept(require('node:path').join(__dirname, 'house.js'));`,
      resolveDir: import.meta.dirname,
    }));
  },
};

/**
 * The house in parts: what every text needs, and what is loaded when somebody asks for more than findings. esbuild cuts only
 * modules of the newer kind apart, and what `require` can read is kept compiled; so each part is turned into that.
 *
 * The few letters beyond ASCII that are left, in patterns and templates, are written as numbers: with any of them a whole part
 * would take twice the room in a process, for as long as that runs.
 * @type {import('esbuild').Plugin}
 */
const inParts = {
  name: 'in-parts',
  setup: ({ initialOptions, onEnd }) => {
    initialOptions.write = false;
    onEnd(async ({ outputFiles = [] }) => {
      for (const { path, text } of outputFiles) {
        const { code } = await transform(text, {
          format: 'cjs',
          platform: 'node',
          target: shared.target,
          minify: production,
          sourcemap: production ? false : 'inline',
          supported: { 'dynamic-import': false },
        });
        if (/\\[^\0-\x7f]/.test(code)) throw new Error(`${path}: such a letter stands behind a backslash`);
        const plain = (/** @type {string} */ letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
        writeFileSync(path, code.replace(/[^\0-\x7f]/g, plain));
      }
    });
  },
};

/** With a door; by `require`, since the other way of loading a file has to be loaded itself. */
const door = { ...shared, plugins: [...shared.plugins, house], supported: { 'dynamic-import': false } };

await Promise.all([
  build({
    ...shared,
    entryPoints: ['client/src/node.ts'],
    outfile: 'dist/client.js',
    format: 'cjs',
    external: ['vscode'],
  }),
  build({ ...door, entryPoints: ['server/src/node.ts'], outfile: 'dist/server.js', format: 'cjs' }),
  build({
    ...shared,
    plugins: [...shared.plugins, seldom, inParts],
    entryPoints: { house: 'server/src/node-house.ts' },
    outdir: 'dist',
    chunkNames: 'house-[name]',
    format: 'esm',
    splitting: true,
    sourcemap: production ? false : 'inline',
  }),
  build({
    ...browser,
    entryPoints: ['client/src/browser.ts'],
    outfile: 'dist/browser-client.js',
    external: ['vscode'],
  }),
  build({ ...browser, entryPoints: ['client/src/panel/page.ts'], outfile: 'dist/panel.js', format: 'iife' }),
  build({ ...browser, entryPoints: ['server/src/browser.ts'], outfile: 'dist/browser-server.js', format: 'iife' }),
  build({
    ...door,
    ...url,
    banner: { js: `#!/usr/bin/env node\n${url.banner.js}` },
    entryPoints: ['server/src/cli/main.ts'],
    outfile: 'dist/cli.js',
    format: 'cjs',
  }),
]);
