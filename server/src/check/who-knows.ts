import type { Reading } from '../formats/reading.ts';
import type { Charter } from '../model/charter.ts';
import { memo } from '../model/memo.ts';
import type { Activity, Item } from '../model/sections.ts';
import type { WorkSystem } from '../model/work-system.ts';
import { namesOf } from '../rules/reference-names.ts';
import type { Model } from '../rules/rule.ts';
import { capital } from '../rules/wordings.ts';
import type { Path } from '../yaml/node.ts';

/**
 * Who could answer a question about a place, by name: those who look after it or, where nobody does, those who work
 * with it; for all else whoever answers for security. Nobody where the document names nobody.
 */
export function whoKnows(model: Model, at: Path): string[] {
  const near = model.kind === 'work-system' ? nearIn(model, at) : nearInCharter(model, at);
  return near.length > 0 ? near : named(model, inCharge(model));
}

/** The names behind a field of references to people; words that lead nowhere stay as they are. */
export const peopleIn = (model: Model, field: Reading | undefined): string[] =>
  (field && field.elements.length === 0 ? [field] : (field?.elements ?? [])).flatMap((reading) => {
    if (!reading.given || !reading.text) return [];
    const [listed] = namesOf(model).called({ field: reading.field, token: reading.text });
    return [listed ? listed.item.name : capital(reading.text)];
  });

/** The first of some fields that names anybody. */
function named(model: Model, fields: readonly (Reading | undefined)[]): string[] {
  for (const field of fields) {
    const people = [...new Set(peopleIn(model, field))];
    if (people.length > 0) return people;
  }
  return [];
}

const inCharge = ({ root }: Model): (Reading | undefined)[] =>
  ['security_lead', 'security_accountable', 'manager', 'sponsor'].map((key) => (root as Item).fields.get(key));

function nearInCharter(model: Charter, at: Path): string[] {
  const root = model.root as Item;
  if (at[0] === 'phases') {
    const phase = root.fields.get('phases')?.fields.get(String(at[1]));
    const gate = at[2] === 'gate' ? phase?.fields.get('gate')?.fields.get('owner') : undefined;
    return named(model, [gate, phase?.fields.get('owner')]);
  }
  return named(model, [root.fields.get(String(at[0]))?.fields.get(String(at[1]))?.fields.get('owner')]);
}

function nearIn(system: WorkSystem, at: Path): string[] {
  const [section, id] = at[0] === 'environment' ? [at[1], at[2]] : at;
  const item = id === undefined ? undefined : itemIn(system, String(section), String(id));
  if (!item) return [];
  const field = (key: string): Reading | undefined => item.fields.get(key);
  const working = (): string[] => peopleOf(workWith(system).get(item) ?? [], system);
  switch (section) {
    case 'activities':
      return peopleOf([item as unknown as Activity], system);
    case 'participants':
      return [item.name];
    case 'information':
      return orElse(named(system, [field('owner')]), working);
    case 'products':
      return working();
    case 'customers':
      return peopleOf(
        [...new Set(system.resolve(item.get('receives')).flatMap((each) => workWith(system).get(each) ?? []))],
        system,
      );
    case 'technologies':
      return orElse(named(system, [field('overseen_by')]), working);
    case 'infrastructure':
      return orElse(named(system, [field('operated_by')]), working);
    case 'controls':
      return named(system, [field('owner'), field('used_by')]);
    case 'policies':
      return named(system, [field('known_by'), field('applies_to')]);
    default:
      return [];
  }
}

const itemIn = (system: WorkSystem, section: string, id: string): Item | undefined =>
  [...system.sections].find(([name]) => name === section)?.[1].get(id);

const orElse = (first: string[], second: () => string[]): string[] => (first.length > 0 ? first : second());

/** The groups that perform activities. What a machine does, whoever oversees it knows. */
const peopleOf = (activities: readonly Activity[], system: WorkSystem): string[] => [
  ...new Set(
    activities
      .flatMap((activity) => system.performers(activity))
      .flatMap((performer) =>
        performer.path[0] === 'technologies'
          ? named(system, [performer.fields.get('overseen_by') as Reading | undefined])
          : [performer.name],
      ),
  ),
];

const WORKED_WITH = ['uses', 'creates', 'produces', 'with'] as const;

/** For each item, the activities that work with it. */
const workWith = memo((system: WorkSystem): ReadonlyMap<Item, readonly Activity[]> => {
  const found = new Map<Item, Set<Activity>>();
  for (const activity of system.activities)
    for (const key of WORKED_WITH)
      for (const item of system.resolve(activity.get(key)))
        found.set(item, (found.get(item) ?? new Set()).add(activity));
  return new Map([...found].map(([item, activities]) => [item, [...activities]]));
});
