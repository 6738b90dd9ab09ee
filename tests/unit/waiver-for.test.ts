import fc from 'fast-check';
import { expect, it } from 'vitest';
import { waiverFor } from '../../server/src/check/exceptions.ts';
import type { Waiver } from '../../server/src/rules/silencing.ts';

const RULES = ['information/no-owner', 'information/no-store'];
const key = fc.constantFrom('a', 'b', 'a-b', 'a.b', 'owner');
const path = fc.array(key, { maxLength: 4 });
const waiver = fc.record({
  rule: fc.constantFrom(...RULES),
  at: fc.option(
    path.map((keys) => keys.join('.')),
    { nil: undefined },
  ),
});

/** What a waiver covers, as the format reference puts it: its place and all below. */
const covers = ({ rule, at }: Waiver, asker: string, places: readonly string[]): boolean =>
  rule === asker && (!at || places.some((place) => place === at || place.startsWith(`${at}.`)));

it('takes the first waiver that covers a finding, however many there are', () => {
  fc.assert(
    fc.property(fc.array(waiver), fc.constantFrom(...RULES), path, path, (made, rule, at, asked) => {
      const decision = { because: 'so', until: '2030-01-01', by: 'waiver' } as const;
      const waivers = made.map((each, nr): Waiver => ({ ...each, path: ['waivers', nr], decision }));
      const places = [at.join('.'), asked.join('.')];
      expect(waiverFor(rule, { at, asked, message: '' }, waivers)).toBe(
        waivers.find((each) => covers(each, rule, places)),
      );
    }),
  );
});
