import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { ReportedFile } from '../reports/reported.ts';

/**
 * What was found in a file, in a tenth of the room, as it travels between threads and stands in a cache: the size of a
 * first part, that part with all but the findings, and the findings. A report goes through all files several times, and
 * mostly for what is in the first part.
 */
export type Packed = Uint8Array;

const SIZE = 4;

export function pack({ findings, ...rest }: ReportedFile): Packed {
  const first = deflated(rest);
  const second = deflated(findings);
  const packed = new Uint8Array(SIZE + first.length + second.length);
  new DataView(packed.buffer).setUint32(0, first.length);
  packed.set(first, SIZE);
  packed.set(second, SIZE + first.length);
  return packed;
}

/** Findings are unpacked when they are asked for. */
export function unpack(packed: Packed): ReportedFile {
  const begin = SIZE + new DataView(packed.buffer, packed.byteOffset).getUint32(0);
  let findings: ReportedFile['findings'] | undefined;
  return {
    ...(inflated(packed.subarray(SIZE, begin)) as Omit<ReportedFile, 'findings'>),
    get findings() {
      findings ??= inflated(packed.subarray(begin)) as ReportedFile['findings'];
      return findings;
    },
  };
}

const deflated = (value: unknown): Uint8Array => deflateRawSync(JSON.stringify(value), { level: 1 });
const inflated = (packed: Uint8Array): unknown => JSON.parse(inflateRawSync(packed).toString());

/** Files that are unpacked one at a time, so that any number of them can be gone through. */
export class PackedFiles implements Iterable<ReportedFile> {
  constructor(private readonly files: readonly (() => Packed)[]) {}

  *[Symbol.iterator](): Generator<ReportedFile> {
    for (const file of this.files) yield unpack(file());
  }

  get any(): boolean {
    return this.files.length > 0;
  }
}
