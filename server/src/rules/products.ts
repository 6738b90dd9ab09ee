import type { Reading } from '../formats/reading.ts';
import { notionOf } from '../model/notion.ts';
import type { Activity, Information, Item, Participant, Product } from '../model/sections.ts';
import { classRank, type WorkSystem } from '../model/work-system.ts';
import { standing } from './answers.ts';
import { asksEach } from './asks.ts';
import { decision, scaffold, setAt } from './fixes.ts';
import { gather } from './gathered.ts';
import { valueAt } from './places.ts';
import { beside, sensitiveItems } from './related.ts';
import type { Rule } from './rule.ts';
import { names } from './wordings.ts';

/** An incentive together with the group that has it. */
interface Reward {
  readonly group: Participant;
  readonly incentive: Reading<unknown>;
}

/** The incentives that are measured on an item. */
const rewards = notionOf('rewards', (system: WorkSystem): ReadonlyMap<Item, readonly Reward[]> => {
  const found = new Map<Item, Reward[]>();
  for (const group of system.participants)
    for (const incentive of group.get('incentives').list())
      for (const item of system.resolve(incentive.get('measured_on'))) gather(found, item, { group, incentive });
  return found;
});

/** The activities that make a product, where those who check it all take part in each of them. */
function checkedByItsMakers(product: Product, system: WorkSystem): readonly Activity[] {
  const checkers = product.get('checked_by');
  const makers = system.naming(system.activities, 'produces', product);
  const doesAll = (token: string): boolean => {
    const checker = system.target(token, checkers.field.to ?? [])?.item;
    return checker !== undefined && makers.every((activity) => system.performers(activity).includes(checker));
  };
  return checkers.tokens().length > 0 && checkers.tokens().every(doesAll) ? makers : [];
}

/** Up to three groups or posts that do not make the product. */
function otherCheckers(system: WorkSystem, makers: readonly Activity[]): Item[] {
  const busy = new Set(makers.flatMap((activity) => system.performers(activity)));
  const others: Item[] = [];
  for (const section of ['participants', 'roles'] as const)
    for (const one of system.sections.get(section)?.values() ?? []) {
      if (others.length === 3) return others;
      if (!busy.has(one)) others.push(one);
    }
  return others;
}

/** The item of the highest class in a product. */
const gravestIn = (product: Product, system: WorkSystem): Information | undefined =>
  system
    .resolve<Information>(product.get('contains'), 'information')
    .reduce<Information | undefined>((top, item) => (top && rank(top) >= rank(item) ? top : item), undefined);

const rank = (item: Information): number => classRank(item.get('sensitivity').text);

/** Products: Table 1, rows PRD.1 and PRD.2. */
export const products: readonly Rule<WorkSystem>[] = [
  {
    id: 'products/contents-unlisted',
    severity: 'information',
    kind: 'work-system',
    core: false,
    title: 'Contents of the product not listed',
    guidelines: ['PRD.1', 'INF.1'],
    speaks: 'A product is a text or a figure, and the information that goes into it is not listed.',
    exceptions: 'A text that says the same to everybody, such as an opening notice.',
    rollUp: true,
    *check(system, { today }) {
      for (const product of system.products) {
        if (product.get('kind').text !== 'informational') continue;
        const contains = product.get('contains');
        const stands = contains.empty ? 'open' : standing(contains, today);
        const belongs = { at: product.path, section: product.holder };
        if (stands === 'unusable') continue;
        if (stands !== 'open') yield { ...belongs, settled: stands };
        else
          yield {
            ...belongs,
            name: product.name,
            message: `Which information goes into ${product.name}? Without that its safety cannot be looked at.`,
            fixes: [scaffold('List the contents', [...product.path, 'contains'], [])],
          };
      }
    },
  },
  asksEach({
    id: 'products/no-safeguards',
    severity: 'warning',
    kind: 'work-system',
    core: true,
    title: 'Product without safeguards',
    guidelines: ['PRD.1'],
    speaks: 'A product holds sensitive information, and nothing is said about what catches an error or stops misuse.',
    exceptions: 'A product that is about to be given up.',
    rollUp: true,
    asks: 'products.*.safeguards',
    of: (system: WorkSystem) => system.products,
    when: (product, system) => {
      const items = system.sensitiveIn(product);
      return items.length > 0 && items;
    },
    message: (product) => `If ${product.name} were wrong, or went to the wrong person, what would catch it?`,
    related: (_product, items) => sensitiveItems(items),
    fix: ['Say what guards it', { against_error: null, against_misuse: null }],
  }),
  asksEach({
    id: 'products/reward-to-misstate',
    severity: 'warning',
    kind: 'work-system',
    core: true,
    title: 'Reward for bending the figures',
    guidelines: ['PRD.2'],
    speaks:
      'Pay, praise or ranking of a group is measured on a product, and nothing is said about what keeps the product honest. The group need not be the one that makes it.',
    exceptions: 'A figure that no person can touch.',
    asks: 'products.*.misstatement',
    of: (system: WorkSystem) => system.products,
    when: (product, system) => rewards(system).get(product),
    message: (product, found) =>
      `${names(
        found.map(({ group }) => group),
        2,
      )} are rewarded by what ${product.name} says. What keeps it honest?`,
    related: (product, found) =>
      found.map(({ group, incentive }) => ({
        ...valueAt(incentive.path),
        message: `A reward of ${group.name} is measured on ${product.name}`,
      })),
    fix: ['Say who gains and what keeps it honest', { who_gains: null, response: null }],
  }),
  {
    id: 'products/checked-by-author',
    severity: 'information',
    kind: 'work-system',
    core: false,
    title: 'Checked only by those who wrote it',
    guidelines: ['PRD.2'],
    speaks: 'All who check a product also do every activity that produces it.',
    quiet: 'The team is small (`small_team`), or one of those who check is named in words only.',
    falseAlarms: 'A large group in which one person checks what another wrote: name the post, such as `second reader`.',
    exceptions: 'Work that only one group understands, for as long as that is so.',
    *check(system, { settings }) {
      if (system.root.get('small_team').flag ?? settings.small_team) return;
      for (const product of system.products) {
        const makers = checkedByItsMakers(product, system);
        if (makers.length === 0) continue;
        const at = [...product.path, 'checked_by'];
        yield {
          at,
          place: valueAt(at),
          message: `Those who write ${product.name} are also the only ones who check it.`,
          related: makers.map((activity) => beside(activity, `${product.name} is made here`)),
          fixes: otherCheckers(system, makers).map(({ id, name }) =>
            decision(`Pick another checker: ${name}`, setAt(at, [id])),
          ),
        };
      }
    },
  },
  {
    id: 'products/marked-too-low',
    severity: 'warning',
    kind: 'work-system',
    core: false,
    title: 'Product marked lower than its contents',
    guidelines: ['PRD.1', 'INF.2'],
    speaks: 'A product may go further than the information in it allows.',
    quiet: '`redacts` says what is left out.',
    *check(system) {
      for (const product of system.products) {
        const marked = product.get('distribution').text;
        const item = gravestIn(product, system);
        if (marked === undefined || !item || rank(item) <= classRank(marked) || !product.get('redacts').lacking)
          continue;
        const at = [...product.path, 'distribution'];
        const level = item.get('sensitivity').text!;
        yield {
          at,
          place: valueAt(at),
          message: `Marked ${marked}, but it holds ${item.name}, which is ${level}.`,
          related: [beside(item, `${item.name} is ${level}`)],
          fixes: [
            decision(`Raise to ${level}`, setAt(at, level)),
            scaffold('Say what is left out', [...product.path, 'redacts'], null),
          ],
        };
      }
    },
  },
];
