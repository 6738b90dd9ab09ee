// The same suite in a desktop VS Code: the one named in VSCODE_EXECUTABLE, or a download.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath, runTests } from '@vscode/test-electron';

/**
 * Installs the extension into a fresh desktop profile and runs the suite there.
 * @param {{ vsix: string, temp: string, workspace: string, harness: string, suite: string }} options
 */
export async function runInDesktop({ vsix, temp, workspace, harness, suite }) {
  const vscodeExecutablePath = process.env.VSCODE_EXECUTABLE ?? (await downloadAndUnzipVSCode('stable'));
  const [command] = resolveCliArgsFromVSCodeExecutablePath(vscodeExecutablePath);
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const places = [`--user-data-dir=${join(temp, 'profile')}`, `--extensions-dir=${join(temp, 'extensions')}`];
  execFileSync(command, [...root, ...places, '--install-extension', vsix], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  await runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: harness,
    extensionTestsPath: suite,
    launchArgs: [workspace, ...root, ...places, '--disable-workspace-trust', '--skip-welcome'],
  });
}
