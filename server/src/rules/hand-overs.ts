import type { Reading } from '../formats/reading.ts';
import type { Activity, Information } from '../model/sections.ts';
import type { WorkSystem } from '../model/work-system.ts';
import { appendTo, scaffold } from './fixes.ts';
import { valueAt } from './places.ts';
import { beside } from './related.ts';
import type { Report, Rule } from './rule.ts';
import { names } from './wordings.ts';

/** Ways on which information can be read or lost unless something protects it. */
const OPEN_WAYS = ['mail', 'personal-mail', 'chat', 'removable-media', 'paper', 'other'];

/** Where an item comes into being in more activities than that, nobody looks at each of them. */
const MOST_SOURCES = 50;

const isOpenWay = (entry: HandOver): boolean => OPEN_WAYS.includes(entry.get('by').text ?? '');

const share = (one: Reading<unknown>, other: Reading<unknown>): boolean => {
  const tokens = new Set(one.tokens());
  return other.tokens().some((token) => tokens.has(token));
};

/** True when the item can stay where it is: the same people, the same tool, or the place in which it is kept. */
const staysInPlace = (item: Information, from: Activity, to: Activity, system: WorkSystem): boolean =>
  [from, to].some((each) => system.hasLost(each.get('performed_by')) || system.hasLost(each.get('with'))) ||
  share(from.get('performed_by'), to.get('performed_by')) ||
  share(from.get('with'), to.get('with')) ||
  share(item.get('stored_in'), to.get('with'));

type HandOver = ReturnType<typeof handOversOf>[number];

/** The entries in which an activity hands an item to another one, whether or not they say how. */
function handOversOf(item: Information, from: Activity, to: Activity) {
  return from
    .get('hand_overs')
    .list()
    .filter((entry) => {
      const receivers = entry.get('to').tokens();
      return entry.get('what').tokens().includes(item.id) && (receivers.length === 0 || receivers.includes(to.id));
    });
}

/** Begun, and not yet told how: one of the two slots is blank, and `openWays` does not ask for it. */
const isUntold = (entry: HandOver): boolean =>
  entry.get('by').state === 'blank' || (entry.get('protected_by').state === 'blank' && !isOpenWay(entry));

/** True when the first activity says how it hands the item to the second. A stand-in has its own say. */
function isHandedOver(item: Information, from: Activity, to: Activity): boolean {
  const handOvers = from.get('hand_overs');
  if (!handOvers.given) return !handOvers.lacking;
  return handOversOf(item, from, to).some((entry) => !isUntold(entry));
}

const question = (item: string, from: Activity, to: string): string =>
  `How does ${item} get from “${from.name}” to ${to}, and what protects it on the way?`;

/** Sensitive items that an activity uses, and that come from another one in a way nobody has described. */
function* silentWays(to: Activity, system: WorkSystem): Generator<Report> {
  const uses = to.get('uses');
  for (const item of system.resolve<Information>(uses).filter(system.isSensitive)) {
    const sources: Activity[] = [];
    for (const from of system.creators(item)) {
      if (sources.length === MOST_SOURCES) break;
      if (from !== to && !staysInPlace(item, from, to, system) && !isHandedOver(item, from, to)) sources.push(from);
    }
    const [from] = sources;
    if (!from) continue;
    const at = uses.elements.find(({ text }) => text === item.id)!.path;
    const handOver = { what: [item.id], to: to.id, by: null, protected_by: null };
    // Where a hand-over has been begun, its slots are there to be filled.
    const silent = sources.filter((source) => handOversOf(item, source, to).length === 0);
    yield {
      at,
      place: valueAt(at),
      message: question(item.name, from, `“${to.name}”`),
      related: sources.map((source) => beside(source, `${item.name} comes into being here`)),
      fixes:
        silent.length === 0
          ? []
          : [
              {
                title: 'Record the hand-over',
                kind: 'scaffold',
                patches: silent.map((source) => appendTo([...source.path, 'hand_overs'], handOver)),
              },
            ],
    };
  }
}

/** Hand-overs of sensitive items on an open way without protection. */
function* openWays(from: Activity, system: WorkSystem): Generator<Report> {
  for (const entry of from.get('hand_overs').list()) {
    const items = system.resolve<Information>(entry.get('what')).filter(system.isSensitive);
    if (items.length === 0 || !isOpenWay(entry) || !entry.get('protected_by').empty) continue;
    const makers = [...new Set(items.flatMap((item) => system.creators(item)))];
    yield {
      at: entry.path,
      place: valueAt(entry.path),
      message: question(names(items, 2), from, receiver(entry.get('to'), system)),
      related: makers.map((maker) => beside(maker, `${names(items, 2)} comes into being here`)),
      fixes: [scaffold('Say what protects it on the way', [...entry.path, 'protected_by'], null)],
    };
  }
}

function receiver(to: Reading<unknown>, system: WorkSystem): string {
  const [first] = to.tokens();
  if (first === undefined) return 'those who get it';
  return `“${system.target(first, to.field.to ?? [])?.item.name ?? first}”`;
}

/** Information that changes hands: Table 1, rows PRO.1 and INF.2. */
export const handOverUnprotected: Rule<WorkSystem> = {
  id: 'activities/hand-over-unprotected',
  severity: 'information',
  kind: 'work-system',
  core: false,
  title: 'Information changes hands unprotected',
  guidelines: ['PRO.1', 'INF.2'],
  speaks:
    'A sensitive item comes into being in one activity and is used in another, with other people and other tools, and nothing says how it gets there, or the slots for that are still blank. Or it is handed over by mail, chat, paper, a memory stick or the like, and nothing protects it.',
  quiet: 'Both activities share people or a tool, or the second one works in the place where the item is kept.',
  falseAlarms: 'The first activity keeps the item in a shared store: name the store under `stored_in` and `with`.',
  exceptions: 'People hand it over face to face in one room.',
  *check(system) {
    for (const activity of system.activities) {
      yield* silentWays(activity, system);
      yield* openWays(activity, system);
    }
  },
};
