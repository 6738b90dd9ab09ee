/** What became of one test; `error` is there when it failed. */
export interface Outcome {
  name: string;
  milliseconds: number;
  /** What was measured on the way. */
  note?: string;
  error?: string;
}

// Once something has failed, more is likely to: no need to wait so long for each.
const PATIENCE = 20_000;
const LESS_PATIENCE = 5_000;
let patience = PATIENCE;
const tests: { name: string; body: Body }[] = [];

/** A test; it may return what it measured. */
type Body = () => Promise<unknown>;

/** Notes a test. Tests run one after the other, in the order in which they were noted. */
export function test(name: string, body: Body): void {
  tests.push({ name, body });
}

/** Runs every test that was noted; a failure does not stop the others. */
export async function runTests(): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const { name, body } of tests) {
    const start = Date.now();
    const outcome = await body().then(
      (note) => (typeof note === 'string' ? { note } : {}),
      (reason) => ({ error: reason instanceof Error ? (reason.stack ?? reason.message) : String(reason) }),
    );
    if ('error' in outcome) patience = LESS_PATIENCE;
    outcomes.push({ name, milliseconds: Date.now() - start, ...outcome });
  }
  return outcomes;
}

/** Asks again and again until the answer is neither undefined nor false, and returns it; gives up with `what`. */
export async function eventually<T>(
  what: string,
  ask: () => T | Promise<T>,
  most = patience,
): Promise<Exclude<NonNullable<T>, false>> {
  const start = Date.now();
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== null && answer !== false) return answer as Exclude<NonNullable<T>, false>;
    if (Date.now() - start > most) throw new Error(`Waited ${most / 1000} s in vain for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
