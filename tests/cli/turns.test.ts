import { describe, expect, it } from 'vitest';
import { Turns } from '../../server/src/cli/turns.ts';

describe('turns that threads take', () => {
  it.each([0, 1, 3, 18, 1000])('give each of %s places to one of them', (total) => {
    const here = Turns.through(total, 2);
    const there = Turns.shared(structuredClone(here.toShare));
    const [one, other] = [here[Symbol.iterator](), there[Symbol.iterator]()];
    const taken: number[] = [];
    for (let left = [one, other, other]; left.length > 0; )
      left = left.filter((thread) => {
        const { value, done } = thread.next();
        if (!done) taken.push(value);
        return !done;
      });
    expect(taken.toSorted((a, b) => a - b)).toEqual([...Array(total).keys()]);
  });
});
