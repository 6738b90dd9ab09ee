import { describe, expect, it } from 'vitest';
import { exampleOf } from '../../../server/src/rules/examples/index.ts';
import { rules } from '../../../server/src/rules/index.ts';
import { check, pairs } from '../../helpers/check.ts';

describe('every rule’s examples', () => {
  it.each(rules.map(({ id }) => id))('%s', (id) => {
    const { bad, good } = exampleOf(id);
    const [badPairs, goodPairs] = [pairs(check(bad)), pairs(check(good))];
    expect(
      badPairs.filter((pair) => pair.startsWith(`${id} `) || pair === id),
      'the bad example',
    ).not.toEqual([]);
    expect(
      goodPairs.filter((pair) => pair.startsWith(`${id} `) || pair === id),
      'the good example',
    ).toEqual([]);
  });
});
