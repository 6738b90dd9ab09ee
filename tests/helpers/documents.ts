import { parse, stringify } from 'yaml';
import { readSample } from './collection.ts';

/** A document as plain values, so that parts can be taken out of it or put in another order. */
export type Value = string | number | boolean | null | Value[] | { [key: string]: Value };

type Path = readonly (string | number)[];

/** A sample as plain values, with aliases and merge keys followed. */
export const sampleValue = (file: string): Value => parse(readSample(file), { merge: true }) as Value;

export const textOf = (value: Value): string => stringify(value, { aliasDuplicateObjects: false, lineWidth: 0 });

const isMap = (value: Value | undefined): value is { [key: string]: Value } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The paths of all entries and elements, in the order of the text. */
export function placesIn(value: Value, at: Path = []): Path[] {
  const inside = Array.isArray(value) ? [...value.entries()] : isMap(value) ? Object.entries(value) : [];
  return inside.flatMap(([key, child]) => [[...at, key], ...placesIn(child, [...at, key])]);
}

/** Entries every document keeps: without them nothing is checked. */
const KEPT: ReadonlySet<string> = new Set(['kind', 'format']);

/**
 * A document without some of its parts. Each number picks one entry or element of what is still there, so that fewer
 * numbers leave a smaller change.
 */
export function without(value: Value, picks: readonly number[]): Value {
  const copy = structuredClone(value);
  for (const pick of picks) {
    const places = placesIn(copy).filter((at) => at.length > 1 || !KEPT.has(String(at[0])));
    if (places.length === 0) break;
    takeOut(copy, places[pick % places.length]!);
  }
  return copy;
}

/** What stands at a path. */
export const valueAt = (value: Value, at: Path): Value | undefined =>
  at.reduce<Value | undefined>(
    (held, key) => (Array.isArray(held) ? held[Number(key)] : isMap(held) ? held[String(key)] : undefined),
    value,
  );

function takeOut(value: Value, at: Path): void {
  const holder = valueAt(value, at.slice(0, -1));
  const key = at.at(-1)!;
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else if (isMap(holder)) delete holder[String(key)];
}

/** The same document with the keys of every map in another order. */
export function shuffled(value: Value, random: () => number): Value {
  if (Array.isArray(value)) return value.map((each) => shuffled(each, random));
  if (!isMap(value)) return value;
  const entries = Object.entries(value).map(([key, child]) => [random(), key, shuffled(child, random)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => a - b).map(([, key, child]) => [key, child]));
}

/** The ids of all items in map sections, those of policies and outputs with them. */
export function idsOf(value: Value): string[] {
  const sections = [
    ...Object.values(value as { [key: string]: Value }),
    valueAt(value, ['environment', 'policies']),
    valueAt(value, ['phases', 'development', 'outputs']),
  ];
  return sections.flatMap((section) => (isMap(section) ? Object.keys(section) : []));
}

/** A document cut down to what is listed and how it hangs together: ids, names of the lists given, nothing else. */
export function bareIds(value: Value, keep: ReadonlySet<string>): Value {
  const { kind, format, title, ...sections } = value as { [key: string]: Value };
  const bare: { [key: string]: Value } = { kind: kind!, format: format!, title: title! };
  for (const [name, section] of Object.entries(sections)) {
    const items = name === 'environment' ? undefined : bareSection(section, keep);
    if (items) bare[name] = items;
  }
  const policies = valueAt(value, ['environment', 'policies']);
  if (policies) bare.environment = { policies: bareSection(policies, keep) ?? null };
  return bare;
}

/** A section of items by id; nothing for a field of the root, such as `purpose`. */
function bareSection(section: Value, keep: ReadonlySet<string>): Value | undefined {
  if (!isMap(section) || !Object.values(section).some((item) => isMap(item))) return undefined;
  return Object.fromEntries(
    Object.entries(section).map(([id, item]) => [
      id,
      isMap(item) ? Object.fromEntries(Object.entries(item).filter(([key]) => keep.has(key))) : null,
    ]),
  );
}
