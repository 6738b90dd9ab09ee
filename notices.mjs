// Writes THIRD-PARTY-NOTICES.md: the packages whose code is in dist/, each with its licence; --check only compares.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const root = import.meta.dirname;
const file = join(root, 'THIRD-PARTY-NOTICES.md');
// What is built is said in one place only.
const buildScript = readFileSync(join(root, 'esbuild.mjs'), 'utf8');
const entryPoints = [...buildScript.matchAll(/entryPoints: \[([^\]]*)\]/g)]
  .flatMap(([, list]) => [...list.matchAll(/'([^']+)'/g)].map(([, entry]) => entry))
  .filter((entry) => existsSync(join(root, entry)));
if (entryPoints.length < 3) throw new Error('esbuild.mjs no longer lists its entry points as plain names.');

const { metafile } = await build({
  entryPoints,
  absWorkingDir: root,
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  conditions: ['browser'],
  external: ['vscode'],
  metafile: true,
  write: false,
  logLevel: 'error',
});

const folders = new Set();
for (const { inputs } of Object.values(metafile.outputs)) {
  for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
    const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];
    if (folder && bytesInOutput > 0) folders.add(folder);
  }
}

const text = `# Third-party notices

Work System Security contains code of the packages below, each under its own licence. Made by \`node notices.mjs\`.
${[...folders].map(notice).sort().join('')}`;

if (!process.argv.includes('--check')) writeFileSync(file, text);
else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
  console.error('THIRD-PARTY-NOTICES.md is not up to date. Run node notices.mjs.');
  process.exitCode = 1;
}

function notice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
  const named = readdirSync(join(root, folder)).find((entry) => /^licen[cs]e/i.test(entry));
  if (!named || !license) throw new Error(`${name} ${version} comes without a licence.`);
  const licence = readFileSync(join(root, folder, named), 'utf8')
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '');
  return `\n## ${name} ${version} (${license})\n\n\`\`\`text\n${licence.trim()}\n\`\`\`\n`;
}
