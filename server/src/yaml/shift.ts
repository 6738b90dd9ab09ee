import type { DocumentModel } from './document.ts';
import { stillOf } from './move.ts';
import type { MapEntry, Place, Span } from './node.ts';

/**
 * What a change did to the places of a document: what ended at `from` or before lies where it lay, what began at `to` or
 * behind has moved `by` so many units. Of what lay between nothing is known.
 */
export interface Shift {
  readonly from: number;
  readonly to: number;
  readonly by: number;
}

/** Finds the stretch of a document outside of which all sections and items are those that were read `before`. */
export function shiftBetween(before: DocumentModel, now: DocumentModel): Shift {
  const by = now.stream.text.length - before.stream.text.length;
  const [old, recent] = [sectionsOf(before), sectionsOf(now)];
  const { length } = before.stream.text;
  return { from: changeStart(old, recent, length), to: changeEnd(old, recent, length, by), by };
}

/** Where a place lies now that lay at a span before; undefined where nothing is known of it. */
export function shiftedSpan({ start, end }: Span, { at, part }: Place, { from, to, by }: Shift): Span | undefined {
  // What holds items may have grown or shrunk although each of them is as it was.
  if (at.length < 2 && part !== 'key') return undefined;
  if (end <= from) return { start, end };
  return start >= to ? { start: start + by, end: end + by } : undefined;
}

/** An entry with how far what holds it has moved. */
interface Part {
  readonly entry: MapEntry;
  readonly by: number;
}

const sectionsOf = ({ root }: DocumentModel): Part[] =>
  root?.kind === 'map' ? [...root.entries.values()].map((entry) => ({ entry, by: 0 })) : [];

function itemsOf({ entry, by }: Part): Part[] {
  const { still, by: further } = stillOf(entry);
  if (still.node.kind !== 'map' || still.node.flow) return [];
  return [...still.node.entries.values()].map((item) => ({ entry: item, by: by + further }));
}

function startOf({ entry, by }: Part): number {
  const { still, by: further } = stillOf(entry);
  return still.keySpan.start + further + by;
}

/** Whether two parts have the same words, the second so much further on. */
const isSame = (a: Part, b: Part | undefined, by: number): boolean =>
  a.entry.chunk !== undefined && a.entry.chunk === b?.entry.chunk && startOf(a) + by === startOf(b);

/** Where the first part begins that is another, going from the front; `end` where there is none. */
function changeStart(old: readonly Part[], recent: readonly Part[], end: number): number {
  const nr = old.findIndex((part, i) => !isSame(part, recent[i], 0));
  if (nr < 0) return end;
  const [section, other] = [old[nr]!, recent[nr]];
  const next = old[nr + 1];
  const hasSameKey =
    other && startOf(section) === startOf(other) && lengthOfKey(section.entry) === lengthOfKey(other.entry);
  if (!hasSameKey) return startOf(section);
  const [items, others] = [itemsOf(section), itemsOf(other)];
  if (items.length === 0) return startOf(section);
  const first = items.find((item, i) => !isSame(item, others[i], 0)) ?? next;
  return first ? startOf(first) : end;
}

/** Where the last parts begin that are the same, going from the back; `end` where there are none. */
function changeEnd(old: readonly Part[], recent: readonly Part[], end: number, by: number): number {
  const nr = old.findLastIndex((part, i) => !isSame(part, recent[i - old.length + recent.length], by));
  const next = old[nr + 1];
  const [section, other] = [old[nr], recent[nr - old.length + recent.length]];
  const [items, others] = section && other ? [itemsOf(section), itemsOf(other)] : [[], []];
  const last = items.findLastIndex((item, i) => !isSame(item, others[i - items.length + others.length], by));
  const first = items[last + 1] ?? next;
  return first ? startOf(first) : end;
}

const lengthOfKey = ({ keySpan }: MapEntry): number => keySpan.end - keySpan.start;
