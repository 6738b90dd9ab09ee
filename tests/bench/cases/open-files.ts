import { generatedDescription } from '../../helpers/generated.ts';
import { ours } from '../contenders.ts';
import { Editor, rest } from '../editor.ts';
import { alone, type Case, compared, type Outcome, type Pace } from '../outcome.ts';
import { doubling } from '../statistics.ts';
import { TypedText } from '../text.ts';

const LINES = 100;
const COUNTS = [250, 500, 1_000];
const MOST = 1_000;
/** Milliseconds within which a text of that length is read, also on a slow machine. */
const READING = 10;

/** No number of open files that brings the server to its knees. */
export const openFiles: Case = { name: 'open-files', about: `${MOST} files open at once`, run };

async function* run(pace: Pace): AsyncGenerator<Outcome> {
  const rounds: number[] = [];
  for (let round = 0; round < pace.rounds(3); round++) {
    const times: number[] = [];
    for (const count of COUNTS) times.push(await openedAtOnce(count));
    rounds.push(doubling(COUNTS, times));
  }
  yield alone('twice-open', rounds);
  yield await amongMany(pace);
}

/** Milliseconds until findings of so many files are published that were opened one after the other. */
async function openedAtOnce(count: number): Promise<number> {
  const editor = await Editor.start(ours);
  await editor.opening(generatedDescription(LINES, 0));
  const texts = Array.from({ length: count }, (_, nr) => generatedDescription(LINES, nr + 1));
  const start = performance.now();
  const uris = texts.map((text) => editor.open(text));
  const published = await Promise.all(uris.map((uri) => editor.next(uri, 0)));
  await editor.stop();
  return Math.max(...published.map(({ at }) => at)) - start;
}

/** A key in one of a thousand open files, against a key in the only one. */
async function amongMany(pace: Pace): Promise<Outcome> {
  const one = await Typist.among(1);
  const thousand = await Typist.among(MOST);
  const [onlyOne, ofMany]: [number[], number[]] = [[], []];
  for (let round = -5; round < pace.rounds(25); round++) {
    const times = [await one.key(), await thousand.key()] as const;
    if (round < 0) continue;
    onlyOne.push(times[0]);
    ofMany.push(times[1]);
  }
  await one.editor.stop();
  await thousand.editor.stop();
  return compared('key-1000-open', ofMany, onlyOne);
}

/** Somebody who types in the last of the files that were opened. */
class Typist {
  private constructor(
    readonly editor: Editor,
    private readonly uri: string,
    private readonly text: TypedText,
  ) {}

  static async among(count: number): Promise<Typist> {
    const editor = await Editor.start(ours);
    const others = Array.from({ length: count - 1 }, (_, nr) => editor.open(generatedDescription(LINES, nr + 2)));
    const text = generatedDescription(LINES);
    const uri = editor.open(text);
    await Promise.all([uri, ...others].map((each) => editor.next(each, 0)));
    // What is open counts here, not what has just been opened: each text is soon read once more, as a whole.
    await rest(500 + count * READING);
    return new Typist(editor, uri, new TypedText(text));
  }

  async key(): Promise<number> {
    const time = await this.editor.typing(this.uri, this.text.letter());
    await rest(20);
    return time;
  }
}
