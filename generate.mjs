// Writes the files that are made from the code, such as the JSON Schemas. What they hold stands in server/src/generate.ts.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

const { outputFiles } = await build({
  entryPoints: ['server/src/generate.ts'],
  absWorkingDir: import.meta.dirname,
  bundle: true,
  platform: 'neutral',
  mainFields: ['module', 'main'],
  format: 'esm',
  target: 'node20',
  write: false,
  logLevel: 'warning',
});
const code = Buffer.from(outputFiles[0].contents).toString('base64');
const { generatedFiles } = await import(`data:text/javascript;base64,${code}`);

const folder = join(import.meta.dirname, 'samples');
const files = (await readdir(folder)).filter((file) => file.endsWith('.yaml')).sort();
const samples = Object.fromEntries(
  await Promise.all(files.map(async (file) => [file, await readFile(join(folder, file), 'utf8')])),
);

for (const [path, text] of Object.entries(generatedFiles(samples))) {
  const file = join(import.meta.dirname, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
  console.log(path);
}
