import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Compared } from '../reports/baseline.ts';
import type { Packed } from './packing.ts';
import type { Link } from './watching.ts';

/** What was found in a file, and what that followed from. */
export interface CacheEntry {
  /** Of all it followed from but the links. */
  readonly key: string;
  readonly links: readonly Link[];
  readonly found: Packed;
  readonly compared?: Compared;
  /** Runs since it was asked for. */
  readonly age: number;
}

type Row = readonly [
  name: string,
  key: string,
  links: readonly Link[],
  compared: Compared | null,
  age: number,
  size: number,
];

/** Grows when anything below changes. */
const HEAD = 'worksec cache 2\n';
const HASH_BYTES = 20;

/**
 * A cache as bytes: a line that says what it is, a hash of all that follows, the size of the list of entries, the list,
 * and what was found, one after the other.
 */
export function cacheBytes(checker: string, entries: ReadonlyMap<string, CacheEntry>): Uint8Array {
  const rows = [...entries].map(
    ([name, { key, links, compared, age, found }]): Row => [name, key, links, compared ?? null, age, found.length],
  );
  const list = deflateRawSync(JSON.stringify(rows), { level: 1 });
  const size = Buffer.alloc(4);
  size.writeUInt32LE(list.length);
  const body = [size, list, ...[...entries.values()].map(({ found }) => found)];
  return Buffer.concat([Buffer.from(HEAD), checksum(checker, Buffer.concat(body)), ...body]);
}

/** Undefined where the bytes are not those of a cache that the same program wrote. May throw. */
export function readCacheBytes(checker: string, bytes: Buffer): Map<string, CacheEntry> | undefined {
  if (bytes.toString('latin1', 0, HEAD.length) !== HEAD) return undefined;
  const body = bytes.subarray(HEAD.length + HASH_BYTES);
  if (!checksum(checker, body).equals(bytes.subarray(HEAD.length, HEAD.length + HASH_BYTES))) return undefined;
  let at = 4 + body.readUInt32LE();
  const rows: readonly Row[] = JSON.parse(inflateRawSync(body.subarray(4, at)).toString());
  return new Map(
    rows.map(([name, key, links, compared, age, size]) => {
      const found = body.subarray(at, at + size);
      at += size;
      return [name, { key, links, ...(compared && { compared }), age, found }];
    }),
  );
}

/** Of the program too: another one may find other things. */
const checksum = (checker: string, body: Uint8Array): Buffer =>
  createHash('sha1').update(`${checker}\0`).update(body).digest();
