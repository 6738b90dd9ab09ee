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
    expect(texts.map((text) => text.deref() !== undefined)).toEqual(texts.map((_, key) => key === texts.length - 1));
  });
});
