import { describe, expect, it } from 'vitest';
import { lastingMemo, memo } from '../../../server/src/model/memo.ts';
import { letGo, Passing } from '../../../server/src/yaml/passing.ts';

describe('what was worked out about something that passes', () => {
  it('is there until it is let go of', () => {
    const key = {};
    const answers = new Passing<object, number>();
    answers.set(key, 1);
    expect(answers.get(key)).toBe(1);
    letGo();
    expect(answers.get(key)).toBe(undefined);
    answers.set(key, 2);
    expect(answers.get(key)).toBe(2);
  });

  it('is worked out again then, unless it is about something that lasts', () => {
    const key = {};
    let times = 0;
    const [passing, lasting] = [memo(() => ++times), lastingMemo(() => ++times)];
    expect([passing(key), lasting(key), passing(key), lasting(key)]).toEqual([1, 2, 1, 2]);
    letGo();
    expect([passing(key), lasting(key)]).toEqual([3, 2]);
  });
});
