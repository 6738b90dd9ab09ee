// Builds what ships: the extension's client, the language server and the `worksec` command, each one file.
import { build } from 'esbuild';

const production = !process.argv.includes('--development');

/** @type {import('esbuild').BuildOptions} */
const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  minify: production,
  keepNames: true,
  sourcemap: production ? false : 'linked',
  logLevel: 'warning',
  metafile: true,
  legalComments: 'none',
  // A library may know a way to the network that nothing here takes (papaparse could fetch a table); without the name
  // there is none.
  define: { XMLHttpRequest: 'undefined' },
  // yaml's Node build asks process.env for every token; its browser build is the same code without that.
  alias: { yaml: './node_modules/yaml/browser/index.js' },
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

await Promise.all([
  build({
    ...shared,
    entryPoints: ['client/src/node.ts'],
    outfile: 'dist/client.js',
    format: 'cjs',
    external: ['vscode'],
  }),
  build({ ...shared, entryPoints: ['server/src/node.ts'], outfile: 'dist/server.js', format: 'cjs' }),
  build({
    ...browser,
    entryPoints: ['client/src/browser.ts'],
    outfile: 'dist/browser-client.js',
    external: ['vscode'],
  }),
  build({ ...browser, entryPoints: ['client/src/panel/page.ts'], outfile: 'dist/panel.js', format: 'iife' }),
  build({ ...browser, entryPoints: ['server/src/browser.ts'], outfile: 'dist/browser-server.js', format: 'iife' }),
  build({
    ...shared,
    ...url,
    banner: { js: `#!/usr/bin/env node\n${url.banner.js}` },
    entryPoints: ['server/src/cli/main.ts'],
    outfile: 'dist/cli.js',
    format: 'cjs',
  }),
]);
