import type { Reading } from '../../formats/reading.ts';
import type { Path } from '../../yaml/node.ts';

/**
 * The field that answers a question: a rule's pattern such as `customers.*.use_limits`, made concrete by the place the
 * question was asked at. Where a stand-in takes the place of something on the way, that is the answer. Undefined where
 * nothing stands there.
 */
export function askedField(root: Reading, asks: string, at: Path): Reading | undefined {
  let reading: Reading | undefined = root;
  for (const [i, step] of asks.split('.').entries()) {
    const key = at[i] ?? step;
    if (key === '*' || (step !== '*' && step !== key)) return undefined;
    reading = reading.fields.get(String(key));
    if (!reading || isStoodIn(reading)) return reading;
  }
  return reading;
}

const isStoodIn = ({ state }: Reading): boolean => state === 'not-applicable' || state === 'ask-later';
