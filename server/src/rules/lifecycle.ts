import type { Charter } from '../model/charter.ts';
import type { Activity, Customer, Item, Product } from '../model/sections.ts';
import type { WorkSystem } from '../model/work-system.ts';
import { setAt } from './fixes.ts';
import { firstKey, keyAt, valueAt } from './places.ts';
import { freeKey, inSystem, insertRequirement, isSpokenFor } from './project.ts';
import type { Fix, Related, Rule } from './rule.ts';
import { clip, names } from './wordings.ts';

/** Something that is exposed in the to-be description and was not before. */
interface Exposure {
  readonly item: Item;
  readonly told: string;
  /** Ids of which one in `covers` or `addresses` of a requirement or risk will do. */
  readonly ids: readonly string[];
}

const OUTSIDE: ReadonlySet<string> = new Set(['agency', 'contractors', 'supplier']);

/** What is new between two descriptions of the work: items, tools, outside groups, and ways to customers. */
function* exposures(before: WorkSystem, after: WorkSystem): Generator<Exposure> {
  const isNew = (section: 'information' | 'technologies' | 'participants', { id }: Item) =>
    !before.sections.get(section)?.has(id);
  for (const item of after.sensitive())
    if (isNew('information', item)) yield { item, told: `${item.name} is new and sensitive`, ids: [item.id] };
  for (const item of after.technologies) {
    const [handled] = after.handledBy(item);
    if (handled && isNew('technologies', item))
      yield { item, told: `${item.name} is new and handles ${handled.name}`, ids: [item.id] };
  }
  for (const item of after.handlers()) {
    const employment = item.get('employment').text ?? '';
    if (OUTSIDE.has(employment) && isNew('participants', item))
      yield { item, told: `${item.name} are new and come from outside (${employment})`, ids: [item.id] };
  }
  for (const customer of after.customers) {
    const earlier = before.customers.find(({ id }) => id === customer.id);
    const known = earlier ? givenTo(before, earlier) : new Set();
    for (const { item } of after.reaching(customer))
      if (!known.has(item.id))
        yield { item: customer, told: `${item.name} now reaches ${customer.name}`, ids: [customer.id, item.id] };
  }
}

/** Ids of all information a customer sees or gets, sensitive or not. */
const givenTo = (system: WorkSystem, customer: Customer): ReadonlySet<string> =>
  new Set([
    ...customer.get('sees').tokens(),
    ...system.resolve<Product>(customer.get('receives')).flatMap((product) => product.get('contains').tokens()),
  ]);

/** The ids that the charter's requirements and risks cover or take up. */
const takenUp = (entries: readonly Item[]): ReadonlySet<string> =>
  new Set(entries.flatMap((entry) => [...entry.get('covers').tokens(), ...entry.get('addresses').tokens()]));

const newExposure: Rule<Charter> = {
  id: 'lifecycle/new-exposure-not-covered',
  severity: 'warning',
  kind: 'project-charter',
  core: true,
  title: 'New exposure not covered',
  guidelines: ['INI.2', 'CUS.1'],
  speaks:
    'The planned work brings new sensitive information, a new tool or outside group that handles some, or lets some reach a customer it did not reach before, and no requirement or risk covers that.',
  quiet: 'One of the two descriptions is not linked or cannot be read.',
  falseAlarms: 'Something has another id in the planned description than in today’s; give it the same one.',
  exceptions: 'Another project, named in the reason, covers it.',
  *check(charter) {
    const { asIs, toBe, root } = charter;
    if (!asIs || !toBe || isSpokenFor(root.get('requirements')) || isSpokenFor(root.get('risks'))) return;
    const covered = takenUp([...charter.requirements, ...charter.risks]);
    const open = [...exposures(asIs, toBe)].filter(({ ids }) => !ids.some((id) => covered.has(id)));
    if (open.length === 0) return;
    const at = root.get('work_system').get('to_be').path;
    yield {
      at,
      place: valueAt(at),
      message: `New in the to-be description: ${names(open.map(({ item }) => item))}. No requirement or risk here covers them.`,
      related: open.map(({ item, told }) => inSystem(charter, toBe, { ...keyAt(item.path), message: told })),
      fixes: [insertRequirement(charter, [...new Set(open.map(({ item }) => item.id))])],
    };
  },
};

/** Weaknesses and short cuts of an activity that are known and not dealt with. */
export const openGaps = (activity: Activity): Item[] => [...openWeaknesses(activity), ...openWorkarounds(activity)];

const openWeaknesses = (activity: Activity): Item[] => activity.get('weaknesses').list().filter(isOpenWeakness);
const openWorkarounds = (activity: Activity): Item[] => activity.get('workarounds').list().filter(isOpenWorkaround);

function knownGaps(activity: Activity): Related[] {
  const told = (gap: Item, sort: string): Related => ({
    ...valueAt(gap.path),
    message: `${sort} in ${activity.name}: ${clip(gap.get('what').text ?? 'not told', 60)}`,
  });
  return [
    ...openWeaknesses(activity).map((gap) => told(gap, 'Open weakness')),
    ...openWorkarounds(activity).map((gap) => told(gap, 'Open short cut')),
  ];
}

const isOpenWeakness = (weakness: Item): boolean => weakness.given && weakness.get('done_on').lacking;

function isOpenWorkaround(workaround: Item): boolean {
  const response: Item = workaround.get('response');
  if (!workaround.given || isSpokenFor(response)) return false;
  const accepted = response.get('kind').text === 'accept' && !response.get('owner').lacking;
  const done = response.get('done_on');
  return !accepted && (done.absent || done.state === 'blank');
}

const carriedOver: Rule<Charter> = {
  id: 'lifecycle/known-gap-carried-over',
  severity: 'information',
  kind: 'project-charter',
  core: true,
  title: 'Known gap carried over',
  guidelines: ['PRO.5', 'INI.1'],
  speaks:
    'The description of today’s work has an open weakness or short cut in an activity that no requirement, risk or objective takes up.',
  quiet: 'The short cut is accepted by an owner, or what was to be done about it is done.',
  falseAlarms: 'The gap is dealt with outside the project, with a date in the description.',
  exceptions: 'The project leaves the activity as it is.',
  *check(charter) {
    const { asIs, root } = charter;
    const sections = [root.get('requirements'), root.get('risks'), root.get('objectives')] as const;
    if (!asIs || sections.some(isSpokenFor)) return;
    const taken = takenUp([...charter.requirements, ...charter.risks]);
    const aimed = new Set(
      root
        .get('objectives')
        .list()
        .flatMap((objective) => objective.get('addresses').tokens()),
    );
    const open = asIs.activities
      .filter(({ id }) => !taken.has(id) && !aimed.has(id))
      .map((activity) => ({ activity, gaps: knownGaps(activity) }))
      .filter(({ gaps }) => gaps.length > 0);
    if (open.length === 0) return;
    const activities = open.map(({ activity }) => activity);
    yield {
      at: ['risks'],
      place: firstKey(root, root.get('risks'), root.get('work_system')),
      message: `Known gaps in ${names(activities)} are not taken up here and may be carried into the new system.`,
      related: open.flatMap(({ gaps }) => gaps.map((gap) => inSystem(charter, asIs, gap))),
      fixes: activities.slice(0, 3).map((activity) => addRisk(charter, activity, activities.length === 1)),
    };
  },
};

function addRisk(charter: Charter, { id, name }: Activity, only: boolean): Fix {
  const risks = charter.root.get('risks');
  // An id of its own: `addresses` of a requirement may name activities and risks.
  const key = risks.fields.has(`${id}-gap`) ? freeKey(risks, `${id}-gap-`, 2) : `${id}-gap`;
  const value = { text: null, category: 'security', addresses: [id], owner: null, response: null, status: 'open' };
  return {
    title: only ? 'Add a risk for it' : `Add a risk for ${name}`,
    kind: 'scaffold',
    patches: [setAt(['risks', key], value)],
  };
}

/** The work as it is beside the work as it is to be: Table 2, rows INI.1 and INI.2, with CUS.1 and PRO.5 of Table 1. */
export const lifecycle: readonly Rule<Charter>[] = [newExposure, carriedOver];
