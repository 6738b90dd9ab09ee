// Tests the packed extension in a real VS Code.
//   npm run test:editor                    in VS Code's server, seen through a headless browser
//   npm run test:editor -- --desktop       in a downloaded desktop VS Code; VSCODE_EXECUTABLE=… takes that one
//   npm run test:editor -- --vsix FILE     an extension that is packed already
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, stripVTControlCharacters } from 'node:util';
import { build } from 'esbuild';
import { runInDesktop } from './desktop.mjs';
import { startRemote } from './remote.mjs';
import { windowTests } from './window.mjs';

const LIMIT = 5 * 60_000;
const here = fileURLToPath(new URL('.', import.meta.url));
const root = resolve(here, '../..');
const out = join(here, '.out');
const suite = join(out, 'suite.js');
const harness = join(here, 'harness');

const { values: options } = parseArgs({ options: { desktop: { type: 'boolean' }, vsix: { type: 'string' } } });
const temp = realpathSync(mkdtempSync(join(tmpdir(), 'worksec-editor-')));
process.env.TMPDIR = temp; // whatever anybody leaves in "the temporary folder" goes with ours
const closing = [];
let closed;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => end(130));
setTimeout(() => {
  console.error(`Stopped after ${LIMIT / 60_000} minutes.`);
  end(1);
}, LIMIT).unref();
try {
  const outcomes = await main();
  await end(report(outcomes) ? 0 : 1);
} catch (error) {
  if (!closed) console.error(error instanceof Error ? error.message : error);
  await end(1);
}

async function main() {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  await bundleSuite();
  const vsix = options.vsix ? resolve(options.vsix) : pack();
  return options.desktop || process.env.VSCODE_EXECUTABLE ? desktop(vsix) : remote(vsix);
}

async function desktop(vsix) {
  const folder = copyOfWorkspace('suite');
  // Failing tests are in the outcomes; anything else that goes wrong shows as outcomes that are not there.
  await runInDesktop({ vsix, temp, folder, harness, suite });
  return suiteOutcomes();
}

async function remote(vsix) {
  const log = join(out, 'editor.log');
  const vscode = await startRemote({ vsix, temp, log, onClose: (stop) => closing.push(stop) });
  const folder = copyOfWorkspace('window');
  const page = await vscode.open(folder);
  const outcomes = await runInWindow(page, windowTests({ page, folder, pictures: out }));
  await page.close();
  await vscode.runSuite({ folder: copyOfWorkspace('suite'), harness, suite });
  return [...outcomes, ...suiteOutcomes()];
}

async function runInWindow(page, tests) {
  const outcomes = [];
  for (const { name, body } of tests) {
    const start = Date.now();
    const error = await body().then(
      () => undefined,
      (reason) => stripVTControlCharacters(reason.stack),
    );
    outcomes.push({ name, milliseconds: Date.now() - start, error });
    if (error) await page.screenshot({ path: join(out, `failed-${outcomes.length}.png`) });
  }
  return outcomes;
}

function bundleSuite() {
  const entryPoints = [join(here, 'suite/index.ts')];
  return build({
    entryPoints,
    outfile: suite,
    bundle: true,
    platform: 'node',
    external: ['vscode'],
    logLevel: 'error',
  });
}

function pack() {
  execFileSync('npm', ['run', '--silent', 'package'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  return join(root, 'work-system-security.vsix');
}

function copyOfWorkspace(name) {
  const copy = join(temp, `work-${name}`);
  cpSync(join(here, 'workspace'), copy, { recursive: true });
  return copy;
}

function suiteOutcomes() {
  const file = join(out, 'outcomes.json');
  if (!existsSync(file)) throw new Error('VS Code ended before the suite did.');
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** Prints a line a test and the sum; true when everything passed. */
function report(outcomes) {
  for (const { name, milliseconds, error } of outcomes) {
    console.log(`${error ? 'FAIL' : 'pass'}  ${name} (${(milliseconds / 1000).toFixed(1)} s)`);
    if (error) console.log(error.replace(/^/gm, '      '));
  }
  const failed = outcomes.filter(({ error }) => error).length;
  console.log(`${outcomes.length - failed} passed, ${failed} failed`);
  return failed === 0;
}

/** Stops what was started, last first, removes the temporary folder and ends this process. */
async function end(code) {
  closed ??= (async () => {
    for (const stop of closing.reverse()) await Promise.resolve(stop()).catch(() => undefined);
    if (existsSync(temp)) rmSync(temp, { recursive: true, force: true, maxRetries: 5 });
    process.exit(code);
  })();
  await closed;
}
