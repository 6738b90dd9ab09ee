import { generatedDescription } from '../../helpers/generated.ts';
import { atOnce, type Contender, ours } from '../contenders.ts';
import { Editor, rest } from '../editor.ts';
import { type Case, compared, type Outcome, type Pace } from '../outcome.ts';
import { TypedText } from '../text.ts';

const LINES = 5_000;
const EDITS = 40;

/** What a server holds after somebody has worked in a long text for a while. */
export const memory: Case = { name: 'memory', about: `after ${EDITS} edits in ${LINES} lines`, run };

async function* run(pace: Pace): AsyncGenerator<Outcome> {
  const [mine, peer]: [number[], number[]] = [[], []];
  for (let round = 0; round < pace.rounds(3); round++) {
    mine.push(await held(ours));
    peer.push(await held(atOnce));
  }
  yield compared('memory', mine, peer, 'MiB');
}

async function held(contender: Contender): Promise<number> {
  const editor = await Editor.start(contender, { weigh: true });
  const text = new TypedText(generatedDescription(LINES));
  await editor.opening(text.whole);
  const { uri } = editor.published.at(-1)!;
  for (let edit = 0; edit < EDITS; edit++) await editor.typing(uri, text.letter());
  await rest(2_000);
  return (await editor.stop())!.holds;
}
