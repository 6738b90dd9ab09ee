import { setFlagsFromString } from 'node:v8';

/** What V8 can be told, and how that is taken back. */
interface Flag {
  readonly told: string;
  readonly usual: string;
}

/** Room is used again before more is taken. */
const USED_AGAIN: Flag = { told: '--heap-growing-percent=30', usual: '--heap-growing-percent=0' };
/** Most of what a key makes is of no use a moment later: the room for such things stays as small as it is after a start. */
const SMALL_ROOM: Flag = { told: '--semi-space-growth-factor=1', usual: '--semi-space-growth-factor=2' };
/** Nothing is optimised. Node 22 does not take code back once the compiler as such was off. */
const AS_IT_IS: Flag = { told: '--max-optimized-bytecode-size=0', usual: '--max-optimized-bytecode-size=61440' };

/**
 * V8 11, which is in Node 20, optimises what has run a few dozen times. At a key that costs more than it brings, since
 * most of the time goes into fetching what has not been touched since the last one. Later versions wait longer by
 * themselves, and know no such flag.
 */
const LATER: Flag = { told: '--interrupt-budget=300000', usual: '--interrupt-budget=67584' };

const FLAGS = [USED_AGAIN, SMALL_ROOM, AS_IT_IS, ...(process.versions.v8.startsWith('11.') ? [LATER] : [])];

/** Milliseconds after which a start is over, or as soon as the first text is checked where that takes longer. */
const STARTED = 250;

const holding = new Set<Flag>();

/**
 * Has V8 keep little: the server runs all day beside the editor, and needs little of what it makes a moment later. And
 * while it starts, when everything runs for the first time, V8 optimises nothing: that takes longer than it saves then,
 * also for the longest of texts.
 *
 * To be called when all is loaded. Under flags that differ from those it was built with, Node compiles each of its own
 * modules anew; that is why none of this stands in a command line either.
 */
export function spare(): void {
  for (const flag of FLAGS) {
    holding.add(flag);
    setFlagsFromString(flag.told);
  }
  setTimeout(() => {
    holding.delete(AS_IT_IS);
    setFlagsFromString(AS_IT_IS.usual);
  }, STARTED).unref();
}

/** Does something as if V8 had never been told anything: it keeps code apart by its flags. */
export function unsparing<T>(act: () => T): T {
  for (const { usual } of holding) setFlagsFromString(usual);
  try {
    return act();
  } finally {
    for (const { told } of holding) setFlagsFromString(told);
  }
}
