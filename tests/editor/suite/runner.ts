/** What became of one test; `error` is there when it failed. */
export interface Outcome {
  name: string;
  milliseconds: number;
  error?: string;
}

// Once something has failed, more is likely to: no need to wait so long for each.
const PATIENCE = 20_000;
const LESS_PATIENCE = 5_000;
let patience = PATIENCE;
const tests: { name: string; body: () => Promise<void> }[] = [];

/** Notes a test. Tests run one after the other, in the order in which they were noted. */
export function test(name: string, body: () => Promise<void>): void {
  tests.push({ name, body });
}

/** Runs every test that was noted; a failure does not stop the others. */
export async function runTests(): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const { name, body } of tests) {
    const start = Date.now();
    const error = await body().then(
      () => undefined,
      (reason) => (reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)),
    );
    if (error !== undefined) patience = LESS_PATIENCE;
    outcomes.push({ name, milliseconds: Date.now() - start, ...(error === undefined ? {} : { error }) });
  }
  return outcomes;
}

/** Asks again and again until the answer is neither undefined nor false, and returns it; gives up with `what`. */
export async function eventually<T>(what: string, ask: () => T | Promise<T>): Promise<NonNullable<T>> {
  const start = Date.now();
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== null && answer !== false) return answer;
    if (Date.now() - start > patience) throw new Error(`Waited ${patience / 1000} s in vain for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
