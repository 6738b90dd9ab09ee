import { addTo, type Day } from '../formats/dates.ts';
import type { Reading } from '../formats/reading.ts';
import type { Item } from '../model/sections.ts';
import type { WorkSystem } from '../model/work-system.ts';
import { asksEach } from './asks.ts';
import { decision, scaffoldFields, setAt } from './fixes.ts';
import { headline, valueAt } from './places.ts';
import type { Rule } from './rule.ts';
import { snapshotLinks } from './snapshot-links.ts';
import { count, names } from './wordings.ts';

const SECTIONS = ['customers', 'products', 'activities', 'participants', 'information', 'technologies'] as const;
type Section = (typeof SECTIONS)[number];

const hasItems = (section: Item): boolean => section.given && section.fields.size > 0;
const hasNone = (section: Item): boolean => section.lacking || (section.given && section.fields.size === 0);

/** Sections that are not listed although the activities show that there is something to list. */
function missingSections(system: WorkSystem): Section[] {
  const sections = SECTIONS.map((name) => system.root.get(name));
  if (!sections.some(hasItems)) return [];
  return SECTIONS.filter(
    (name, i) =>
      hasNone(sections[i]!) &&
      !(name === 'participants' && doneByAgentsOnly(system)) &&
      !(name === 'technologies' && doneWithInfrastructureOnly(system)),
  );
}

const doneByAgentsOnly = (system: WorkSystem): boolean =>
  leadOnly(system, 'performed_by', (section, item) => {
    return section === 'technologies' && item.get('kind').text === 'automated-agent';
  });

const doneWithInfrastructureOnly = (system: WorkSystem): boolean =>
  leadOnly(system, 'with', (section) => section === 'infrastructure');

/** True when some activity has such a list, and all entries of all these lists lead to items of the kind. */
function leadOnly(
  system: WorkSystem,
  key: 'performed_by' | 'with',
  isOfKind: (section: string, item: Item) => boolean,
): boolean {
  const lists = system.activities.map((activity) => activity.get(key)).filter((list) => list.tokens().length > 0);
  return (
    lists.length > 0 &&
    lists.every((list) =>
      list.tokens().every((token) => {
        const target = system.target(token, list.field.to ?? []);
        return target !== undefined && isOfKind(target.section, target.item);
      }),
    )
  );
}

/** A dated change that the description tells of. */
interface Change {
  readonly day: Day;
  readonly place: Reading<unknown>;
  readonly what: string;
}

/** The latest change that has happened by today. */
function latestChange(system: WorkSystem, today: Day): Change | undefined {
  const changes: Change[] = [];
  const note = (date: Reading<unknown>, what: string): void => {
    if (date.given && typeof date.value === 'string') changes.push({ day: date.value, place: date, what });
  };
  for (const control of system.controls) note(control.get('changed'), `${control.name} was changed`);
  for (const activity of system.activities) {
    for (const weakness of activity.get('weaknesses').list())
      note(weakness.get('done_on'), `a weakness in “${activity.name}” was dealt with`);
    for (const workaround of activity.get('workarounds').list())
      note(workaround.get('response').get('done_on'), `a short cut in “${activity.name}” was dealt with`);
  }
  const past = changes.filter(({ day }) => day <= today);
  return past.reduce<Change | undefined>((latest, one) => (latest && latest.day >= one.day ? latest : one), undefined);
}

/** Does the picture hang together. */
export const snapshot: readonly Rule<WorkSystem>[] = [
  {
    id: 'snapshot/central-section-missing',
    severity: 'information',
    kind: 'work-system',
    core: true,
    title: 'Part of the picture not listed',
    guidelines: ['INF.1'],
    speaks:
      'One or more of customers, products, activities, participants, information and technologies are not listed, while others are.',
    quiet:
      'Participants, when only programs that act alone do the work; technologies, when the work uses shared infrastructure only.',
    exceptions: 'A description that is kept to a few parts on purpose, such as a sketch for one meeting.',
    *check(system) {
      const missing = missingSections(system);
      if (missing.length === 0) return;
      const absent = missing.filter((name) => system.root.get(name).absent);
      yield {
        at: [],
        place: headline(system.root),
        message: `Not listed yet: ${names(missing, SECTIONS.length)}. The checks can only follow what is listed.`,
        fixes:
          absent.length === 0
            ? []
            : [
                scaffoldFields(
                  'Insert the missing sections',
                  [],
                  Object.fromEntries(absent.map((name) => [name, null])),
                ),
              ],
      };
    },
  },
  asksEach({
    id: 'snapshot/no-performer',
    severity: 'information',
    kind: 'work-system',
    core: true,
    title: 'Activity that nobody does',
    guidelines: ['PAR.1'],
    speaks: 'An activity does not say who or what does it. One that is only a sentence does not say it either.',
    exceptions: 'An activity of another firm that is listed only to make the picture whole.',
    rollUp: true,
    asks: 'activities.*.performed_by',
    emptyIsOpen: true,
    of: (system: WorkSystem) => system.activities,
    when: () => true,
    message: () => 'Who or what does this?',
    fix: ['Say who does it', []],
  }),
  ...snapshotLinks,
  {
    id: 'snapshot/description-old',
    severity: 'hint',
    kind: 'work-system',
    core: false,
    title: 'Description older than its subject',
    guidelines: ['S4.8'],
    speaks:
      'The day of the description lies more than a year back (a setting), or before a change that the description itself tells of.',
    quiet: 'No day is given, or the change lies in the future.',
    falseAlarms: 'A description that was read again and still holds: set the day to the day of that reading.',
    *check(system, { today, settings }) {
      const described = system.root.get('described_on');
      if (!described.given || typeof described.value !== 'string') return;
      const day = described.value;
      const change = latestChange(system, today);
      const changed = change && day < change.day ? change : undefined;
      const months = settings.description_max_age_months;
      if (!changed && addTo(day, months) >= today) return;
      const what = changed ? `${changed.what} on ${changed.day}` : `more than ${count(months, 'month')} have passed`;
      yield {
        at: ['described_on'],
        place: valueAt(['described_on']),
        message: `This was described on ${day}; things have changed since (${what}).`,
        related: changed ? [{ ...valueAt(changed.place.path), message: `Later: ${changed.what}` }] : [],
        fixes: [decision('Set to today after checking the text', setAt(['described_on'], today))],
      };
    },
  },
  {
    id: 'snapshot/too-large',
    severity: 'hint',
    kind: 'work-system',
    core: false,
    title: 'Picture larger than a page',
    guidelines: ['PRO.1'],
    speaks: 'The six central sections together hold more items than fit one page (a setting).',
    exceptions: 'A register that is kept in this format for other reasons.',
    *check(system, { settings }) {
      const items = SECTIONS.reduce((sum, name) => sum + system[name].length, 0);
      if (items <= settings.snapshot_max_items) return;
      yield {
        at: [],
        place: headline(system.root),
        message: `${items} items are more than one page shows. Is this the smallest work system that holds the problem?`,
      };
    },
  },
];
