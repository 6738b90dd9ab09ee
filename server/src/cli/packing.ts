import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { ReportedFile } from '../reports/reported.ts';

/** What was found in a file, in a tenth of the room, as it travels between threads and stands in a cache. */
export type Packed = Uint8Array;

/** A copy, since what zlib gives is a piece of a much larger room that would be kept with it. */
export const pack = (file: ReportedFile): Packed => new Uint8Array(deflateRawSync(JSON.stringify(file), { level: 1 }));

export const unpack = (packed: Packed): ReportedFile => JSON.parse(inflateRawSync(packed).toString());

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
