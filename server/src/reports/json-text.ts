import { json } from '../text/json.ts';

/** A list whose items, plain values, are made while it is written, so that it need never be held as a whole. */
export type Items = () => Iterable<unknown>;

/** A piece of a report, as a text or as bytes in UTF-8. */
export type Piece = string | Uint8Array;

/** Items of such a list that are written already, one or several, as they are to stand there. */
export class Written {
  constructor(readonly text: Piece) {}
}

/** What `json(value)` gives, piece by piece; functions in the value are such lists. */
export function* jsonText(value: unknown, margin = ''): Generator<Piece> {
  if (!holdsItems(value)) {
    yield inset(value, margin);
    return;
  }
  const inner = `${margin}  `;
  const entries = entriesOf(value);
  const [open, close] = typeof value === 'function' || Array.isArray(value) ? '[]' : '{}';
  let any = false;
  for (const [key, each] of entries) {
    if (each === undefined) continue;
    yield `${any ? ',' : open}\n${inner}${key === undefined ? '' : `${json(key)}: `}`;
    if (each instanceof Written) yield each.text;
    else if (typeof value === 'function') yield inset(each, inner);
    else yield* jsonText(each, inner);
    any = true;
  }
  yield any ? `\n${margin}${close}` : `${open}${close}`;
}

function* entriesOf(value: unknown): Generator<[key: string | undefined, value: unknown]> {
  if (typeof value === 'function') for (const item of (value as Items)()) yield [undefined, item];
  else if (Array.isArray(value)) for (const item of value) yield [undefined, item];
  else yield* Object.entries(value as object);
}

function holdsItems(value: unknown): boolean {
  if (typeof value === 'function') return true;
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsItems);
}

/** No line of JSON begins within a text, so that all of them can be moved. */
const inset = (value: unknown, margin: string): string => json(value).replaceAll('\n', `\n${margin}`);
