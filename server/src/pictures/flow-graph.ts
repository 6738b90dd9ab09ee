import type { SectionName } from '../formats/field.ts';
import type { Information, Item } from '../model/sections.ts';
import type { WorkSystem } from '../model/work-system.ts';
import type { Model } from '../rules/rule.ts';
import type { Path } from '../yaml/node.ts';

/** The columns in the order information takes its way through them. */
export const COLUMNS: readonly (readonly SectionName[])[] = [
  ['information'],
  ['activities'],
  ['participants', 'technologies', 'infrastructure'],
  ['products'],
  ['customers'],
];

/** An item on the way, or several that lie on exactly the same way. */
export interface Stop {
  readonly id: string;
  readonly column: number;
  readonly section: SectionName;
  readonly items: readonly Item[];
  /** Where it stands; undefined where that is another file. */
  readonly at: Path | undefined;
}

export interface Step {
  readonly from: string;
  readonly to: string;
}

/** Which ways sensitive information takes. */
export interface FlowGraph {
  readonly stops: readonly Stop[];
  readonly steps: readonly Step[];
}

/** More stops than this in a column are told as one, so that a picture stays one that people can read. */
const MOST = 40;

const EMPTY: FlowGraph = { stops: [], steps: [] };

/** The ways of a description's sensitive items, or of those a charter touches in a description it links. */
export function flowOf(model: Model): FlowGraph {
  if (model.kind === 'work-system') return bundled(walk(model, model.sensitive(), true));
  const touched = new Set(model.touchedItems().map(({ item }) => item));
  for (const system of model.systems()) {
    const items = system.sensitive().filter((item) => touched.has(item));
    if (items.length > 0) return bundled(walk(system, items, false));
  }
  return EMPTY;
}

/** Every stop on the way of some items, each item a stop of its own. */
function walk(system: WorkSystem, sensitive: readonly Information[], own: boolean): FlowGraph {
  const shown = new Set<Item>(sensitive);
  const section = new Map([...system.sections].flatMap(([name, all]) => [...all.values()].map((item) => [item, name])));
  const reached = new Set<Item>(sensitive);
  const steps = new Map<string, Step>();
  const id = (item: Item): string => item.path.join('/');
  const step = (from: Item, to: Item): void => {
    reached.add(to);
    steps.set(`${id(from)} ${id(to)}`, { from: id(from), to: id(to) });
  };
  const carried = (product: Item): boolean => system.sensitiveIn(product).some((item) => shown.has(item));

  const beside = new Map<Item, Set<Item>>(sensitive.map((item) => [item, new Set()]));
  for (const activity of system.activities) {
    const touched = system.touches(activity).filter((item) => shown.has(item));
    if (touched.length === 0) continue;
    const helpers = [...system.performers(activity), ...system.resolve(activity.get('with'))];
    for (const helper of helpers) step(activity, helper);
    for (const item of touched) {
      step(item, activity);
      for (const helper of helpers) beside.get(item)!.add(helper);
    }
    for (const product of system.resolve(activity.get('produces'))) if (carried(product)) step(activity, product);
  }
  // A place that an activity works with anyway needs no second line.
  for (const item of sensitive)
    for (const place of system.resolve(item.get('stored_in'))) if (!beside.get(item)!.has(place)) step(item, place);
  for (const product of system.products)
    for (const item of system.sensitiveIn(product)) if (shown.has(item) && !reached.has(product)) step(item, product);
  for (const customer of system.customers) {
    for (const product of system.resolve(customer.get('receives'))) if (carried(product)) step(product, customer);
    for (const item of system.resolve(customer.get('sees'))) if (shown.has(item)) step(item, customer);
  }

  const stops = [...system.sections.values()].flatMap((items) =>
    [...items.values()].flatMap((item): Stop[] => {
      const name = section.get(item)!;
      const column = COLUMNS.findIndex((sections) => sections.includes(name));
      if (!reached.has(item) || column < 0) return [];
      return [{ id: id(item), column, section: name, items: [item], at: own ? item.path : undefined }];
    }),
  );
  const known = new Set(stops.map((stop) => stop.id));
  return { stops, steps: [...steps.values()].filter(({ from, to }) => known.has(from) && known.has(to)) };
}

/** One stop for all items of a section on exactly the same way, then for what is too much for a column. */
function bundled(graph: FlowGraph): FlowGraph {
  const ways = new Map<string, string[]>();
  const note = (stop: string, way: string): void => void ways.get(stop)?.push(way);
  for (const { id } of graph.stops) ways.set(id, []);
  for (const { from, to } of graph.steps) {
    note(from, `>${to}`);
    note(to, `<${from}`);
  }
  const same = merged(graph, ({ id, section }) => JSON.stringify([section, ...ways.get(id)!.sort()]));
  const seen = COLUMNS.map(() => 0);
  return merged(same, ({ id, column }) => (++seen[column]! < MOST ? id : `rest ${column}`));
}

/** Makes one stop of all that have the same key. */
function merged({ stops, steps }: FlowGraph, keyOf: (stop: Stop) => string): FlowGraph {
  const groups = new Map<string, Stop>();
  const now = new Map<string, string>();
  for (const stop of stops) {
    const key = keyOf(stop);
    const group = groups.get(key);
    groups.set(key, group ? { ...group, items: [...group.items, ...stop.items] } : stop);
    now.set(stop.id, group?.id ?? stop.id);
  }
  const moved = steps.map(({ from, to }) => ({ from: now.get(from)!, to: now.get(to)! }));
  return {
    stops: [...groups.values()],
    steps: [...new Map(moved.map((step) => [`${step.from} ${step.to}`, step])).values()],
  };
}
