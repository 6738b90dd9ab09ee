import { spawn } from 'node:child_process';
import { PEERS } from './places.ts';

/** Mebibytes a process held at its end, and at most. */
export interface Memory {
  readonly holds: number;
  readonly most: number;
}

export interface Run {
  readonly time: number;
  readonly memory: Memory;
}

/** Runs a script of Node as a whole process, from its start to its end. */
export async function run(
  script: string,
  args: readonly string[],
  cwd: string,
  ends: readonly number[] = [0],
): Promise<Run> {
  const start = performance.now();
  const child = spawn(process.execPath, ['--require', PEERS.memory, script, ...args], {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  let [said, memory] = ['', ''];
  child.stderr!.on('data', (chunk) => {
    said += chunk;
  });
  child.stdio[3]!.on('data', (chunk) => {
    memory += chunk;
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  const time = performance.now() - start;
  process.off('exit', kill);
  if (code === null || !ends.includes(code)) throw new Error(`${script} ended with ${code}: ${said.slice(-2000)}`);
  return { time, memory: memoryOf(memory) };
}

/** What `peers/memory.cjs` said, the last time it did. */
export function memoryOf(said: string): Memory {
  return JSON.parse(said.slice(said.lastIndexOf('{'))) as Memory;
}
