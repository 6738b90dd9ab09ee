import { describe, expect, it } from 'vitest';
import { Kept } from '../../server/src/cli/kept.ts';
import { parseStream } from '../../server/src/yaml/parse.ts';

const ofUnits = (units: number) => parseStream(`a: ${'x'.repeat(units - 4)}\n`);

describe('parsed files', () => {
  it('are kept as long as there is room, those that were used last', () => {
    const kept = new Kept(30);
    const [a, b, c] = [ofUnits(10), ofUnits(10), ofUnits(15)];
    kept.keep('a', a);
    kept.keep('b', b);
    kept.keep('a', a);
    kept.keep('c', c);
    expect([kept.get('a'), kept.get('b'), kept.get('c')]).toEqual([a, undefined, c]);
    // What is kept again takes no more room.
    for (let again = 0; again < 5; again++) kept.keep('c', c);
    expect(kept.get('a')).toBe(a);
  });

  it('are kept one at a time where there is no room for more', () => {
    const kept = new Kept(30);
    const [large, small] = [ofUnits(100), ofUnits(10)];
    kept.keep('large', large);
    expect(kept.get('large')).toBe(large);
    kept.keep('small', small);
    expect([kept.get('large'), kept.get('small')]).toEqual([undefined, small]);
    kept.clear();
    expect(kept.get('small')).toBeUndefined();
  });
});
