import { parseDocument } from 'yaml';
import { generatedDescription } from '../../helpers/generated.ts';
import { asItIs, atOnce, ours } from '../contenders.ts';
import { Editor, rest } from '../editor.ts';
import { alone, type Case, compared, type Outcome, type Pace } from '../outcome.ts';
import { median } from '../statistics.ts';
import { type Insertion, TypedText } from '../text.ts';

const SIZES = [100, 500, 2_000, 10_000] as const;
const WARM_UP = 10;

/** A key in a text, until findings are published: over standard input and output, as any editor does. */
export const keystroke: Case = { name: 'keystroke', about: 'a key → findings', run };

async function* run(pace: Pace): AsyncGenerator<Outcome> {
  const differing: number[] = [];
  const editors = {
    ours: await Editor.start(ours),
    atOnce: await Editor.start(atOnce),
    asItIs: await Editor.start(asItIs),
  };
  for (const size of pace.quick ? SIZES.slice(0, 3) : SIZES) {
    const sheet = await Sheet.open(editors, generatedDescription(size));
    const valid = await sheet.rounds(pace.rounds(size > 5_000 ? 12 : 25), (text) => text.letter());
    yield compared(`key-${size}`, valid.ours, valid.atOnce);
    yield compared(`wait-${size}`, valid.ours, valid.asItIs);
    yield compared(`parse-${size}`, valid.ours, valid.parse);
    differing.push(await sheet.differing());
    await sheet.type(sheet.text.break());
    const broken = await sheet.rounds(pace.rounds(size > 5_000 ? 8 : 20), (text) => text.brokenLetter());
    yield compared(`broken-${size}`, broken.ours, broken.atOnce);
    differing.push(await sheet.differing());
    await sheet.close();
  }
  for (const editor of Object.values(editors)) await editor.stop();
  yield alone('same-findings', [differing.reduce((sum, each) => sum + each, 0)]);
}

type Editors = Readonly<Record<'ours' | 'atOnce' | 'asItIs', Editor>>;
type Times = Record<keyof Editors | 'parse', number[]>;

/** One text that is open in every editor. */
class Sheet {
  private constructor(
    private readonly editors: Editors,
    private readonly uris: ReadonlyMap<Editor, string>,
    readonly text: TypedText,
  ) {}

  static async open(editors: Editors, text: string): Promise<Sheet> {
    const uris = new Map<Editor, string>();
    for (const editor of Object.values(editors)) {
      await editor.timed(() => {
        const uri = editor.open(text);
        uris.set(editor, uri);
        return uri;
      });
    }
    return new Sheet(editors, uris, new TypedText(text));
  }

  /** The same key in one editor after the other, and a bare parse of the same text; each round another one begins. */
  async rounds(count: number, key: (text: TypedText) => Insertion): Promise<Times> {
    const times: Times = { ours: [], atOnce: [], asItIs: [], parse: [] };
    const names = Object.keys(times) as (keyof Times)[];
    for (let round = -WARM_UP; round < count; round++) {
      const insertion = key(this.text);
      const whole = this.text.whole;
      for (const turn of names.keys()) {
        const name = names[(turn + round + WARM_UP) % names.length]!;
        const time = name === 'parse' ? parsing(whole) : await this.keyIn(this.editors[name], insertion);
        if (round >= 0) times[name].push(time);
        // What a server still does after it has answered must not slow the next one.
        await rest(20 + 1.5 * (times.parse.length > 0 ? median(times.parse) : 0));
      }
    }
    return times;
  }

  async type(insertion: Insertion): Promise<void> {
    for (const editor of Object.values(this.editors)) await this.keyIn(editor, insertion);
  }

  /** How many of our findings are not those of the same text when it is opened anew. */
  async differing(): Promise<number> {
    const editor = this.editors.ours;
    const told = (diagnostics: readonly object[]): string[] => diagnostics.map((each) => JSON.stringify(each));
    const now = told((await editor.quiet(this.uris.get(editor)!)).diagnostics);
    const from = editor.published.length;
    const anew = editor.open(this.text.whole);
    await editor.next(anew, from);
    const whole = told((await editor.quiet(anew)).diagnostics).map((each) =>
      each.replaceAll(anew, this.uris.get(editor)!),
    );
    await editor.close(anew);
    return [...now.filter((each) => !whole.includes(each)), ...whole.filter((each) => !now.includes(each))].length;
  }

  async close(): Promise<void> {
    for (const [editor, uri] of this.uris) await editor.close(uri);
    await rest(500);
  }

  private keyIn(editor: Editor, insertion: Insertion): Promise<number> {
    return editor.typing(this.uris.get(editor)!, insertion);
  }
}

function parsing(text: string): number {
  const start = performance.now();
  parseDocument(text);
  return performance.now() - start;
}
