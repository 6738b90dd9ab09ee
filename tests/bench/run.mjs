// Measures us and our peers side by side.
//   npm run bench [-- --only keystroke,files --quick]
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const here = import.meta.dirname;
const root = resolve(here, '../..');
const built = join(root, 'node_modules/.cache/worksec-bench/bench.mjs');
process.chdir(root);
// Certificates that this machine adds to those of Node are read at every start, however short, and belong to none of those measured.
delete process.env.NODE_EXTRA_CA_CERTS;
installPeers();
await build({
  entryPoints: [join(here, 'bench.ts')],
  outfile: built,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  // The build of the parser that ships, which is the faster one.
  alias: { yaml: './node_modules/yaml/browser/index.js' },
  logLevel: 'warning',
});
try {
  const { bench } = await import(pathToFileURL(built).href);
  await bench(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
process.exit();

/** Without install scripts, one of which would tell somebody that we did. */
function installPeers() {
  const peers = join(here, 'peers');
  const installed = join(peers, 'node_modules/.package-lock.json');
  if (existsSync(installed) && versions(installed) === versions(join(peers, 'package-lock.json'))) return;
  console.log('Installing the peers from npm into tests/bench/peers/node_modules …');
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: peers,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** The packages a lock file names, each with its version. */
function versions(file) {
  const { packages } = JSON.parse(readFileSync(file, 'utf8'));
  return Object.entries(packages)
    .filter(([path, { optional }]) => path !== '' && !optional)
    .map(([path, { version }]) => `${path} ${version}`)
    .sort()
    .join();
}
