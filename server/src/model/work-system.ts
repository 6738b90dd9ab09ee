import { SENSITIVITY, type Sensitivity } from '../formats/choices.ts';
import type { SectionName } from '../formats/field.ts';
import type { Reading } from '../formats/reading.ts';
import { sectionPath } from '../formats/section-path.ts';
import type { WorkSystemSchema } from '../formats/work-system.ts';
import { notion, notionOf, wholeNotion } from './notion.ts';
import type {
  Activity,
  Control,
  Customer,
  Information,
  Infrastructure,
  Item,
  Participant,
  Policy,
  Product,
  Sections,
  Technology,
} from './sections.ts';

/** The settings the derived notions depend on. */
export interface ModelSettings {
  readonly sensitive_from: Sensitivity;
}

const ORDER = Object.keys(SENSITIVITY) as Sensitivity[];

/** Position in `class-order`: public 0 … restricted 3; -1 where no class is given. */
export const classRank = (sensitivity: string | undefined): number => ORDER.indexOf(sensitivity as Sensitivity);

const NAMES: readonly SectionName[] = [
  'roles',
  'customers',
  'products',
  'activities',
  'participants',
  'information',
  'technologies',
  'policies',
  'infrastructure',
  'controls',
];

/** A sensitive item that reaches a customer, and the product that carries it (none where the customer sees it). */
export interface Reach {
  readonly item: Information;
  readonly product?: Product;
}

/** What puts an activity under pressure: one of its goals, or a performer's incentive. */
export interface Pressure {
  readonly source: Reading;
  readonly words: string;
}

/**
 * A work system description with the notions that rules share (format reference, section 8): sensitive, touching,
 * handler, handles, hosts, reaches, pressure. Each is worked out once, when it is first asked for.
 */
export class WorkSystem {
  readonly kind = 'work-system';
  readonly sections: Sections;
  readonly customers: readonly Customer[];
  readonly products: readonly Product[];
  readonly activities: readonly Activity[];
  readonly participants: readonly Participant[];
  readonly information: readonly Information[];
  readonly technologies: readonly Technology[];
  readonly policies: readonly Policy[];
  readonly infrastructure: readonly Infrastructure[];
  readonly controls: readonly Control[];

  constructor(
    readonly root: Reading<WorkSystemSchema>,
    private readonly settings: ModelSettings,
  ) {
    const sections = new Map<SectionName, ReadonlyMap<string, Item>>();
    for (const name of NAMES) sections.set(name, usableItems(root, name));
    this.sections = sections;
    const all = <T>(name: SectionName): readonly T[] => listed(sections.get(name)!) as unknown as readonly T[];
    this.customers = all('customers');
    this.products = all('products');
    this.activities = all('activities');
    this.participants = all('participants');
    this.information = all('information');
    this.technologies = all('technologies');
    this.policies = all('policies');
    this.infrastructure = all('infrastructure');
    this.controls = all('controls');
  }

  /** Everything that is written, in the order of the text. */
  readonly readings = wholeNotion('readings', (): readonly Reading[] => (this.root as Item).walk());

  /** The items a field of references leads to, in its order, each once. Tokens that lead nowhere are left out. */
  resolve<T extends Item = Item>(references: Reading<unknown>, only?: SectionName): readonly T[] {
    if (references.tokens().length === 0) return [];
    const found = this.targetsOf(references);
    return (only ? found.filter((item) => this.sections.get(only)?.get(item.id) === item) : found) as readonly T[];
  }

  private readonly targetsOf = notion('targets of', (references: Reading<unknown>): readonly Item[] => {
    const found = references.tokens().flatMap((token) => this.target(token, references.field.to ?? [])?.item ?? []);
    return [...new Set(found)];
  });

  /** True where a field names something that leads nowhere: the reference rules speak of it, and no other should. */
  hasLost(references: Reading<unknown>): boolean {
    return references.tokens().some((token) => !this.target(token, references.field.to ?? []));
  }

  /** The item a token stands for: of several of that name, the one in the first section. */
  target(token: string, to: readonly SectionName[]): { section: SectionName; item: Item } | undefined {
    for (const section of to) {
      const item = this.sections.get(section)?.get(token);
      if (item) return { section, item };
    }
    return undefined;
  }

  /** `sensitive`: at or above `sensitive_from`, or about people, unless made anonymous and of a lower class. */
  readonly isSensitive = notion('is sensitive', (item: Information): boolean => {
    if (classRank(item.get('sensitivity').text) >= classRank(this.settings.sensitive_from)) return true;
    const personal = item.get('personal_data').text;
    return personal !== undefined && personal !== 'none' && item.get('anonymised').flag !== true;
  });

  readonly sensitive = wholeNotion('sensitive', () => this.information.filter(this.isSensitive));

  private sensitiveAmong(references: Reading<unknown>): Information[] {
    return this.resolve<Information>(references, 'information').filter(this.isSensitive);
  }

  /** Sensitive items in a product's `contains`. */
  readonly sensitiveIn = notion('sensitive in', (product: Product): Information[] =>
    this.sensitiveAmong(product.get('contains')),
  );

  /** The sensitive items an activity touches: those it uses or creates, and those in products it produces. */
  readonly touches = notion('touches', (activity: Activity): Information[] => [
    ...new Set([
      ...this.sensitiveAmong(activity.get('uses')),
      ...this.sensitiveAmong(activity.get('creates')),
      ...this.resolve<Product>(activity.get('produces')).flatMap(this.sensitiveIn),
    ]),
  ]);

  readonly touching = wholeNotion('touching', () =>
    this.activities.filter((activity) => this.touches(activity).length > 0),
  );

  /** Those of the items of a section that name an item in a field, in their order. */
  naming<T extends Item>(items: readonly T[], field: string, target: Item): readonly T[] {
    return (this.namedBy(items)(field).get(target) ?? []) as readonly T[];
  }

  private readonly namedBy = notion('named by', (items: readonly Item[]) =>
    notion('named in a field', (field: string) => this.turned(items, field)),
  );

  /** For every item at once: asked item by item, large documents would take quadratic time. */
  private turned(items: readonly Item[], field: string): ReadonlyMap<Item, readonly Item[]> {
    const named = new Map<Item, Item[]>();
    for (const item of items)
      for (const target of this.resolve(item.get(field))) {
        const known = named.get(target);
        if (known) known.push(item);
        else named.set(target, [item]);
      }
    return named;
  }

  /** The activities in which an information item comes into being. */
  creators(item: Information): readonly Activity[] {
    return this.naming(this.activities, 'creates', item);
  }

  private touchingAmong(activities: readonly Activity[]): Activity[] {
    return activities.filter((activity) => this.touches(activity).length > 0);
  }

  performers(activity: Activity): readonly Item[] {
    return this.resolve(activity.get('performed_by'));
  }

  /** The touching activities a group performs. */
  readonly touchingOf = notion('touching of', (group: Participant): Activity[] =>
    this.touchingAmong(this.naming(this.activities, 'performed_by', group)),
  );

  /** `handler`: the sensitive items a participant group handles; empty for a group that is no handler. */
  readonly handled = notion('handled', (group: Participant): Information[] => [
    ...new Set(this.touchingOf(group).flatMap(this.touches)),
  ]);

  readonly handlers = wholeNotion('handlers', () =>
    this.participants.filter((group) => this.touchingOf(group).length > 0),
  );

  private storedIn(place: Item): Information[] {
    return this.naming(this.information, 'stored_in', place).filter(this.isSensitive);
  }

  /** `handles`: the sensitive items a technology handles. */
  readonly handledBy = notion('handled by', (technology: Technology): Information[] => [
    ...new Set([
      ...this.touchingAmong(this.naming(this.activities, 'with', technology)).flatMap(this.touches),
      ...this.touchingAmong(this.naming(this.activities, 'performed_by', technology)).flatMap(this.touches),
      ...this.storedIn(technology),
    ]),
  ]);

  /** `hosts`: the sensitive items that lie on an infrastructure. */
  readonly hosted = notion('hosted', (infrastructure: Infrastructure): Information[] => [
    ...new Set([
      ...this.sensitiveAmong(infrastructure.get('hosts')),
      ...this.touchingAmong(this.naming(this.activities, 'with', infrastructure)).flatMap(this.touches),
      ...this.storedIn(infrastructure),
    ]),
  ]);

  /** `reaches`: the sensitive items that reach a customer, items about that customer left out. */
  readonly reaching = notion('reaching', (customer: Customer): Reach[] => {
    const subject = customer.get('is_data_subject').flag === true;
    const aboutCustomer = (item: Information): boolean => {
      const about = item.get('about');
      if (about.tokens().length === 0) return subject;
      return this.resolve(about).includes(customer) || (subject && this.hasLost(about));
    };
    const found: Reach[] = this.sensitiveAmong(customer.get('sees')).map((item) => ({ item }));
    for (const product of this.resolve<Product>(customer.get('receives')))
      for (const item of this.sensitiveIn(product)) found.push({ item, product });
    const seen = new Set<Information>();
    return found.filter(({ item }) => !aboutCustomer(item) && !seen.has(item) && seen.add(item));
  });

  /** `pressure`: the goal or incentive for speed, volume or cost that weighs on an activity. */
  readonly pressureOn = notion('pressure on', (activity: Activity): Pressure | undefined => {
    for (const goal of activity.get('goals').list()) {
      const kind = goal.get('kind').text;
      if (isPush(kind))
        return {
          source: goal as unknown as Reading,
          words: goal.get('target').text ?? goal.get('description').text ?? kind,
        };
    }
    const products = this.resolve(activity.get('produces'));
    for (const group of this.performers(activity)) {
      if (!this.participants.includes(group)) continue;
      for (const incentive of (group as Participant).get('incentives').list()) {
        const kind = incentive.get('kind').text;
        const measured = this.resolve(incentive.get('measured_on'));
        if (isPush(kind) && measured.some((item) => item === activity || products.includes(item)))
          return { source: incentive as unknown as Reading, words: incentive.get('description').text ?? kind };
      }
    }
    return undefined;
  });

  /** The controls that protect an item: those it names and those that name it. */
  readonly controlsOf = notion('controls of', (item: Information): Control[] => [
    ...new Set([
      ...this.resolve<Control>(item.get('protections'), 'controls'),
      ...this.naming(this.controls, 'protects', item),
    ]),
  ]);
}

/** Pushes for speed, volume or cost pull against security steps. */
export const isPush = (kind: string | undefined): kind is 'speed' | 'volume' | 'cost' =>
  kind === 'speed' || kind === 'volume' || kind === 'cost';

/** The items of a section that can be used: wrong shapes have their own finding, stand-ins count as absent. */
export function usableItems(root: Reading<unknown>, name: SectionName): ReadonlyMap<string, Item> {
  let section = root as Item;
  for (const key of sectionPath(name)) {
    if (!section.fields.has(String(key))) return new Map();
    section = section.get(String(key)) as Item;
  }
  return section.given ? given(section) : new Map();
}

/** The items of a section that are given; the same for as long as the section is. */
const given = notionOf('given items', (section: Item): ReadonlyMap<string, Item> => {
  for (const item of section.fields.values())
    if (!item.given) return new Map([...section.fields].filter(([, each]) => each.given));
  return section.fields;
});

const listed = notionOf('listed items', (items: ReadonlyMap<string, Item>): readonly Item[] => [...items.values()]);
