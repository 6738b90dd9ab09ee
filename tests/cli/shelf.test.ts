import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Shelf } from '../../server/src/cli/shelf.ts';
import { folder } from './worksec.ts';

const END = Number.POSITIVE_INFINITY;
const pieces = Array.from({ length: 50 }, (_, i) => new Uint8Array(i * 7).fill(i));

describe('what is laid aside while many files are checked', () => {
  it('comes back as it was, in any order and as often as it is asked for', () => {
    const shelf = new Shelf(folder());
    const aside = pieces.map((piece) => shelf.put(piece));
    expect(aside.map((stretch) => stretch(0, END)).toReversed()).toEqual(pieces.toReversed());
    expect(aside.map((stretch) => stretch(0, END))).toEqual(pieces);
    expect(aside.map((stretch) => stretch(2, 4))).toEqual(pieces.map((piece) => piece.subarray(2, 4)));
    shelf.close();
  });

  it.skipIf(process.platform === 'win32')('leaves nothing in the folder', () => {
    const within = folder();
    const shelf = new Shelf(within);
    shelf.put(new Uint8Array([1, 2, 3]));
    expect(readdirSync(within)).toEqual([]);
    shelf.close();
  });

  it('is kept in memory where nothing can be written', () => {
    const shelf = new Shelf(join(folder(), 'nowhere'));
    expect(pieces.map((piece) => shelf.put(piece)).map((stretch) => stretch(0, END))).toEqual(pieces);
  });
});
