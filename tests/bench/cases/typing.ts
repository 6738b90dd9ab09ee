import { generatedDescription } from '../../helpers/generated.ts';
import { asItIs, atOnce, ours } from '../contenders.ts';
import { Editor, rest } from '../editor.ts';
import { alone, type Case, compared, type Outcome, type Pace } from '../outcome.ts';
import { median } from '../statistics.ts';
import { TypedText } from '../text.ts';

const LINES = 5_000;
const KEYS = 40;
const BETWEEN = 60;

/** Somebody types fast into a long text: what is left to do after the last key. */
export const typing: Case = { name: 'typing', about: `${KEYS} keys in ${LINES} lines, one every ${BETWEEN} ms`, run };

async function* run(pace: Pace): AsyncGenerator<Outcome> {
  const text = generatedDescription(LINES);
  const contenders = { ours, atOnce, asItIs };
  const times: Record<keyof typeof contenders, number[]> = { ours: [], atOnce: [], asItIs: [] };
  const checks: number[] = [];
  for (let round = 0; round < pace.rounds(4); round++) {
    for (const [name, contender] of Object.entries(contenders)) {
      const editor = await Editor.start(contender);
      const opening = await openings(editor, text);
      if (contender === ours) checks.push(median(opening));
      times[name as keyof typeof times].push(await afterLastKey(editor, text));
      await editor.stop();
    }
  }
  yield alone(
    'typing',
    times.ours.map((time, round) => time / checks[round]!),
  );
  yield compared('typing-at-once', times.ours, times.atOnce);
  yield compared('typing-as-it-is', times.ours, times.asItIs);
}

/** What a whole check takes, in a server that has warmed up. */
async function openings(editor: Editor, text: string): Promise<number[]> {
  const times: number[] = [];
  for (let round = -2; round < 4; round++) {
    const from = editor.published.length;
    const time = await editor.opening(text);
    if (round >= 0) times.push(time);
    await editor.quiet(editor.published[from]!.uri, 100);
    await editor.close(editor.published[from]!.uri);
  }
  return times;
}

async function afterLastKey(editor: Editor, whole: string): Promise<number> {
  const from = editor.published.length;
  await editor.opening(whole);
  const { uri } = editor.published[from]!;
  await editor.quiet(uri);
  const text = new TypedText(whole);
  let last = 0;
  // Keys come when they come, however busy the server is.
  const start = performance.now();
  for (let key = 0; key < KEYS; key++) {
    await rest(start + key * BETWEEN - performance.now());
    last = performance.now();
    editor.type(uri, text.letter());
  }
  return (await editor.quiet(uri, 1_500)).at - last;
}
