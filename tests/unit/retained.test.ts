import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { type CheckedFile, checkFile } from '../../server/src/check/check.ts';
import { noteWhoLooks } from '../../server/src/formats/onlookers.ts';
import { defaultSettings } from '../../server/src/settings.ts';
import { ChunkReader } from '../../server/src/yaml/chunk-reader.ts';
import { TODAY } from '../helpers/check.ts';
import { generatedDescription } from '../helpers/generated.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

describe('of a text that is written for hours', () => {
  it('only what it says now is kept', async () => {
    noteWhoLooks();
    const reader = new ChunkReader();
    const texts: WeakRef<object>[] = [];
    let last: CheckedFile | undefined;
    for (let key = 0; key < 20; key++) {
      const text = generatedDescription(200).replace('title: Repairs', `title: Repairs ${'e'.repeat(key)}`);
      const stream = reader.read(text)!;
      texts.push(new WeakRef(stream));
      last = checkFile({
        file: 'a.work-system.yaml',
        stream,
        today: TODAY,
        settings: defaultSettings,
        open: () => undefined,
        before: last,
      });
      // What a weak reference was made to stays until its turn is over.
      await setImmediate();
    }
    collectGarbage();
    expect(last!.findings.length).toBeGreaterThan(5);
    // One more may be at hand that was worked on just now.
    expect(texts.filter((text) => text.deref() !== undefined).length).toBeLessThanOrEqual(2);
    expect(texts.at(-1)!.deref()).toBe(last!.stream);
  });

  it('there is an end to the crowds that look at it: the next are everybody', async () => {
    // The module once more, with crowds of its own, so that nobody else is short of them.
    const apart = '../../server/src/formats/onlookers.ts?apart';
    const { Crowd, Onlooker } = (await import(apart)) as typeof import('../../server/src/formats/onlookers.ts');
    const all = Array.from({ length: 16 }, (_, i) => Onlooker.named(`onlooker ${i}`));
    const some = (bits: number) => all.filter((_, i) => (bits >> i) & 1);
    const crowds = new Set(Array.from({ length: 10_000 }, (_, bits) => Crowd.of(some(bits))));
    expect(crowds.size).toBe(5_001);
    // Those that are known stay what they are.
    expect(Crowd.of(some(9)).with(Crowd.of(some(6))).members).toEqual(new Set(some(15)));
    const [known, another] = [Crowd.of(some(5)), Crowd.of(some(40_000))];
    expect(another.members).toEqual(new Set(all));
    expect(known.with(another)).toBe(another);
    expect(another.with(known)).toBe(another);
    // Also those who come later.
    const late = Onlooker.named('late');
    expect(another.members.has(late)).toBe(true);
  });
});
