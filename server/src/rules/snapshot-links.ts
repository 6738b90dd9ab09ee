import type { Reading } from '../formats/reading.ts';
import { notionOf } from '../model/notion.ts';
import type { Information, Item, Participant, Product, Technology } from '../model/sections.ts';
import type { WorkSystem } from '../model/work-system.ts';
import { standing } from './answers.ts';
import { appendTo, decision, scaffold, setAt } from './fixes.ts';
import { beside } from './related.ts';
import type { Fix, Outcome, Rule } from './rule.ts';

const MOST_TARGETS = 3;

/** One fix for each of the first activities: which one it is, a person knows. */
const addToActivity = (system: WorkSystem, key: ListKey, id: string): Fix[] =>
  addToEach('Add to activity', system.activities, key, id);

/** `isHalf`: something else is still missing afterwards. */
const addToEach = (title: string, owners: readonly Item[], key: ListKey, id: string, isHalf = false): Fix[] =>
  owners.slice(0, MOST_TARGETS).map((owner) => ({
    title: `${title} “${owner.name}”`,
    kind: isHalf ? 'scaffold' : 'decision',
    patches: [appendTo([...owner.path, key], id)],
  }));

type ListKey = 'uses' | 'with' | 'performed_by' | 'produces' | 'receives';

/**
 * The fix that makes a group a post under `roles`; none where that would lose what is said about the group, or where
 * another field names it as a group.
 */
function moveToRoles(system: WorkSystem, group: Participant): Fix[] {
  if (system.sections.get('roles')?.has(group.id) || namedAsGroups(system).has(group.id)) return [];
  const said = new Map([...group.fields].filter(([, field]) => !field.suppliedBy));
  const keys = group.node?.kind === 'map' ? [...group.node.entries.keys()] : [...said.keys()];
  if (keys.some((key) => key !== 'name' && key !== 'description')) return [];
  const [name, description] = [said.get('name')?.text, said.get('description')?.text ?? null];
  const value = name === undefined ? description : description === null ? { name } : { name, description };
  return [
    decision('Move to roles', setAt(['roles', group.id], value), { op: 'remove', at: ['participants', group.id] }),
  ];
}

/** What stands in fields that take groups and no posts. */
const namedAsGroups = notionOf('named as groups', (system: WorkSystem): ReadonlySet<string> => {
  const named = new Set<string>();
  for (const reading of system.readings()) {
    const { to } = reading.field;
    if (to?.includes('participants') && !to.includes('roles') && reading.text) named.add(reading.text);
  }
  return named;
});

/** Everything that some activity, item or store makes use of. */
function usedItems(system: WorkSystem): Set<Item> {
  const used = new Set<Item>();
  const note = (items: readonly Item[]): void => {
    for (const item of items) used.add(item);
  };
  for (const activity of system.activities)
    for (const key of ['uses', 'creates', 'with', 'performed_by'] as const) note(system.resolve(activity.get(key)));
  for (const item of system.information) {
    note(system.resolve(item.get('built_from')).filter((source) => source !== item));
    note(system.resolve(item.get('stored_in')));
  }
  return used;
}

function* unused(system: WorkSystem, items: readonly (Information | Technology)[], key: (item: Item) => ListKey) {
  const used = usedItems(system);
  for (const item of items) {
    const belongs = { at: item.path, section: item.holder };
    if (used.has(item)) yield { ...belongs, settled: 'answered' } satisfies Outcome;
    else
      yield {
        ...belongs,
        name: item.name,
        message: `No activity uses ${item.name}, so nobody can tell who handles it.`,
        fixes: addToActivity(system, key(item), item.id),
      } satisfies Outcome;
  }
}

const isAgent = (technology: Item): boolean => technology.get('kind').text === 'automated-agent';

/** What a product lacks: an activity that makes it, a customer who gets it. */
function missingLinks(system: WorkSystem, product: Product): ('source' | 'receiver')[] {
  const { made, got } = linked(system);
  return [...(made(product) ? [] : ['source' as const]), ...(got(product) ? [] : ['receiver' as const])];
}

/** Whether a product is made, and whether it is received, as far as one can tell. */
const linked = notionOf('made and received', (system: WorkSystem) => {
  const among = (lists: readonly Reading<unknown>[]): ((product: Product) => boolean) => {
    if (lists.every((list) => list.tokens().length === 0) || lists.some((list) => system.hasLost(list)))
      return () => true;
    const named = new Set(lists.flatMap((list) => system.resolve(list)));
    return (product) => named.has(product);
  };
  return {
    made: among(system.activities.map((activity) => activity.get('produces'))),
    got: among(system.customers.map((customer) => customer.get('receives'))),
  };
});

const LINKS = { source: 'an activity that produces it', receiver: 'a customer who receives it' } as const;

/** Does the picture hang together: the links between its items. */
export const snapshotLinks: readonly Rule<WorkSystem>[] = [
  {
    id: 'snapshot/participant-idle',
    severity: 'information',
    kind: 'work-system',
    core: true,
    title: 'Group without an activity',
    guidelines: ['PAR.1'],
    speaks: 'A participant group does none of the activities, while other activities say who does them.',
    exceptions: 'A group whose work is described in another file.',
    *check(system) {
      const lists = system.activities.map((activity) => activity.get('performed_by'));
      // A name that leads nowhere may mean any of them; it has its own finding.
      if (!lists.some((list) => list.tokens().length > 0) || lists.some((list) => system.hasLost(list))) return;
      const busy = new Set(system.activities.flatMap((activity) => system.performers(activity)));
      for (const group of system.participants) {
        if (busy.has(group)) continue;
        yield {
          at: group.path,
          message: `${group.name} takes part in no activity described here. Add them to one, or move them to roles.`,
          fixes: [...addToActivity(system, 'performed_by', group.id), ...moveToRoles(system, group)],
        };
      }
    },
  },
  {
    id: 'snapshot/unused-item',
    severity: 'information',
    kind: 'work-system',
    core: false,
    title: 'Item that no activity uses',
    guidelines: ['INF.1'],
    speaks:
      'A piece of information or a technology appears in no activity, and neither in what other information is built from nor in where it is kept.',
    quiet: 'No activity lists yet what it uses.',
    exceptions: 'An item that is kept in the list only because the law asks for its storage.',
    rollUp: true,
    *check(system) {
      const keys = ['uses', 'creates', 'with', 'performed_by'] as const;
      if (!system.activities.some((activity) => keys.some((key) => activity.get(key).tokens().length > 0))) return;
      yield* unused(system, system.information, () => 'uses');
      yield* unused(system, system.technologies, (technology) => (isAgent(technology) ? 'performed_by' : 'with'));
    },
  },
  {
    id: 'snapshot/product-unlinked',
    severity: 'information',
    kind: 'work-system',
    core: false,
    title: 'Product without source or receiver',
    guidelines: ['PRD.1'],
    speaks: 'A product comes from no activity or goes to no customer, while others do.',
    quiet: 'No activity lists what it produces, or no customer what they receive.',
    exceptions: 'A product that is made only for the own files.',
    *check(system) {
      for (const product of system.products) {
        const missing = missingLinks(system, product);
        if (missing.length === 0) continue;
        const makers = missing.includes('source') ? system.activities : [];
        const customers = missing.includes('receiver') ? system.customers : [];
        yield {
          at: product.path,
          message: `Where does ${product.name} come from, and who receives it? Missing: ${missing
            .map((link) => LINKS[link])
            .join(', ')}.`,
          fixes: [
            ...addToEach('Link to activity', makers, 'produces', product.id, missing.length > 1),
            ...addToEach('Link to customer', customers, 'receives', product.id, missing.length > 1),
          ],
        };
      }
    },
  },
  {
    id: 'snapshot/customer-receives-nothing',
    severity: 'information',
    kind: 'work-system',
    core: false,
    title: 'Customer who receives nothing',
    guidelines: ['CUS.1'],
    speaks: 'A customer receives none of the products.',
    quiet: 'No product is listed.',
    exceptions: 'A customer who only sees information and gets no product.',
    rollUp: true,
    *check(system, { today }) {
      if (system.products.length === 0) return;
      for (const customer of system.customers) {
        const receives = customer.get('receives');
        const stands = receives.empty ? 'open' : standing(receives, today);
        const belongs = { at: customer.path, section: customer.holder };
        if (stands === 'unusable') continue;
        if (stands !== 'open') yield { ...belongs, settled: stands };
        else
          yield {
            ...belongs,
            name: customer.name,
            message: `What does ${customer.name} get from this work?`,
            fixes: [scaffold('Link to a product', [...customer.path, 'receives'], [])],
          };
      }
    },
  },
  {
    id: 'snapshot/customer-also-works',
    severity: 'hint',
    kind: 'work-system',
    core: false,
    title: 'Customer who also does the work',
    guidelines: ['CUS.1'],
    speaks: 'A customer does an activity, and the description does not say that this is meant.',
    quiet: '`acts_in_system` is true.',
    *check(system) {
      for (const customer of system.customers) {
        const acts = customer.get('acts_in_system');
        if (acts.flag === true || !(acts.lacking || acts.given)) continue;
        const done = system.naming(system.activities, 'performed_by', customer);
        if (done.length === 0) continue;
        yield {
          at: customer.path,
          message: `${customer.name} also does part of the work; rules for staff do not reach them.`,
          related: done.map((activity) => beside(activity, `${customer.name} does this`)),
          fixes: [decision('Set acts_in_system', setAt([...customer.path, 'acts_in_system'], true))],
        };
      }
    },
  },
];
