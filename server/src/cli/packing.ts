import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Excerpt } from '../reports/excerpt.ts';
import { findingTexts } from '../reports/json-finding.ts';
import type { ReportedFile, ReportedFinding } from '../reports/reported.ts';

/**
 * What was found in a file, as it travels between threads, is laid aside and stands in a cache: the sizes of its parts,
 * then a part with all but the findings, the findings as they stand in a JSON report, and the excerpts, which do not
 * stand there. A report goes through all files several times, and mostly for what is in the first part; most of a large
 * JSON report is copied from the second.
 */
export type Packed = Uint8Array;

/** Something packed, wherever it lies: gives a stretch of it. */
export type Stretch = (from: number, to: number) => Uint8Array;

/** Sizes of the first part, of the findings, and room for the findings as they are, where they are compressed. */
const HEAD = 12;

/** The least that zlib takes at a time. */
const LEAST = 64;

/** Room in which everything is packed, so that none has to be found and cleared away for each file. */
let room = Buffer.alloc(1 << 18);

/**
 * Packs what was found; the result is good until something else is packed. `small` is for what is kept for long: to
 * compress it takes as long as all else that is done with it.
 */
export function pack({ findings, ...rest }: ReportedFile, small = false): Packed {
  const parts = [
    JSON.stringify(rest),
    findingTexts({ file: rest.file, findings }),
    JSON.stringify(findings.map(({ excerpt }) => rowOf(excerpt))),
  ] as const;
  makeRoom(HEAD + MOST_BYTES * parts.reduce((sum, { length }) => sum + length, 0));
  const begin = HEAD + room.write(parts[0], HEAD);
  const size = room.write(parts[1], begin);
  let middle = begin + size;
  let end = middle + room.write(parts[2], middle);
  if (small) {
    const [second, third] = [deflated(room.subarray(begin, middle)), deflated(room.subarray(middle, end))];
    middle = begin + second.length;
    end = middle + third.length;
    makeRoom(end);
    room.set(second, begin);
    room.set(third, middle);
  }
  room.writeUInt32BE(begin - HEAD, 0);
  room.writeUInt32BE(middle - begin, 4);
  room.writeUInt32BE(small ? Math.max(size, LEAST) : 0, 8);
  return new Uint8Array(room.buffer, room.byteOffset, end);
}

/** Most bytes of one unit of text. */
const MOST_BYTES = 3;

function makeRoom(size: number): void {
  if (size > room.length) room = Buffer.concat([room], size);
}

/** All of something packed. */
export const whole =
  (packed: Packed): Stretch =>
  (from, to) =>
    packed.subarray(from, to);

/** Findings are unpacked when they are asked for. */
export const unpack = (packed: Stretch): ReportedFile => new UnpackedFile(packed);

class UnpackedFile implements ReportedFile {
  readonly file: ReportedFile['file'];
  readonly documents: ReportedFile['documents'];
  readonly waived: ReportedFile['waived'];
  readonly coverage: ReportedFile['coverage'];
  readonly counted: ReportedFile['counted'];
  /** Where the findings begin and end. */
  readonly #begin: number;
  readonly #end: number;
  readonly #room: number;
  readonly #packed: Stretch;
  #findings: ReportedFile['findings'] | undefined;

  constructor(packed: Stretch) {
    const { buffer, byteOffset } = packed(0, HEAD);
    const head = new DataView(buffer, byteOffset);
    this.#begin = HEAD + head.getUint32(0);
    this.#end = this.#begin + head.getUint32(4);
    this.#room = head.getUint32(8);
    this.#packed = packed;
    const rest = JSON.parse(textOf(packed(HEAD, this.#begin))) as Omit<ReportedFile, 'findings'>;
    this.file = rest.file;
    this.documents = rest.documents;
    this.waived = rest.waived;
    this.coverage = rest.coverage;
    this.counted = rest.counted;
  }

  get findings(): ReportedFile['findings'] {
    this.#findings ??= this.#unpacked();
    return this.#findings;
  }

  get written(): Uint8Array {
    return this.#plain(this.#packed(this.#begin, this.#end));
  }

  #unpacked(): ReportedFinding[] {
    const excerpts = this.#plain(this.#packed(this.#end, Number.POSITIVE_INFINITY));
    const rows = JSON.parse(textOf(excerpts)) as ExcerptRow[];
    const findings = JSON.parse(`[${textOf(this.written)}]`) as Omit<ReportedFinding, 'excerpt'>[];
    return findings.map((finding, i) => ({ ...finding, related: finding.related ?? [], excerpt: excerptOf(rows[i]!) }));
  }

  #plain(part: Uint8Array): Uint8Array {
    return this.#room === 0 ? part : inflateRawSync(part, { chunkSize: this.#room });
  }
}

const deflated = (part: Uint8Array): Uint8Array => deflateRawSync(part, { level: 1 });

const textOf = ({ buffer, byteOffset, length }: Uint8Array): string =>
  Buffer.from(buffer, byteOffset, length).toString();

type ExcerptRow = readonly [text: string, start: number, end: number, cutBefore: 0 | 1, cutAfter: 0 | 1];

const rowOf = ({ text, start, end, cutBefore, cutAfter }: Excerpt): ExcerptRow => [
  text,
  start,
  end,
  cutBefore ? 1 : 0,
  cutAfter ? 1 : 0,
];

const excerptOf = ([text, start, end, cutBefore, cutAfter]: ExcerptRow): Excerpt => ({
  text,
  start,
  end,
  cutBefore: cutBefore === 1,
  cutAfter: cutAfter === 1,
});

/** Files that are unpacked one at a time, so that any number of them can be gone through. */
export class PackedFiles implements Iterable<ReportedFile> {
  constructor(private readonly files: readonly Stretch[]) {}

  *[Symbol.iterator](): Generator<ReportedFile> {
    for (const file of this.files) yield unpack(file);
  }

  get any(): boolean {
    return this.files.length > 0;
  }
}
