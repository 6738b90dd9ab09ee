import { describe, expect, it } from 'vitest';
import { type CheckedFile, checkFile } from '../../server/src/check/check.ts';
import type { LinkedFile } from '../../server/src/check/links.ts';
import { noteWhoLooks } from '../../server/src/formats/onlookers.ts';
import { defaultSettings } from '../../server/src/settings.ts';
import { ChunkReader } from '../../server/src/yaml/chunk-reader.ts';
import { parseStream } from '../../server/src/yaml/parse.ts';
import { sameReading } from '../../server/src/yaml/same.ts';
import { asData } from '../helpers/as-data.ts';
import { TODAY } from '../helpers/check.ts';
import { readSample, sampleFiles } from '../helpers/collection.ts';
import { chance, wordEdit, writing } from '../helpers/edits.ts';

/** Give another seed to look elsewhere, and more edits to look longer: `npm run test:differential`. */
const seed = Number(process.env.WORKSEC_SEED ?? 20261123);
const edits = Number(process.env.WORKSEC_EDITS ?? 4000);
const samples = new Map(sampleFiles.map((file) => [file, readSample(file)]));
const linkable = new Map<string, LinkedFile>(
  [...samples].map(([file, text]) => [file.split('/').at(-1)!, { file, stream: parseStream(text) }]),
);

noteWhoLooks();

/** A text that is checked again and again, as an editor's server does it, and what a check from the beginning says. */
class Rechecked {
  private readonly reader = new ChunkReader();
  private before: CheckedFile | undefined;

  constructor(private readonly file: string) {}

  /** Both answers to a text; the first goes by what was found in the text before it. */
  check(text: string): { again: string; anew: string; isBroken: boolean } {
    const input = {
      file: this.file,
      settings: defaultSettings,
      today: TODAY,
      open: (path: string) => linkable.get(path.split('/').at(-1)!),
    };
    const whole = parseStream(text);
    const guess = this.reader.read(text);
    // The whole text has the last word.
    const stream = guess && sameReading(guess, whole) ? guess : whole;
    const again = checkFile({ ...input, stream, before: this.before });
    const anew = checkFile({ ...input, stream: whole });
    const isBroken = anew.documents.length === 0 || anew.documents.some(({ model }) => !model);
    if (!isBroken) this.before = again;
    return { again: told(again), anew: told(anew), isBroken };
  }
}

/** All that is said of a file. */
const told = ({ findings, waived, documents }: CheckedFile): string =>
  JSON.stringify(
    [findings.map(asData), waived.map(asData), documents.map(({ questions, coverage }) => [questions, coverage])],
    (key, value) => (key === 'stream' || key === 'source' ? undefined : value),
  );

const fileOf = (text: string): string =>
  text.includes('kind: project-charter') ? 'a.charter.yaml' : 'a.work-system.yaml';

describe(`findings in a text that is written bit by bit (seed ${seed}, ${edits} edits)`, () => {
  it(
    'are those of the same text when it is opened just now',
    () => {
      let rechecked = new Rechecked('');
      let read = 0;
      const all = writing([...samples.values()], edits, seed);
      for (let next = all.next(); !next.done; ) {
        const { text, begins } = next.value;
        if (begins) rechecked = new Rechecked(fileOf(text));
        const { again, anew, isBroken } = rechecked.check(text);
        expect(again, text).toBe(anew);
        if (!isBroken) read++;
        next = all.next(isBroken);
      }
      // Otherwise nothing was tried.
      expect(read).toBeGreaterThan(edits / 10);
    },
    60_000 + edits * 20,
  );

  it(
    'stay those of the whole while words change in a whole sample',
    () => {
      const below = chance(seed);
      const all = [...samples];
      for (let done = 0; done < edits / 20; ) {
        const [file, sample] = all[below(all.length)]!;
        const rechecked = new Rechecked(file);
        let text = sample;
        for (let step = 0; step < 20 && done < edits / 20; step++, done++) {
          const { again, anew } = rechecked.check(text);
          expect(again, text).toBe(anew);
          const { start, end, newText } = wordEdit(text, below)!;
          text = text.slice(0, start) + newText + text.slice(end);
        }
      }
    },
    60_000 + edits * 20,
  );
});
