import type { Path } from './node.ts';
import { Passing } from './passing.ts';

const texts = new Passing<Path, string>();

/** A path as one text, as findings and exceptions name it: `activities.collect.uses`. Worked out once for each path. */
export function dotted(path: Path): string {
  let text = texts.get(path);
  if (text === undefined) {
    text = path.join('.');
    texts.set(path, text);
  }
  return text;
}
