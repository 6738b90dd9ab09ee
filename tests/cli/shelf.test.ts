import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Shelf } from '../../server/src/cli/shelf.ts';
import { folder } from './worksec.ts';

const END = Number.POSITIVE_INFINITY;
const pieces = Array.from({ length: 50 }, (_, i) => new Uint8Array(i * 7).fill(i));

describe('what is laid aside while many files are checked', () => {
  it('comes back as it was, in any order and as often as it is asked for', () => {
    const shelf = Shelf.within(folder());
    const aside = pieces.map((piece) => shelf.piece(shelf.put(piece)!));
    expect(aside.map((stretch) => stretch(0, END).slice()).toReversed()).toEqual(pieces.toReversed());
    expect(aside.map((stretch) => stretch(0, END).slice())).toEqual(pieces);
    expect(aside.map((stretch) => stretch(2, 4).slice())).toEqual(pieces.map((piece) => piece.subarray(2, 4)));
    shelf.close();
  });

  it('can be laid aside by another thread, which knows the file only', () => {
    const shelf = Shelf.within(folder());
    const place = new Shelf(shelf.file).put(new Uint8Array([1, 2, 3]))!;
    expect(shelf.piece(place)(1, END)).toEqual(new Uint8Array([2, 3]));
    shelf.close();
  });

  it.skipIf(process.platform === 'win32')('leaves nothing in the folder', () => {
    const within = folder();
    const shelf = Shelf.within(within);
    shelf.put(new Uint8Array([1, 2, 3]));
    expect(readdirSync(within)).toEqual([]);
    shelf.close();
  });

  it('is kept in memory where nothing can be written', () => {
    const shelf = Shelf.within(join(folder(), 'nowhere'));
    expect(shelf.put(pieces[1]!)).toBe(undefined);
    shelf.close();
  });
});
