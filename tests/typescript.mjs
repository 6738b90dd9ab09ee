// Lets Node run the scripts among the tests straight from TypeScript: node --import ./tests/typescript.mjs script.ts
import { readFile } from 'node:fs/promises';
import { register } from 'node:module';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';

// This file is both: what registers the hook, and the hook, which Node runs in a thread of its own.
if (isMainThread) register(import.meta.url);

const LOADERS = /\.(ts|json)$/;

export async function load(url, context, next) {
  const [, loader] = (url.startsWith('file:') && !url.includes('/node_modules/') && LOADERS.exec(url)) || [];
  if (!loader) return next(url, context);
  const { transform } = await import('esbuild');
  const sourcefile = fileURLToPath(url);
  const text = await readFile(sourcefile, 'utf8');
  const { code } = await transform(text, { loader, format: 'esm', target: 'node20', sourcefile, sourcemap: 'inline' });
  return { format: 'module', source: code, shortCircuit: true };
}
