import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generatedDescription } from '../../helpers/generated.ts';
import { alone, type Case, compared, type Outcome, type Pace } from '../outcome.ts';
import { COMMAND, DAY, PEERS, SCHEMA } from '../places.ts';
import { type Run, run as runNode } from '../processes.ts';
import { extended, type Line } from '../statistics.ts';

const LINES = 500;
const ONE_FILE = 100;

/** Whole processes over folders, as a build runs them. */
export const files: Case = { name: 'files', about: 'checking folders of descriptions, and one file', run };

async function* run(pace: Pace): AsyncGenerator<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'worksec-bench-'));
  try {
    yield* someFiles(folder, pace);
    yield* manyFiles(folder, pace);
    yield* oneFile(folder, pace);
    yield* cached(folder, pace);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** How many files stand for a thousand, and how many for ten thousand; fewer where it must be quick. */
const some = ({ quick }: Pace): number => (quick ? 100 : 1_000);

/** A thousand files, against those who check them in another way. */
async function* someFiles(folder: string, pace: Pace): AsyncGenerator<Outcome> {
  const count = some(pace);
  const [few, more] = pace.quick ? [10, 20] : [count / 20, count / 10];
  const work = write(folder, count);
  const [a, b] = [write(folder, few), write(folder, more)];
  const times: Record<'ours' | 'schema' | 'spectral', number[]> = { ours: [], schema: [], spectral: [] };
  const lines: Line[] = [];
  for (let round = 0; round < pace.rounds(3); round++) {
    times.ours.push((await ours(work)).time);
    times.schema.push((await schema(work)).time);
    const [small, large] = [await spectral(a), await spectral(b)];
    const line = { from: { size: few, time: small.time }, through: { size: more, time: large.time } };
    times.spectral.push(extended(line, count));
    lines.push(line);
  }
  yield compared('files-spectral', times.ours, times.spectral);
  yield compared('files-schema', times.ours, times.schema);
  const further = 2 * more;
  const { time } = await spectral(write(folder, further));
  yield alone(
    'spectral-line',
    lines.map((line) => time / extended(line, further)),
  );
}

/** Ten times as many files. */
async function* manyFiles(folder: string, pace: Pace): AsyncGenerator<Outcome> {
  const [work, tenfold] = [write(folder, some(pace)), write(folder, 10 * some(pace))];
  const [small, large]: [number[], number[]] = [[], []];
  const most: number[] = [];
  for (let round = 0; round < (pace.quick ? 1 : 2); round++) {
    small.push((await ours(work)).time);
    const { time, memory } = await ours(tenfold);
    large.push(time);
    most.push(memory.most);
  }
  yield compared('files-10000', large, small);
  yield alone('files-memory', most);
}

/** One small file: mostly what it takes to start. */
async function* oneFile(folder: string, pace: Pace): AsyncGenerator<Outcome> {
  const work = write(folder, 1, ONE_FILE);
  const nothing = join(folder, 'nothing.cjs');
  writeFileSync(nothing, '');
  const contenders = { ours, spectral, schema, node: (cwd: string) => runNode(nothing, [], cwd) };
  const times: Record<keyof typeof contenders, number[]> = { ours: [], spectral: [], schema: [], node: [] };
  for (let round = -1; round < pace.rounds(10); round++)
    for (const [name, contender] of Object.entries(contenders)) {
      const { time } = await contender(work);
      if (round >= 0) times[name as keyof typeof contenders].push(time);
    }
  yield compared('file-spectral', times.ours, times.spectral);
  yield compared('file-schema', times.ours, times.schema);
  yield compared('file-node', times.ours, times.node);
}

/** The same files a second time. */
async function* cached(folder: string, pace: Pace): AsyncGenerator<Outcome> {
  const work = write(folder, some(pace));
  const cache = ['--cache'];
  await ours(work, cache);
  const [cold, warm]: [number[], number[]] = [[], []];
  for (let round = 0; round < pace.rounds(3); round++) {
    cold.push((await ours(work)).time);
    warm.push((await ours(work, cache)).time);
  }
  yield compared('files-warm', warm, cold);
}

const ours = (cwd: string, more: readonly string[] = []): Promise<Run> =>
  runNode(
    COMMAND,
    ['check', '--today', DAY, '--fail-on', 'never', '--format', 'json', '--output', '../ours.json', ...more],
    cwd,
  );

const spectral = (cwd: string): Promise<Run> =>
  runNode(
    PEERS.spectral,
    [
      'lint',
      '*.yaml',
      '--ruleset',
      PEERS.ruleset,
      '--ignore-unknown-format',
      '--quiet',
      '--format',
      'json',
      '--output',
      '../spectral.json',
    ],
    cwd,
  );

const schema = (cwd: string): Promise<Run> => runNode(PEERS.schema, [SCHEMA, cwd], cwd);

/** A folder of so many descriptions, each another one. */
function write(folder: string, count: number, lines = LINES): string {
  const work = join(folder, `${count}-files-of-${lines}`);
  if (mkdirSync(work, { recursive: true }) === undefined) return work;
  for (let nr = 1; nr <= count; nr++)
    writeFileSync(join(work, `work-${nr}.work-system.yaml`), generatedDescription(lines, nr));
  return work;
}
