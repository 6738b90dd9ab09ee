// Tests the packed extension in a real VS Code.
//   npm run test:editor                    in VS Code's server, seen through a headless browser
//   npm run test:editor -- --desktop       in a downloaded desktop VS Code; VSCODE_EXECUTABLE=… takes that one
//   npm run test:editor -- --vsix FILE     an extension that is packed already
//   npm run test:editor -- folders beside  only these of: window, suite, folders, beside
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, stripVTControlCharacters } from 'node:util';
import { build } from 'esbuild';
import { runInDesktop } from './desktop.mjs';
import { panelTests } from './panel-window.mjs';
import { startRemote } from './remote.mjs';
import { windowTests } from './window.mjs';

const LIMIT = 8 * 60_000;
const MANY = 1000;
const here = fileURLToPath(new URL('.', import.meta.url));
const root = resolve(here, '../..');
const out = join(here, '.out');
const harness = join(here, 'harness');

const { values: options, positionals: chosen } = parseArgs({
  options: { desktop: { type: 'boolean' }, vsix: { type: 'string' } },
  allowPositionals: true,
});
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
  await bundleSuites();
  const vsix = options.vsix ? resolve(options.vsix) : pack();
  return options.desktop || process.env.VSCODE_EXECUTABLE ? desktop(vsix) : remote(vsix);
}

/** Each suite has a window, a workspace and an extension under development of its own. */
function suites() {
  return [
    { name: 'suite', workspace: copyOfWorkspace('suite'), harness },
    { name: 'folders', workspace: twoFolders(), harness },
    { name: 'beside', workspace: besideAnother(), harness: join(out, 'beside') },
  ].filter(({ name }) => isWanted(name));
}

async function desktop(vsix) {
  const outcomes = [];
  for (const { name, workspace, ...rest } of suites()) {
    // Failing tests are in the outcomes; anything else that goes wrong shows as outcomes that are not there.
    await runInDesktop({ vsix, temp, workspace, suite: join(out, `${name}.js`), ...rest });
    outcomes.push(...outcomesOf(name));
  }
  return outcomes;
}

async function remote(vsix) {
  const log = join(out, 'editor.log');
  const vscode = await startRemote({ vsix, temp, log, onClose: (stop) => closing.push(stop) });
  const outcomes = isWanted('window') ? await inWindow(vscode) : [];
  for (const { name, workspace, ...rest } of suites()) {
    await vscode.runSuite({ workspace, suite: join(out, `${name}.js`), ...rest });
    outcomes.push(...outcomesOf(name));
  }
  return outcomes;
}

function isWanted(name) {
  return chosen.length === 0 || chosen.includes(name);
}

/** What a person does and sees, in one window from the first test to the last. */
async function inWindow(vscode) {
  const folder = copyOfWorkspace('window');
  const page = await vscode.open(folder);
  const shown = { page, folder, pictures: out };
  const outcomes = [];
  for (const { name, body } of [...windowTests(shown), ...panelTests(shown)]) {
    const start = Date.now();
    const error = await body().then(
      () => undefined,
      (reason) => stripVTControlCharacters(reason.stack),
    );
    outcomes.push({ name, milliseconds: Date.now() - start, error });
    if (error) await page.screenshot({ path: join(out, `failed-${outcomes.length}.png`) });
  }
  await page.close();
  return outcomes;
}

function bundleSuites() {
  const server = join(root, 'node_modules/yaml-language-server/out/server/src/server.js');
  cpSync(join(here, 'beside/package.json'), join(out, 'beside/package.json'));
  return build({
    entryPoints: {
      suite: join(here, 'suite/index.ts'),
      folders: join(here, 'folders/index.ts'),
      beside: join(here, 'beside/index.ts'),
      'beside/beside-extension': join(here, 'beside/extension.ts'),
    },
    outdir: out,
    bundle: true,
    platform: 'node',
    external: ['vscode'],
    define: { YAML_SERVER: JSON.stringify(server) },
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

/**
 * A workspace for two folders: one with a file and settings of its own, one with many files. The suite adds them: VS
 * Code may lose those that are named here already, as it may look at what it knows of the workspace from earlier (in a
 * fresh profile nothing) after it has read the file.
 */
function twoFolders() {
  const home = join(temp, 'work-folders');
  const text = readFileSync(join(here, 'workspace/second.work-system.yaml'), 'utf8');
  for (const folder of ['few', 'many']) mkdirSync(join(home, folder), { recursive: true });
  writeFileSync(join(home, 'few/second.work-system.yaml'), text);
  writeFileSync(join(home, 'few/worksec.config.yaml'), 'severity: { reference/unknown-id: hint }\n');
  for (let n = 1; n <= MANY; n++) {
    const titled = text.replace('Key handover', `Key handover ${n}`);
    writeFileSync(join(home, `many/${n}.work-system.yaml`), titled);
  }
  const workspace = join(home, 'both.code-workspace');
  writeFileSync(workspace, JSON.stringify({ folders: [] }));
  return workspace;
}

/** The workspace with our schemas in it, and a file whose first line names one, as the README shows. */
function besideAnother() {
  const folder = copyOfWorkspace('beside');
  cpSync(join(root, 'schemas'), join(folder, 'schemas'), { recursive: true });
  const modeline = '# yaml-language-server: $schema=schemas/work-system.schema.json';
  writeFileSync(join(folder, 'modeline.yaml'), `${modeline}\ntitle: Claims\nnonsense: 1\n`);
  return folder;
}

function outcomesOf(name) {
  const file = join(out, `${name}.json`);
  if (!existsSync(file)) throw new Error('VS Code ended before the suite did.');
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** Prints a line a test and the sum; true when everything passed. */
function report(outcomes) {
  for (const { name, milliseconds, note, error } of outcomes) {
    const seconds = `${(milliseconds / 1000).toFixed(1)} s`;
    console.log(`${error ? 'FAIL' : 'pass'}  ${name} (${note ? `${note}; ${seconds}` : seconds})`);
    if (error) console.log(error.replace(/^/gm, '      '));
  }
  const failed = outcomes.filter(({ error }) => error).length;
  console.log(`${outcomes.length - failed} passed, ${failed} failed`);
  return failed === 0 && outcomes.length > 0;
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
