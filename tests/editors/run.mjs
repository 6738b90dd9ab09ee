// Tests the language server in editors other than VS Code, headless: a finding arrives, help is given, a fix is applied.
//   npm run test:editors
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const LIMIT = 60_000;
const here = fileURLToPath(new URL('.', import.meta.url));
const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'worksec-editors-'));
const file = join(folder, 'claims.work-system.yaml');

const EDITORS = [
  {
    name: 'Neovim',
    command: 'nvim',
    packages: ['neovim'],
    args: ['--headless', '-u', 'NONE', '-i', 'NONE', '-n', file, '-c', `luafile ${join(here, 'neovim.lua')}`],
  },
  {
    name: 'Emacs',
    command: 'emacs',
    packages: ['emacs-nox', 'elpa-eglot'],
    args: ['--batch', '--funcall', 'package-initialize', '--load', join(here, 'emacs.el')],
  },
];

try {
  const missing = EDITORS.filter(({ command }) => !version(command));
  if (missing.length > 0) install(missing.flatMap(({ packages }) => packages));
  for (const editor of EDITORS) if (!works(editor)) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function version(command) {
  const { stdout } = spawnSync(command, ['--version'], { encoding: 'utf8' });
  return stdout?.split('\n', 1)[0];
}

/** From Debian’s packages, when we may. */
function install(packages) {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).error)
    throw new Error(`Install ${packages.join(', ')} first.`);
  console.log(`Installing ${packages.join(', ')} with apt-get (once) …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) => execFileSync('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  apt('update');
  apt('install', '--yes', '--no-install-recommends', ...packages);
}

function works({ name, command, args }) {
  writeFileSync(
    file,
    `kind: work-system
format: 1
title: Claims
participants: { handlers: Claims handlers }
activities:
  assess: { does: Handlers decide, performed_by: [handler] }
`,
  );
  const env = { ...process.env, HOME: folder, WORKSEC: cli, WORKSEC_FILE: file, WORKSEC_TODAY: '2026-11-23' };
  const begin = Date.now();
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, env, encoding: 'utf8', timeout: LIMIT });
  const seconds = ((Date.now() - begin) / 1000).toFixed(1);
  const fine = status === 0 && stdout.includes('after the fix:');
  console.log(`${fine ? '✓' : '✗'} ${name} (${version(command)}), ${seconds} s`);
  if (!fine) console.error(`${stdout}\n${stderr}`);
  return fine;
}
