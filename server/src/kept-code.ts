import { createHash } from 'node:crypto';
import { closeSync, fstatSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { Script } from 'node:vm';
import { unsparing } from './sparing.ts';

/** Milliseconds after which most of what every start needs has been compiled, and a start is over. */
const SETTLED = 3_000;
const DIGEST_BYTES = 20;
const [BEFORE, AFTER] = ['(function (exports, require, module, __filename, __dirname) {', '\n})'];

/**
 * Loads a bundle as `require` would, but keeps what V8 compiled its text to, so that the next start need not compile it.
 *
 * What is kept is taken only whole, only from a file of the person's own, and only for the very same text; V8 itself
 * refuses what another V8 or other flags made. Without it, or without a folder for it, a start just takes longer.
 * @param file absolute path of a CommonJS bundle
 * @param folder where compiled code is kept
 * @returns what the bundle exports
 * @throws what `require` would: when there is no such file, or its text cannot be run
 */
export function requireKept(file: string, folder: string | undefined = cacheFolder()): unknown {
  const source = readFileSync(file, 'utf8');
  // Not the flags, by which V8 tells apart what it compiled: to have a file for each would fill the disk.
  const kept = folder && join(folder, `${basename(file, '.js')}-${process.arch}-${process.versions.v8}.code`);
  const cachedData = kept ? read(kept, source) : undefined;
  const script = new Script(BEFORE + source + AFTER, { filename: file, columnOffset: -BEFORE.length, cachedData });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(file), module, file, dirname(file));
  if (kept && (cachedData === undefined || script.cachedDataRejected))
    setTimeout(
      () =>
        keep(
          kept,
          source,
          unsparing(() => script.createCachedData()),
        ),
      SETTLED,
    ).unref();
  return module.exports;
}

function read(kept: string, source: string): Buffer | undefined {
  let file: number | undefined;
  try {
    file = openSync(kept, 'r');
    // Whoever writes here is obeyed: nobody else may, not even the person for an administrator.
    if (process.getuid && fstatSync(file).uid !== process.getuid()) return undefined;
    const bytes = readFileSync(file);
    const code = bytes.subarray(DIGEST_BYTES);
    return digest(source, code).equals(bytes.subarray(0, DIGEST_BYTES)) ? code : undefined;
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function keep(kept: string, source: string, code: Buffer): void {
  const beside = `${kept}.${process.pid}`;
  try {
    mkdirSync(dirname(kept), { recursive: true, mode: 0o700 });
    writeFileSync(beside, Buffer.concat([digest(source, code), code]), { mode: 0o600, flag: 'wx' });
    renameSync(beside, kept);
  } catch {
    // A full or read-only disk only costs the time of the next start.
    try {
      rmSync(beside, { force: true });
    } catch {}
  }
}

const digest = (source: string, code: Buffer): Buffer => createHash('sha1').update(source).update(code).digest();

/** The person's folder for what may be deleted at any time; none for who wants no compiled code kept, in Node's own way. */
function cacheFolder(): string | undefined {
  const { env, platform } = process;
  if (env['NODE_DISABLE_COMPILE_CACHE']) return undefined;
  const own: Readonly<Partial<Record<NodeJS.Platform, string | undefined>>> = {
    win32: env['LOCALAPPDATA'],
    darwin: join(homedir(), 'Library/Caches'),
  };
  const folder = platform in own ? own[platform] : env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  return folder && isAbsolute(folder) ? join(folder, 'worksec') : undefined;
}
