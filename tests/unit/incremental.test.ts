import { describe, expect, it } from 'vitest';
import { checkFile } from '../../server/src/check/check.ts';
import { createChecking } from '../../server/src/checking.ts';
import { EditorLibrary } from '../../server/src/library.ts';
import { createLanguageService } from '../../server/src/service.ts';
import { defaultSettings } from '../../server/src/settings.ts';
import { ChunkReader } from '../../server/src/yaml/chunk-reader.ts';
import type { DocumentModel, Stream } from '../../server/src/yaml/document.ts';
import type { MapEntry } from '../../server/src/yaml/node.ts';
import { parseStream } from '../../server/src/yaml/parse.ts';
import { asData } from '../helpers/as-data.ts';
import { TODAY } from '../helpers/check.ts';
import { readSample, sampleFiles } from '../helpers/collection.ts';
import { chance, writing } from '../helpers/edits.ts';

/** Give another seed to look elsewhere, and more edits to look longer: `npm run test:differential`. */
const seed = Number(process.env.WORKSEC_SEED ?? 20261123);
const edits = Number(process.env.WORKSEC_EDITS ?? 4000);
const texts = sampleFiles.map(readSample);

const PLAIN = { snippets: false, suggestAgain: undefined };

/** The server's side of an open text, without a server. */
function editor(uri: string) {
  const library = new EditorLibrary({
    readFile: async () => undefined,
    findFiles: async () => [],
    today: () => TODAY,
  });
  const service = createLanguageService(createChecking(library));
  let version = 0;
  return { library, service, write: (text: string) => library.setText(uri, ++version, text) };
}

const uriOf = (text: string): string =>
  text.includes('kind: project-charter') ? 'file:///work/a.charter.yaml' : 'file:///work/a.work-system.yaml';

/** What a person can see of a stream: its trees, with every place, its problems and its comments. */
const seen = (stream: Stream): unknown => [
  stream.text,
  stream.documents.map(({ extent, root, problems, shared }: DocumentModel) => [extent, root, problems, shared]),
  stream.comments(),
];

const withoutChunks = (value: unknown): string =>
  JSON.stringify(value, (_, each) =>
    each instanceof Map ? [...each].map(([key, entry]) => [key, entryOf(entry)]) : each,
  );

/** An entry as it stands, whether it has moved since it was read or not. */
const entryOf = ({ key, keySpan, plainKey, merged, node }: MapEntry): MapEntry => ({
  key,
  keySpan,
  plainKey,
  merged,
  node,
});

/** A text that is checked from the beginning, as the command line does it. */
function checkedWhole(uri: string, text: string) {
  const input = { file: uri, settings: defaultSettings, today: TODAY, open: () => undefined };
  return checkFile({ ...input, stream: parseStream(text) });
}

describe(`a text that is written bit by bit (seed ${seed}, ${edits} edits)`, () => {
  it(
    'is read in parts as it is read as a whole',
    () => {
      let reader = new ChunkReader();
      let guesses = 0;
      const all = writing(texts, edits, seed);
      for (let next = all.next(); !next.done; ) {
        const { text, begins } = next.value;
        if (begins) reader = new ChunkReader();
        const guess = reader.read(text);
        if (guess) {
          guesses++;
          expect(withoutChunks(seen(guess)), JSON.stringify(text)).toBe(withoutChunks(seen(parseStream(text))));
        }
        next = all.next(!guess);
      }
      // Otherwise nothing was tried.
      expect(guesses).toBeGreaterThan(edits / 10);
    },
    60_000 + edits * 20,
  );

  it('is read as a whole where a lone CR ends a line', () => {
    expect(new ChunkReader().read('\rkind: work-system\nformat: 1\n')).toBeUndefined();
  });

  it(
    'is checked as if it had been opened just now',
    () => {
      const below = chance(seed);
      let [uri, at] = ['', { line: 0, character: 0 }];
      let { library, service, write } = editor(uri);
      const all = writing(texts, edits / 16, seed);
      let done = 0;
      for (let next = all.next(); !next.done; done++) {
        const { text, begins } = next.value;
        if (begins) {
          uri = uriOf(text);
          ({ library, service, write } = editor(uri));
        }
        write(text);
        at = { line: below(text.split('\n').length), character: below(12) };
        // Something is always asked before the text is read as a whole.
        service.diagnostics(uri);
        if (below(8) === 0) [service.completions(uri, at, PLAIN), service.hover(uri, at)];

        library.settle(uri);
        const whole = checkedWhole(uri, text);
        const isBroken = whole.documents.some(({ model }) => !model);
        const told = service.check(uri);
        expect(JSON.stringify(told!.findings.map(asData)), text).toBe(JSON.stringify(whole.findings.map(asData)));
        expect(JSON.stringify(told!.waived.map(asData)), text).toBe(JSON.stringify(whole.waived.map(asData)));
        // What is offered while a text is broken goes by what it said before.
        if (done % 10 === 0 && !isBroken) {
          const fresh = editor(uri);
          fresh.write(text);
          for (const feature of ['documentSymbols', 'foldingRanges', 'codeLenses', 'documentLinks'] as const)
            expect(service[feature](uri), text).toEqual(fresh.service[feature](uri));
          expect(service.hover(uri, at), text).toEqual(fresh.service.hover(uri, at));
          const offered = service.completions(uri, at, PLAIN);
          expect(offered, text).toEqual(fresh.service.completions(uri, at, PLAIN));
        }
        next = all.next(isBroken);
      }
    },
    60_000 + edits * 20,
  );

  it('asks for the whole of every text of which it read the parts, whenever that was', () => {
    const guessed: string[] = [];
    const nothing = { readFile: async () => undefined, findFiles: async () => [], today: () => TODAY };
    const library = new EditorLibrary(nothing, (uri) => guessed.push(uri));
    const uri = 'file:///work/a.work-system.yaml';
    library.setText(uri, 1, 'kind: work-system\nformat: 1\n');
    expect(guessed).toEqual([]);
    library.stream(uri);
    library.stream(uri);
    expect(guessed).toEqual([uri]);
    library.setText(uri, 2, 'kind: work-system\nformat: 1\ntitle: A\n');
    library.stream(uri);
    expect(guessed).toEqual([uri, uri]);
  });
});
