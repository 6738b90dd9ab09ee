import type { Customer } from '../model/sections.ts';
import type { Reach, WorkSystem } from '../model/work-system.ts';
import { asksEach } from './asks.ts';
import { keyAt } from './places.ts';
import type { Related, Rule } from './rule.ts';
import { names } from './wordings.ts';

const reached = (customer: Customer, system: WorkSystem): readonly Reach[] | undefined => {
  const reach = system.reaching(customer);
  return reach.length > 0 ? reach : undefined;
};

const ways = (reach: readonly Reach[]): Related[] =>
  reach.flatMap(({ item, product }) => [
    { ...keyAt(item.path), message: `${item.name} is ${item.get('sensitivity').text ?? 'about people'}` },
    ...(product ? [{ ...keyAt(product.path), message: `${product.name} carries ${item.name}` }] : []),
  ]);

/** Customers: Table 1, rows CUS.1 and CUS.2. */
export const customers: readonly Rule<WorkSystem>[] = [
  asksEach({
    id: 'customers/misuse-unchecked',
    severity: 'warning',
    kind: 'work-system',
    core: true,
    title: 'Nothing limits what customers do with the information',
    guidelines: ['CUS.1'],
    speaks: 'Sensitive information reaches a customer, and nothing is said about what they may do with it.',
    quiet: 'The information is about this customer.',
    rollUp: true,
    asks: 'customers.*.use_limits',
    of: (system: WorkSystem) => system.customers,
    when: reached,
    message: (customer, reach) =>
      `${customer.name} can see ${names(
        reach.map(({ item }) => item),
        2,
      )}. What keeps them, or people around them, from misusing it?`,
    related: (_customer, reach) => ways(reach),
    fix: ['Say what limits the use', { what: null, told_how: null }],
  }),
];
