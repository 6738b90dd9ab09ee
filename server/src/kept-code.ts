import { isAscii } from 'node:buffer';
import { closeSync, fstatSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';
import { unsparing } from './sparing.ts';

/** Milliseconds after which most of what every start needs has been compiled, and a start is over. */
const SETTLED = 3_000;
/** In front of the code: what the text and the code add up to. */
const SUM_BYTES = 8;
const [BEFORE, AFTER] = ['(function (exports, require, module, __filename, __dirname) {', '\n})'];

/**
 * Loads a bundle as `require` would, but keeps what V8 compiled its text to, so that the next start need not compile it.
 *
 * What is kept is taken only whole, only from a file of the person's own, and only for the very same text; V8 itself
 * refuses what another V8 or other flags made. Without it, or without a folder for it, a start just takes longer.
 * @param file absolute path of a CommonJS bundle
 * @param folder where compiled code is kept
 * @param loaded what is there already of the files beside it: those it asks for are loaded in the same way
 * @returns what the bundle exports
 * @throws what `require` would: when there is no such file, or its text cannot be run
 */
export function requireKept(
  file: string,
  folder: string | undefined = cacheFolder(),
  loaded = new Map<string, { exports: unknown }>(),
): unknown {
  const known = loaded.get(file);
  if (known) return known.exports;
  const text = readFileSync(file);
  // Not the flags, by which V8 tells apart what it compiled: to have a file for each would fill the disk.
  const kept = folder && join(folder, `${basename(file, '.js')}-${process.arch}-${process.versions.v8}.code`);
  const cachedData = kept ? read(kept, text) : undefined;
  // A string with any letter beyond these takes twice the room for all of them, and longer to make.
  const source = BEFORE + text.toString(isAscii(text) ? 'latin1' : 'utf8') + AFTER;
  const script = unsparing(() => new Script(source, { filename: file, columnOffset: -BEFORE.length, cachedData }));
  const module = { exports: {} };
  loaded.set(file, module);
  const other = createRequire(file);
  const require = (name: string): unknown =>
    name.startsWith('./') ? requireKept(join(dirname(file), name), folder, loaded) : other(name);
  script.runInThisContext()(module.exports, require, module, file, dirname(file));
  if (kept && (cachedData === undefined || script.cachedDataRejected))
    setTimeout(
      () =>
        keep(
          kept,
          text,
          unsparing(() => script.createCachedData()),
        ),
      SETTLED,
    ).unref();
  return module.exports;
}

function read(kept: string, text: Buffer): Buffer | undefined {
  let file: number | undefined;
  try {
    file = openSync(kept, 'r');
    // Whoever writes here is obeyed: nobody else may, not even the person for an administrator.
    if (process.getuid && fstatSync(file).uid !== process.getuid()) return undefined;
    const bytes = readFileSync(file);
    const code = bytes.subarray(SUM_BYTES);
    return sums(text, code).equals(bytes.subarray(0, SUM_BYTES)) ? code : undefined;
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function keep(kept: string, text: Buffer, code: Buffer): void {
  const beside = `${kept}.${process.pid}`;
  try {
    mkdirSync(dirname(kept), { recursive: true, mode: 0o700 });
    writeFileSync(beside, Buffer.concat([sums(text, code), code]), { mode: 0o600, flag: 'wx' });
    renameSync(beside, kept);
  } catch {
    // A full or read-only disk only costs the time of the next start.
    try {
      rmSync(beside, { force: true });
    } catch {}
  }
}

/**
 * Tells another text and a damaged file. It need not stand up to anybody who means harm, since nobody but the person can write
 * there; what does would take longer to load than all the rest of this. Where an older Node cannot add, nothing is kept.
 */
function sums(text: Buffer, code: Buffer): Buffer {
  const sums = Buffer.alloc(SUM_BYTES);
  sums.writeUInt32LE(crc32(text), 0);
  sums.writeUInt32LE(crc32(code), 4);
  return sums;
}

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
