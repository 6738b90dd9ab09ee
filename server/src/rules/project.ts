import type { Day } from '../formats/dates.ts';
import { type Charter, PHASE_NAMES, type PhaseName, type TouchedItem } from '../model/charter.ts';
import type { Item } from '../model/sections.ts';
import type { WorkSystem } from '../model/work-system.ts';
import type { Path } from '../yaml/node.ts';
import { keyAt, valueAt } from './places.ts';
import type { Fix, Related } from './rule.ts';
import { clip, names } from './wordings.ts';

/** The key is there, even with nothing behind it yet. Stand-ins count as absent. */
export const isPresent = (reading: Item): boolean => reading.given || reading.state === 'blank';

/** A wrong shape or a stand-in, which have their own findings: nothing can be said about what is missing in it. */
export const isSpokenFor = (reading: Item): boolean =>
  reading.state === 'wrong' || reading.state === 'not-applicable' || reading.state === 'ask-later';

/** A day as the format reads it; undefined for what is no date. */
export const dayOf = (date: Item): Day | undefined => (typeof date.value === 'string' ? date.value : undefined);

export const phaseOf = <N extends PhaseName>(charter: Charter, phase: N) => charter.root.get('phases').get(phase);

/** A phase in the middle of a sentence. */
export const phaseWords = (phase: PhaseName): string => PHASE_NAMES[phase].toLowerCase();

/** The sensitive items the project touches; undefined where it touches none. */
export const touched = (charter: Charter): readonly TouchedItem[] | undefined =>
  charter.touchesSensitive ? charter.touchedItems() : undefined;

/** A trigger: the project touches sensitive information and the phase is planned. */
export const touchedIn =
  (phase: PhaseName) =>
  (_root: unknown, charter: Charter): readonly TouchedItem[] | undefined =>
    isPresent(phaseOf(charter, phase)) ? touched(charter) : undefined;

/** Sensitive items in a sentence. */
export const itemNames = (items: readonly { readonly name: string }[]): string =>
  names(
    items.map(({ name }) => clip(name)),
    2,
  );

/** Where the sensitive items stand: in the linked description, or named in the charter itself. */
export const itemPlaces = (items: readonly TouchedItem[]): Related[] =>
  items.flatMap(({ name, item, source, entry }): Related[] => {
    if (item && source) {
      const told = item.get('sensitivity').text ?? 'about people';
      return [{ ...keyAt(item.path), message: `${item.name} is ${told}`, source }];
    }
    return entry ? [{ ...valueAt(entry.path), message: `${clip(name)} is touched` }] : [];
  });

/** Something in a linked description, as another place that helps to understand a finding. */
export function inSystem(charter: Charter, system: WorkSystem, place: Related): Related {
  const source = charter.sourceOf(system);
  return source ? { ...place, source } : place;
}

/** Shows the default that supplies a value. */
export const defaultOf = (reading: Item): Related[] =>
  reading.suppliedBy ? [{ ...valueAt(reading.suppliedBy), message: 'This default supplies it' }] : [];

/** The kind of entry that may be about security: a criterion, a line of the backlog. */
export function speaksOfSecurity(charter: Charter, entry: Item, words: 'text' | 'criterion'): boolean {
  // Of an entry with a mistake in it nothing can be told; it has its own finding first.
  if (isSpokenFor(entry) || entry.get('type').state === 'wrong' || isSpokenFor(entry.get(words))) return true;
  return charter.isAboutSecurity(entry.get('type').text, entry.get(words).text);
}

/** The first key of a section that is not taken: `S1`, `S2` … */
export function freeKey(section: Item, stem: string, first = 1): string {
  for (let n = first; ; n++) if (!section.fields.has(`${stem}${n}`)) return `${stem}${n}`;
}

/** A pattern for a requirement that can be checked. */
export const PATTERN = 'When <event>, <who or what> <does what> within <time>';

/** Inserts a security requirement with empty slots, the things it covers filled in where they are known. */
export function insertRequirement(charter: Charter, covers: readonly string[]): Fix {
  const at: Path = ['requirements', freeKey(charter.root.get('requirements'), 'S')];
  const value = { text: null, type: 'security', covers, verified_by: null };
  return {
    title: 'Insert a security requirement',
    kind: 'scaffold',
    patches: [{ op: 'set', at, value, comment: PATTERN }],
  };
}
