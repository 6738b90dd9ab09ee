import type { Activity, Customer, Information } from '../model/sections.ts';
import type { Reach, WorkSystem } from '../model/work-system.ts';
import { asksEach } from './asks.ts';
import { beside, sensitiveItems } from './related.ts';
import type { Related, Rule } from './rule.ts';
import { names } from './wordings.ts';

const reached = (customer: Customer, system: WorkSystem): readonly Reach[] | undefined => {
  const reach = system.reaching(customer);
  return reach.length > 0 ? reach : undefined;
};

const ways = (reach: readonly Reach[]): Related[] =>
  reach.flatMap(({ item, product }) => [
    ...sensitiveItems([item]),
    ...(product ? [beside(product, `${product.name} carries ${item.name}`)] : []),
  ]);

/** The customers an item is about. */
const subjects = (item: Information, system: WorkSystem): readonly Customer[] | undefined => {
  const about = system.resolve<Customer>(item.get('about'), 'customers');
  return about.length > 0 ? about : undefined;
};

/** The touching activities a customer does. */
const doneBy = (customer: Customer, system: WorkSystem): readonly Activity[] | undefined => {
  const done = system.naming(system.touching(), 'performed_by', customer);
  return done.length > 0 ? done : undefined;
};

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
    falseAlarms: 'A customer sees only facts about themselves: name them under `about`, or set `is_data_subject`.',
    exceptions: 'The information becomes public anyway, on a day that is near.',
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
  asksEach({
    id: 'customers/onward-use-open',
    severity: 'information',
    kind: 'work-system',
    core: false,
    title: 'Passing on left open',
    guidelines: ['CUS.1'],
    speaks:
      'Sensitive information reaches an organisation, limits on its use are listed, and none of them says what may be passed on.',
    quiet: 'Nothing is said about limits, or it is said in one sentence.',
    exceptions: 'An organisation of one person without staff or suppliers.',
    asks: 'customers.*.use_limits.onward',
    of: (system: WorkSystem) => system.customers,
    when: (customer, system) =>
      customer.get('type').text === 'organisation' && customer.get('use_limits').detailed && reached(customer, system),
    message: (customer, reach) =>
      `May the staff, contractors or suppliers of ${customer.name} get ${names(
        reach.map(({ item }) => item),
        2,
      )} too?`,
    related: (_customer, reach) => ways(reach),
    fix: ['Say what may be passed on', null],
  }),
  asksEach({
    id: 'customers/accuracy-unchecked',
    severity: 'warning',
    kind: 'work-system',
    core: true,
    title: 'Customer details never checked',
    guidelines: ['CUS.2'],
    speaks: 'Information is about a customer, and nothing is said about how a wrong detail comes to light.',
    exceptions: 'Details that nobody decides anything by, such as a guest book.',
    rollUp: true,
    asks: 'information.*.accuracy_check',
    of: (system: WorkSystem) => system.information,
    when: subjects,
    message: (item, about) =>
      `${item.name} holds details about ${names(about, 2)}. How does a wrong detail come to light?`,
    related: (item, about) => about.map((customer) => beside(customer, `${item.name} is about them`)),
    fix: ['Say who checks and when', { who: null, when: null }],
  }),
  asksEach({
    id: 'customers/no-guidance',
    severity: 'information',
    kind: 'work-system',
    core: false,
    title: 'Customers act without guidance',
    guidelines: ['CUS.1'],
    speaks:
      'A customer does part of the work that touches sensitive information, and is told nothing about doing it safely.',
    exceptions: 'A step in which the customer can do nothing wrong, such as pressing one button.',
    rollUp: true,
    asks: 'customers.*.guidance',
    of: (system: WorkSystem) => system.customers,
    when: doneBy,
    message: (customer, done) =>
      `${customer.name} do part of ${names(
        done.map(({ name }) => `“${name}”`),
        2,
      )} themselves. What are they told about doing it safely?`,
    related: (customer, done) => done.map((activity) => beside(activity, `${customer.name} do this`)),
    fix: ['Say what they are told', null],
  }),
];
