import { generatedDescription } from '../../helpers/generated.ts';
import type { ClaimId } from '../claims.ts';
import { ours } from '../contenders.ts';
import { Editor } from '../editor.ts';
import { alone, type Case, type Outcome, type Pace } from '../outcome.ts';
import { doubling } from '../statistics.ts';

const HEAD = 'kind: work-system\nformat: 1\ntitle: Repairs\n';

/** No size at which it suddenly takes much longer. */
export const growth: Case = { name: 'growth', about: 'twice as much → how much longer', run };

async function* run(pace: Pace): AsyncGenerator<Outcome> {
  for (const { claim, sizes, text } of GROWING) yield await growing(claim, sizes, text, pace);
}

interface Growing {
  readonly claim: ClaimId;
  readonly sizes: readonly number[];
  readonly text: (size: number) => string;
}

const many = (count: number, line: (nr: number) => string): string =>
  Array.from({ length: count }, (_, nr) => `${line(nr)}\n`).join('');

const GROWING: readonly Growing[] = [
  { claim: 'twice-lines', sizes: [2_500, 5_000, 10_000], text: (size) => generatedDescription(size) },
  {
    claim: 'twice-keys',
    sizes: [5_000, 10_000, 20_000],
    text: (size) => `${HEAD}roles:\n${many(size, (nr) => `  post-${nr}: Looks after district ${nr}`)}`,
  },
  {
    claim: 'twice-aliases',
    sizes: [2_000, 4_000, 8_000],
    text: (size) =>
      `${HEAD}activities:\n  first: { does: Mends, watched_by: &watch { who: foreman, how: Looks, every: week } }\n${many(
        size,
        (nr) => `  visit-${nr}: { does: Mends line ${nr}, watched_by: *watch }`,
      )}`,
  },
  {
    claim: 'twice-items',
    sizes: [1_250, 2_500, 5_000],
    text: (size) =>
      `${HEAD}information:\n${many(size, (nr) => `  codes-${nr}:\n    name: Codes of plant ${nr}\n    sensitivity: restricted`)}`,
  },
  {
    claim: 'twice-references',
    sizes: [5_000, 10_000, 20_000],
    text: (size) => {
      const uses = Array.from({ length: 20 }, (_, nr) => `codes-${nr}`).join(', ');
      const information = many(20, (nr) => `  codes-${nr}: Codes of plant ${nr}`);
      const activities = many(size / 20, (nr) => `  visit-${nr}: { does: Mends line ${nr}, uses: [${uses}] }`);
      return `${HEAD}information:\n${information}activities:\n${activities}`;
    },
  },
];

async function growing(claim: ClaimId, sizes: readonly number[], text: Growing['text'], pace: Pace): Promise<Outcome> {
  const editor = await Editor.start(ours);
  const rounds: number[] = [];
  for (let round = -1; round < pace.rounds(5); round++) {
    const times: number[] = [];
    for (const size of sizes) {
      times.push(await editor.opening(text(size)));
      const { uri } = editor.published.at(-1)!;
      await editor.quiet(uri, 50);
      await editor.close(uri);
    }
    if (round >= 0) rounds.push(doubling(sizes, times));
  }
  await editor.stop();
  return alone(claim, rounds);
}
