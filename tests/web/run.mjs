// Tests the built extension in VS Code for the web: everything runs in a browser, files included.
//   npm run test:web
import { cpSync, existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { findBrowser, findServer } from '../editor/install.mjs';
import { serveSite } from './site.mjs';

const LIMIT = 2 * 60_000;
const here = fileURLToPath(new URL('.', import.meta.url));
const root = resolve(here, '../..');
const temp = realpathSync(mkdtempSync(join(tmpdir(), 'worksec-web-')));
process.env.TMPDIR = temp; // whatever the browser leaves in "the temporary folder" goes with ours
const closing = [];
let closed;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => end(130));
setTimeout(() => {
  console.error(`Stopped after ${LIMIT / 60_000} minutes.`);
  end(1);
}, LIMIT).unref();
try {
  await end(report(await main()) ? 0 : 1);
} catch (error) {
  if (!closed) console.error(error instanceof Error ? error.message : error);
  await end(1);
}

async function main() {
  const executablePath = findBrowser();
  const vscode = resolve(findServer(), '../..');
  const [extension, harness] = [join(temp, 'extension'), join(temp, 'harness')];
  for (const part of ['package.json', 'dist', 'schemas', 'docs/icon.png'])
    cpSync(join(root, part), join(extension, part), { recursive: true });
  await bundleHarness(harness);
  const site = await serveSite({ vscode, extension, harness });
  closing.push(() => site.close());
  const browser = await chromium.launch({
    executablePath,
    env: { ...process.env, HOME: temp },
    args: ['--no-sandbox', '--disable-gpu'],
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  closing.push(() => browser.close());
  return outcomesOf(await browser.newPage(), site.address);
}

async function bundleHarness(outdir) {
  cpSync(join(here, 'harness/package.json'), join(outdir, 'package.json'));
  await build({
    entryPoints: [join(here, 'harness/files.ts'), join(here, 'harness/suite.ts')],
    outdir,
    bundle: true,
    platform: 'browser',
    format: 'cjs',
    external: ['vscode'],
    loader: { '.yaml': 'text' },
    logLevel: 'error',
  });
}

/** Opens the workbench, which runs the suite by itself. */
async function outcomesOf(page, address) {
  let outcomes;
  const journal = [];
  await page.exposeFunction('codeAutomationLog', (_type, args) => {
    const message = args.join(' ');
    const json = /OUTCOMES (\[.*\])/s.exec(message)?.[1];
    if (json) outcomes = JSON.parse(json);
    else journal.push(message);
  });
  const ended = new Promise((done, fail) => {
    page.on('crash', () => fail(new Error('The window crashed.')));
    page.exposeFunction('codeAutomationExit', done).catch(fail);
  });
  await page.goto(address);
  await ended;
  if (!outcomes) throw new Error(`VS Code ended before the suite did.\n${journal.slice(-20).join('\n')}`);
  return outcomes;
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
