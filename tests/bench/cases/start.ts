import { generatedDescription } from '../../helpers/generated.ts';
import { anew, atOnce, empty, ours } from '../contenders.ts';
import { Editor, rest } from '../editor.ts';
import { type Case, compared, type Outcome, type Pace } from '../outcome.ts';

const LINES = 500;

/** From the start of the server's process to what people wait for. */
export const start: Case = { name: 'start', about: 'start → answer to `initialize` → first findings', run };

async function* run(pace: Pace): AsyncGenerator<Outcome> {
  // A word that is no choice, so that every server has something to find.
  const text = generatedDescription(LINES).replace('type: organisation', 'type: organization');
  const contenders = { ours, anew, atOnce, empty };
  const names = Object.keys(contenders) as (keyof typeof contenders)[];
  const answer: Record<keyof typeof contenders, number[]> = { ours: [], anew: [], atOnce: [], empty: [] };
  const findings: Record<keyof typeof contenders, number[]> = { ours: [], anew: [], atOnce: [], empty: [] };
  for (let round = -1; round < pace.rounds(15); round++) {
    for (const turn of names.keys()) {
      const name = names[(turn + round + 1) % names.length]!;
      const editor = Editor.launch(contenders[name]);
      const answered = await editor.initialize();
      if (round >= 0) answer[name].push(answered);
      if (name !== 'empty') {
        const uri = editor.open(text);
        await editor.next(uri, 0, (diagnostics) => diagnostics.length > 0);
        if (round >= 0) findings[name].push(editor.age);
      }
      // The first time, each may keep for later starts what it likes to.
      if (round < 0) await rest(5_000);
      await editor.stop();
    }
  }
  yield compared('initialize', answer.ours, answer.empty);
  yield compared('initialize-peer', answer.ours, answer.atOnce);
  yield compared('first-findings', findings.ours, findings.atOnce);
  yield compared('first-findings-anew', findings.anew, findings.atOnce);
}
