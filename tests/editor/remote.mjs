// The packed extension in VS Code's own server, with a headless Chromium as its window.
import { execFileSync, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser, findServer } from './install.mjs';

const PATIENCE = 20_000;
const SETTINGS = {
  'extensions.autoCheckUpdates': false,
  // Nobody is asked: a window opens in restricted mode. Those of the suites are trusted, as VS Code trusts tests.
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.banner': 'never',
  'telemetry.telemetryLevel': 'off',
  'window.autoDetectColorScheme': true,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/**
 * Installs the extension into a fresh VS Code server and starts it and a browser.
 * @param {{ vsix: string, temp: string, log: string, onClose: (stop: () => unknown) => void }} options
 */
export async function startRemote({ vsix, temp, log, onClose }) {
  const executablePath = findBrowser();
  const script = findServer();
  const profile = join(temp, 'profile');
  mkdirSync(join(profile, 'User'), { recursive: true });
  writeFileSync(join(profile, 'User/settings.json'), JSON.stringify(SETTINGS));

  const env = { ...process.env, HOME: temp, XDG_RUNTIME_DIR: temp, EXTENSIONS_GALLERY: '{"serviceUrl":""}' };
  const places = ['--server-data-dir', join(temp, 'server'), '--extensions-dir', join(temp, 'extensions')];
  const common = [script, '--accept-server-license-terms', ...places];
  execFileSync(process.execPath, [...common, '--install-extension', vsix], { env, stdio: 'pipe' });

  const quiet = ['--without-connection-token', '--disable-telemetry'];
  // Lets the address of the page name a test suite; newer versions ignore it otherwise.
  const tests = ['--enable-smoke-test-driver', '--user-data-dir', profile];
  const server = spawn(process.execPath, [...common, '--host', '127.0.0.1', '--port', '0', ...quiet, ...tests], {
    env,
    // A process group of its own, so that its extension hosts end with it.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onClose(() => endGroup(server));
  const journal = createWriteStream(log);
  const address = await addressOf(server, journal);

  const browser = await chromium.launch({
    executablePath,
    env,
    args: ['--no-sandbox', '--disable-gpu'],
    // Signals are ours to handle: playwright would end this process before the server is stopped.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  onClose(() => browser.close());
  return new Remote(address, browser, journal);
}

class Remote {
  constructor(address, browser, journal) {
    this.address = address;
    this.browser = browser;
    this.journal = journal;
  }

  /** Opens a folder in a window of its own. */
  async open(folder) {
    const page = await this.newPage();
    await page.goto(`${this.address}/?folder=${encodeURIComponent(folder)}`);
    await page.waitForSelector('.monaco-workbench');
    return page;
  }

  /** Runs a test suite in the extension host of a window; resolves once it has ended, whatever became of it. */
  async runSuite({ workspace, harness, suite }) {
    const page = await this.newPage();
    const remote = (path) => `vscode-remote://${new URL(this.address).host}${encodeURI(path)}`;
    const payload = JSON.stringify([
      ['extensionDevelopmentPath', remote(harness)],
      ['extensionTestsPath', remote(suite)],
      ['skipWelcome', 'true'],
    ]);
    let reason = '';
    await page.exposeFunction('codeAutomationLog', (_type, args) => {
      const message = args.join(' ');
      this.journal.write(`${message}\n`);
      if (message.includes(suite)) reason = message;
    });
    const ended = new Promise((resolve, reject) => {
      page.on('crash', () => reject(new Error('The window crashed.')));
      page.exposeFunction('codeAutomationExit', resolve).catch(reject);
    });
    const kind = workspace.endsWith('.code-workspace') ? 'workspace' : 'folder';
    await page.goto(`${this.address}/?${kind}=${encodeURIComponent(workspace)}&payload=${encodeURIComponent(payload)}`);
    const code = await ended;
    await page.close();
    if (code !== 0) throw new Error(`The suite could not run. ${reason || `See ${this.journal.path}`}`);
  }

  async newPage() {
    const context = await this.browser.newContext({ viewport: { width: 1280, height: 800 } });
    context.setDefaultTimeout(PATIENCE);
    return context.newPage();
  }
}

function addressOf(server, journal) {
  return new Promise((resolve, reject) => {
    let text = '';
    server.stderr.pipe(journal, { end: false });
    server.stdout.on('data', (data) => {
      journal.write(data);
      text += data;
      const port = /Web UI available at http:\/\/[^:/]+:(\d+)/.exec(text)?.[1];
      if (port) resolve(`http://127.0.0.1:${port}`);
    });
    server.once('exit', (code) => reject(new Error(`VS Code's server ended with code ${code}.\n${text}`)));
  });
}

async function endGroup(leader) {
  for (const signal of ['SIGTERM', 'SIGKILL']) {
    try {
      process.kill(-leader.pid, signal);
    } catch {
      return; // the group is empty
    }
    for (let wait = 0; wait < 30 && groupLives(leader); wait++)
      await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function groupLives(leader) {
  try {
    return process.kill(-leader.pid, 0);
  } catch {
    return false;
  }
}
