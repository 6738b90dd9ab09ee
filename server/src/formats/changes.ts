import { contentOf } from '../yaml/move.ts';
import type { Content, EntryContent } from '../yaml/node.ts';
import type { Onlooker } from './onlookers.ts';
import type { Reading } from './reading.ts';

/**
 * Those who looked at words that are others now; undefined where more has changed than words: a field, an item, what a
 * value is. The readings of `now` take over who looked at those of `before`.
 */
export function onlookersOfChange(before: Reading, now: Reading): ReadonlySet<Onlooker> | undefined {
  const comparison = new Comparison();
  return comparison.isSameBut(before, now) ? comparison.concerned : undefined;
}

class Comparison {
  readonly concerned = new Set<Onlooker>();
  /** How many words have changed so far. */
  private changes = 0;

  /** True where two readings differ in words at most. Whoever looked at what holds these words may have looked at them. */
  isSameBut(before: Reading, now: Reading): boolean {
    if (before === now) return true;
    if (!isOfOneShape(before, now)) return false;
    now.seenBy = now.seenBy.with(before.seenBy);
    const changes = this.changes;
    if (!haveSameWords(before, now)) this.changes++;
    if (!this.areSameBut(before.fields.values(), now.fields.values())) return false;
    if (!this.areSameBut(before.elements, now.elements)) return false;
    if (before.standIn && now.standIn && !this.isSameBut(before.standIn, now.standIn)) return false;
    if (this.changes > changes) for (const onlooker of now.seenBy.members) this.concerned.add(onlooker);
    return true;
  }

  private areSameBut(before: Iterable<Reading>, now: Iterable<Reading>): boolean {
    const others = now[Symbol.iterator]();
    for (const each of before) {
      const other: Reading | undefined = others.next().value;
      if (!other || each.path.at(-1) !== other.path.at(-1) || !this.isSameBut(each, other)) return false;
    }
    return others.next().done === true;
  }
}

const isOfOneShape = (a: Reading, b: Reading): boolean =>
  a.state === b.state &&
  a.pattern === b.pattern &&
  a.schema === b.schema &&
  a.role === b.role &&
  a.sentence === b.sentence &&
  a.node?.kind === b.node?.kind &&
  a.path.length === b.path.length &&
  (a.standIn === undefined) === (b.standIn === undefined) &&
  a.suppliedBy?.join() === b.suppliedBy?.join() &&
  a.fields.size === b.fields.size;

/** What two readings of one shape say themselves, apart from the fields and elements below them. */
function haveSameWords(a: Reading, b: Reading): boolean {
  if (a.text !== b.text || !Object.is(a.value, b.value)) return false;
  return a.node === b.node || isSame(a.node, b.node, a);
}

/** `reading` holds the readings of what is compared apart from this. */
function isSame(a: Content | undefined, b: Content | undefined, reading?: Reading): boolean {
  if (!a || !b) return a === b;
  if (a.aliased !== b.aliased) return false;
  if (a.kind === 'scalar' && b.kind === 'scalar')
    return a.text === b.text && a.plain === b.plain && Object.is(a.value, b.value);
  if (a.kind === 'list' && b.kind === 'list')
    return (
      a.flow === b.flow &&
      a.items.length === b.items.length &&
      (reading?.elements.length === a.items.length || a.items.every((item, i) => isSame(item, b.items[i])))
    );
  if (a.kind !== 'map' || b.kind !== 'map' || a.flow !== b.flow || a.entries.size !== b.entries.size) return false;
  const others = b.entries.values();
  for (const entry of a.entries.values()) {
    const other = others.next().value!;
    if (!isSameEntry(entry, other) || !(reading?.fields.has(entry.key) || isSame(contentOf(entry), contentOf(other))))
      return false;
  }
  return true;
}

const isSameEntry = (a: EntryContent, b: EntryContent): boolean =>
  a.key === b.key && a.plainKey === b.plainKey && a.merged === b.merged;
