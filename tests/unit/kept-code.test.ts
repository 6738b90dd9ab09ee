import {
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { requireKept } from '../../server/src/kept-code.ts';

let place: string;
let bundle: string;
let folder: string;

beforeEach(() => {
  vi.useFakeTimers();
  place = mkdtempSync(join(tmpdir(), 'worksec-kept-'));
  bundle = join(place, 'house.js');
  folder = join(place, 'cache/worksec');
});

afterEach(() => {
  vi.useRealTimers();
  rmSync(place, { recursive: true, force: true });
});

/** Starts with this bundle, and stays for a while. */
function start(text: string): unknown {
  writeFileSync(bundle, text);
  const exported = requireKept(bundle, folder);
  vi.advanceTimersByTime(10_000);
  return exported;
}

const files = (): string[] => (existsSync(folder) ? readdirSync(folder) : []);
const kept = (): string => join(folder, files()[0]!);
/** Every time it is written, it is another file. */
const written = (): number => statSync(kept()).ino;

const ONE = "exports.word = (() => 'one')();";
const TWO = "exports.word = (() => 'two')();";

describe('code that is kept', () => {
  it('is one file for the person alone, and nothing is left beside it', () => {
    expect(start(ONE)).toEqual({ word: 'one' });
    expect(files()).toHaveLength(1);
    expect(statSync(kept()).mode & 0o077).toBe(0);
    expect(statSync(folder).mode & 0o077).toBe(0);
  });

  it('is taken the next time, and not written again', () => {
    start(ONE);
    const first = written();
    expect(start(ONE)).toEqual({ word: 'one' });
    expect(written()).toBe(first);
  });

  it('is never taken for another text, not even for one of the same length', () => {
    start(ONE);
    const first = written();
    expect(start(TWO)).toEqual({ word: 'two' });
    expect(written()).not.toBe(first);
    expect(start(TWO)).toEqual({ word: 'two' });
  });

  it.each<[string, (bytes: Buffer) => Buffer]>([
    ['cut off', (bytes) => bytes.subarray(0, bytes.length / 2)],
    ['empty', () => Buffer.alloc(0)],
    ['of other bytes', (bytes) => Buffer.alloc(bytes.length, 7)],
    ['changed in one bit', (bytes) => Buffer.from(bytes.map((byte, i) => (i === bytes.length >> 1 ? byte ^ 1 : byte)))],
  ])('is passed over when it is %s, and replaced', (_, changed) => {
    start(ONE);
    const whole = readFileSync(kept());
    writeFileSync(kept(), changed(whole));
    const broken = written();
    expect(start(ONE)).toEqual({ word: 'one' });
    const mended = written();
    expect(mended).not.toBe(broken);
    // How much V8 keeps differs by a few bytes from time to time; that it takes it back is what counts.
    expect(start(ONE)).toEqual({ word: 'one' });
    expect(written()).toBe(mended);
  });

  // Only who may do everything can make a file somebody else's.
  it.runIf(process.getuid?.() === 0)('is passed over when it is somebody else’s', () => {
    start(ONE);
    chownSync(kept(), 12_345, 12_345);
    start(ONE);
    expect(statSync(kept()).uid).toBe(0);
  });

  it('is done without where no folder can be made', () => {
    writeFileSync(join(place, 'cache'), 'a file');
    expect(start(ONE)).toEqual({ word: 'one' });
    expect(readFileSync(join(place, 'cache'), 'utf8')).toBe('a file');
  });
});

describe('a bundle', () => {
  it('has around it what any module of Node has', () => {
    writeFileSync(join(place, 'beside.js'), "exports.name = 'beside';");
    expect(
      start("exports.around = [__filename, __dirname, require('./beside.js').name, module.exports === exports];"),
    ).toEqual({ around: [bundle, place, 'beside', true] });
  });

  it('that is not there, or cannot be run, is told as such', () => {
    expect(() => requireKept(join(place, 'gone.js'), folder)).toThrow('ENOENT');
    expect(() => start('exports.word = ;')).toThrow(SyntaxError);
    expect(() => start("throw new Error('not today');")).toThrow('not today');
    expect(files()).toEqual([]);
  });
});
