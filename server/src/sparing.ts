import { setFlagsFromString } from 'node:v8';

/** What V8 is told to be sparing, and what it goes by otherwise. */
const FLAGS: readonly (readonly [sparing: string, usual: string])[] = [
  // Room is used again before more is taken.
  ['--heap-growing-percent=30', '--heap-growing-percent=0'],
  // Most of what a key makes is of no use a moment later: the room for such things stays as small as it is after a start.
  ['--semi-space-growth-factor=1', '--semi-space-growth-factor=2'],
];

/** Milliseconds after which a start is over, or as soon as the first text is checked where that takes longer. */
const STARTED = 250;

/**
 * Has V8 keep little: the server runs all day beside the editor, and needs little of what it makes a moment later. And
 * while it starts, when everything runs for the first time, V8 optimises nothing: that takes longer than it saves then,
 * also for the longest of texts.
 *
 * To be called when all is loaded. Under flags that differ from those it was built with, Node compiles each of its own
 * modules anew; that is why none of this stands in a command line either.
 */
export function spare(): void {
  tell(0);
  setFlagsFromString('--no-opt');
  setTimeout(() => setFlagsFromString('--opt'), STARTED).unref();
}

/** Does something as if V8 had never been told to be sparing: it keeps code apart by its flags. */
export function unsparing<T>(act: () => T): T {
  tell(1);
  try {
    return act();
  } finally {
    tell(0);
  }
}

function tell(which: 0 | 1): void {
  for (const each of FLAGS) setFlagsFromString(each[which]);
}
