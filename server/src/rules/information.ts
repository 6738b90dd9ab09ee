import { notionOf } from '../model/notion.ts';
import type { Control, Information } from '../model/sections.ts';
import { classRank, type WorkSystem } from '../model/work-system.ts';
import { standing } from './answers.ts';
import { asksEach } from './asks.ts';
import { added, decision, scaffold, setAt } from './fixes.ts';
import { gather } from './gathered.ts';
import { valueAt } from './places.ts';
import { beside } from './related.ts';
import type { Fix, Rule, RuleFacts } from './rule.ts';

const classOf = (item: Information): string => item.get('sensitivity').text ?? '';
const rankOf = (item: Information): number => classRank(classOf(item));

/** What makes a sensitive item so, in a word or two: its class, or that it tells about people. */
function gravity(item: Information): string {
  const personal = item.get('personal_data').text ?? 'none';
  return personal === 'none' || rankOf(item) >= classRank('confidential') ? classOf(item) : 'about people';
}

const ifSensitive = (item: Information, system: WorkSystem): boolean => system.isSensitive(item);

const isClass: RuleFacts = {
  id: 'information/unclassified',
  severity: 'information',
  kind: 'work-system',
  core: true,
  title: 'Information not classified',
  guidelines: ['INF.1'],
  rollUp: true,
  asks: 'information.*.sensitivity',
  speaks: 'An item of information has no class, or the class is still blank. Every later question depends on it.',
  exceptions: 'Seldom: choosing one of four words is less work than writing down why not.',
};

/** Written out because here a blank counts as absent: there is no smaller question to start with. */
const unclassified: Rule<WorkSystem> = {
  ...isClass,
  *check(system, { today }) {
    for (const item of system.information) {
      const chosen = item.get('sensitivity');
      const section = item.holder;
      const stands = standing(chosen, today);
      if (stands === 'open' || chosen.state === 'blank') {
        const asked = [...item.path, 'sensitivity'];
        const message = `How bad would it be if ${item.name} leaked, was lost or was wrong?`;
        yield {
          at: item.path,
          asked,
          section,
          name: item.name,
          message,
          fixes: [scaffold('Choose a class', asked, null, message)],
        };
      } else if (stands !== 'unusable') yield { settled: stands, at: item.path, section };
    }
  },
};

/** What is milder than an item and has all of its controls and more. */
interface Better {
  /** The one with most controls. */
  readonly best: Information;
  readonly mildest: Information;
  readonly count: number;
}

/** For every item at once, and once for all that have the same controls: compared one by one, many items take long. */
const betterProtected = notionOf('better protected', (system: WorkSystem): ReadonlyMap<Information, Better> => {
  const controls = new Map(system.information.map((item) => [item, new Set(system.controlsOf(item))]));
  const having = new Map<Control, Information[]>();
  for (const [item, own] of controls) for (const control of own) gather(having, control, item);
  const betterThan = (item: Information, own: ReadonlySet<Control>): Better | undefined => {
    const rarest = [...own].map((control) => having.get(control)!).sort((a, b) => a.length - b.length)[0] ?? [];
    const milder = rarest.filter((other) => {
      if (rankOf(other) < 0 || rankOf(other) >= rankOf(item)) return false;
      const theirs = controls.get(other)!;
      return theirs.size > own.size && [...own].every((control) => theirs.has(control));
    });
    const [first] = milder;
    if (!first) return undefined;
    const most = (other: Information): number => controls.get(other)!.size;
    return {
      best: milder.reduce((best, other) => (most(other) > most(best) ? other : best), first),
      mildest: milder.reduce((least, other) => (rankOf(other) < rankOf(least) ? other : least), first),
      count: milder.length,
    };
  };
  const known = new Map<string, Better | undefined>();
  const found = new Map<Information, Better>();
  for (const [item, own] of controls) {
    const alike = JSON.stringify([rankOf(item), ...[...own].map(({ id }) => id)]);
    if (!known.has(alike)) known.set(alike, betterThan(item, own));
    const better = known.get(alike);
    if (better) found.set(item, better);
  }
  return found;
});

const correctTheClass = (item: Information, to: Information): Fix =>
  decision(`Correct the class of ${item.name} to ${classOf(to)}`, setAt([...item.path, 'sensitivity'], classOf(to)));

/** Either is of another class than is written; one of several milder items alone would change nothing. */
const correctedClasses = (item: Information, { mildest, count }: Better): Fix[] => [
  correctTheClass(item, mildest),
  ...(count === 1 ? [correctTheClass(mildest, item)] : []),
];

const upsideDown: Rule<WorkSystem> = {
  id: 'information/protection-upside-down',
  severity: 'warning',
  kind: 'work-system',
  core: true,
  title: 'Less sensitive information better protected',
  guidelines: ['INF.2'],
  speaks: 'A milder item has all the controls of a graver one, and at least one more.',
  quiet: 'The graver item has no control at all (information/unprotected asks then), or the controls merely differ.',
  falseAlarms: 'One strong control may be worth more than three weak ones; the rule can only count them.',
  exceptions: 'The graver item is safe by what it is, such as paper that never leaves one locked room.',
  *check(system) {
    for (const item of system.information) {
      const protections = item.get('protections');
      // A blank, a stand-in or a wrong shape is spoken of elsewhere.
      if (!protections.absent && !protections.given) continue;
      const better = betterProtected(system).get(item);
      if (!better) continue;
      const lower = better.best;
      const at = [...item.path, 'protections'];
      const own = new Set(system.controlsOf(item));
      const missing = system.controlsOf(lower).filter((control) => !own.has(control));
      yield {
        at: protections.absent ? item.path : at,
        place: valueAt(at),
        message: `${lower.name} (${classOf(lower)}) is better protected than ${item.name} (${classOf(item)}). Is that meant?`,
        related: [beside(lower, `${lower.name} is ${classOf(lower)}`)],
        fixes: [
          decision(
            'Add the missing controls',
            ...added(
              protections,
              missing.map(({ id }) => id),
            ),
          ),
          ...correctedClasses(item, better),
        ],
      };
    }
  },
};

const classTooLow: Rule<WorkSystem> = {
  id: 'information/class-too-low',
  severity: 'warning',
  kind: 'work-system',
  core: false,
  title: 'Class lower than the content suggests',
  guidelines: ['INF.1', 'INF.2'],
  speaks: 'An item holds special-category data but is below confidential, or is made from an item of a higher class.',
  quiet: 'The item is anonymised, or, where it is made from another item, `redacts` says what is left out.',
  falseAlarms: 'A total or an average made from confidential figures may well be harmless; say so in `redacts`.',
  exceptions: 'The facts were made public by the person they are about.',
  *check(system) {
    for (const item of system.information) {
      const given = item.get('sensitivity');
      if (!given.given || item.get('anonymised').flag === true) continue;
      const special = item.get('personal_data').text === 'special-category' && rankOf(item) < classRank('confidential');
      const source = item.get('redacts').lacking ? gravestSource(item, system) : undefined;
      if (!special && !source) continue;
      const higher =
        source && (!special || rankOf(source) > classRank('confidential')) ? classOf(source) : 'confidential';
      const reasons = [
        ...(special ? ['holds special-category data'] : []),
        ...(source ? [`is built from ${source.name}, which is ${classOf(source)}`] : []),
      ];
      const at = [...item.path, 'sensitivity'];
      yield {
        at,
        place: valueAt(at),
        message: `${item.name} is marked ${classOf(item)}, but ${reasons.join(' and ')}.`,
        related: source ? [beside(source, `${source.name} is ${classOf(source)}`)] : [],
        fixes: [
          decision(`Raise to ${higher}`, setAt(at, higher)),
          ...(source ? [scaffold('Say what is left out', [...item.path, 'redacts'], null)] : []),
        ],
      };
    }
  },
};

/** Of the items one is built from, the gravest that is graver than it. */
function gravestSource(item: Information, system: WorkSystem): Information | undefined {
  let gravest: Information | undefined;
  for (const source of system.resolve<Information>(item.get('built_from')))
    if (rankOf(source) > rankOf(gravest ?? item)) gravest = source;
  return gravest;
}

const oneClassForAll: Rule<WorkSystem> = {
  id: 'information/one-class-for-all',
  severity: 'hint',
  kind: 'work-system',
  core: false,
  title: 'Everything in one class',
  guidelines: ['INF.1'],
  speaks: 'Many items are classified, and all of them alike. A class that fits everything tells nothing apart.',
  quiet: `There are fewer items than the setting \`one_class_min_items\`, or the class comes from \`defaults\`.`,
  exceptions: 'The work really handles one sort of information only.',
  *check(system, { settings }) {
    const items = system.information;
    const [first] = items;
    if (!first?.get('sensitivity').given || items.length < settings.one_class_min_items) return;
    if (items.some((item) => classOf(item) !== classOf(first) || item.get('sensitivity').suppliedBy)) return;
    yield {
      at: ['information'],
      message: `All ${items.length} items are ${classOf(first)}. Does that help anybody decide what to guard first?`,
    };
  },
};

/** Information: Table 1, rows INF.1 and INF.2; an owner is a theme of the interviews (S4.6). */
export const information: readonly Rule<WorkSystem>[] = [
  unclassified,
  asksEach({
    id: 'information/unprotected',
    severity: 'warning',
    kind: 'work-system',
    core: true,
    title: 'Sensitive information without protection',
    guidelines: ['INF.2', 'CUS.2'],
    speaks: 'An item is sensitive, and neither the item nor any control says what protects it.',
    quiet: 'A control names the item in `protects`.',
    exceptions: 'The item is about to be deleted for good.',
    rollUp: true,
    asks: 'information.*.protections',
    emptyIsOpen: true,
    of: (system: WorkSystem) => system.information,
    when: ifSensitive,
    orElse: (item, _sensitive, system) => system.controlsOf(item).length > 0,
    message: (item) => `${item.name} is ${gravity(item)}, but nothing named here protects it.`,
    fix: ['Name what protects it', []],
  }),
  upsideDown,
  classTooLow,
  asksEach({
    id: 'information/no-owner',
    severity: 'warning',
    kind: 'work-system',
    core: true,
    title: 'Sensitive information without an owner',
    guidelines: ['S4.6'],
    speaks: 'An item is sensitive, and nobody is named who decides who may see it.',
    exceptions: 'Somebody outside decides, such as a client whose file it is. Better: name that post as the owner.',
    rollUp: true,
    asks: 'information.*.owner',
    of: (system: WorkSystem) => system.information,
    when: ifSensitive,
    message: (item) => `Who decides who may see ${item.name}?`,
    fix: ['Name the owner', null],
  }),
  asksEach({
    id: 'information/no-store',
    severity: 'information',
    kind: 'work-system',
    core: false,
    title: 'Place of storage not named',
    guidelines: ['INF.1', 'TEC.1'],
    speaks: 'An item is sensitive, and nothing says where it is kept. Copies count too.',
    quiet: 'An infrastructure names the item in `hosts`.',
    exceptions: 'The item is only spoken and never written down.',
    rollUp: true,
    asks: 'information.*.stored_in',
    emptyIsOpen: true,
    of: (system: WorkSystem) => system.information,
    when: ifSensitive,
    orElse: (item, _sensitive, system) => system.naming(system.infrastructure, 'hosts', item).length > 0,
    message: (item) => `Where is ${item.name} kept, copies included?`,
    fix: ['Say where it is kept', []],
  }),
  oneClassForAll,
];
