/** Milliseconds of work after which others have their turn: less than somebody who writes would notice. */
const SLICE = 25;

/**
 * Takes the steps of a long work without standing in anybody's way: after each while, everything that has come in goes
 * first. False where the work was given up, since nobody wants it any more. `turn` lets the others go.
 */
export async function unhurried(
  steps: Iterable<void>,
  isUnwanted: () => boolean,
  turn: () => Promise<void>,
): Promise<boolean> {
  let since = performance.now();
  for (const _ of steps) {
    if (performance.now() - since < SLICE) continue;
    await turn();
    if (isUnwanted()) return false;
    since = performance.now();
  }
  return true;
}
