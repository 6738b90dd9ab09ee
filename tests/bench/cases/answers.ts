import type { Position } from 'vscode-languageserver-protocol';
import { generatedDescription } from '../../helpers/generated.ts';
import { atOnce, ours } from '../contenders.ts';
import { Editor, rest } from '../editor.ts';
import { type Case, compared, type Outcome, type Pace } from '../outcome.ts';
import { TypedText } from '../text.ts';

const LINES = 2_000;
const WARM_UP = 3;

/** What somebody asks for while writing: words to choose from, and what a word means. */
export const answers: Case = { name: 'answers', about: `completion and hover in ${LINES} lines`, run };

async function* run(pace: Pace): AsyncGenerator<Outcome> {
  const text = generatedDescription(LINES);
  const places = { completion: inside(text, / {4}performed_by: \[/, 0), hover: inside(text, / {4}sensitivity: /, 2) };
  const times = { key: [], straight: [], completion: [], hover: [], peerCompletion: [], peerHover: [] } as Record<
    string,
    number[]
  >;
  const [editor, peer] = [await Editor.start(ours), await Editor.start(atOnce)];
  const typed = new TypedText(text);
  const [uri, peerUri] = [await opened(editor, text), await opened(peer, text)];
  for (let round = -WARM_UP; round < pace.rounds(25); round++) {
    const add = (name: string, time: number): void => {
      if (round >= 0) times[name]!.push(time);
    };
    add('key', await editor.typing(uri, typed.letter()));
    await rest(100);
    add('completion', await editor.asking('textDocument/completion', uri, places.completion));
    add('peerCompletion', await peer.asking('textDocument/completion', peerUri, places.completion));
    add('hover', await editor.asking('textDocument/hover', uri, places.hover));
    add('peerHover', await peer.asking('textDocument/hover', peerUri, places.hover));
    editor.type(uri, typed.letter());
    add('straight', await editor.asking('textDocument/completion', uri, places.completion));
    await rest(100);
  }
  await editor.stop();
  await peer.stop();
  yield compared('completion', times.completion!, times.key!);
  yield compared('hover', times.hover!, times.key!);
  yield compared('completion-typing', times.straight!, times.key!);
  yield compared('completion-peer', times.completion!, times.peerCompletion!);
  yield compared('hover-peer', times.hover!, times.peerHover!);
}

async function opened(editor: Editor, text: string): Promise<string> {
  await editor.opening(text);
  const { uri } = editor.published.at(-1)!;
  await editor.quiet(uri);
  return uri;
}

/** A place behind a pattern, on the line nearest to the middle of the text. */
function inside(text: string, pattern: RegExp, further: number): Position {
  const lines = text.split('\n');
  const line = lines.findIndex((each, at) => at > lines.length / 3 && pattern.test(each));
  return { line, character: pattern.exec(lines[line]!)![0].length + further };
}
