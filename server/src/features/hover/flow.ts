import { SENSITIVITY } from '../../formats/choices.ts';
import type { SectionName } from '../../formats/field.ts';
import type { Reading } from '../../formats/reading.ts';
import type { Item } from '../../model/sections.ts';
import { namesOf } from '../../rules/reference-names.ts';
import type { Model } from '../../rules/rule.ts';
import { count, keyWords, names } from '../../rules/wordings.ts';
import { cut } from './markdown.ts';
import { itemKey, type Use, usesWithin } from './uses.ts';

type Fact = string | false | undefined;

/** What is known of an item at hand: its own fields, and who names it where. */
class Flow {
  readonly uses: readonly Use[];

  constructor(
    readonly model: Model,
    readonly item: Item,
    section: SectionName,
  ) {
    this.uses = usesWithin(model).get(itemKey(section, item.id)) ?? [];
  }

  /** The text of one of the item's fields. */
  text(key: string): string | undefined {
    return this.field(key)?.text;
  }

  /** The items (or, where text may stand, the words) in one of the item's fields. */
  named(key: string): string[] {
    return namesIn(this.model, this.field(key));
  }

  /** The items that name this one in one of these fields, each once. */
  from(...patterns: readonly string[]): Item[] {
    const found = new Set<Item>();
    for (const { reference, by } of this.uses) {
      const item = patterns.includes(reference.reading.pattern) && by ? itemOf(this.model, by) : undefined;
      if (item) found.add(item);
    }
    return [...found];
  }

  field(key: string): Reading | undefined {
    return this.item.fields.get(key);
  }
}

const itemOf = (model: Model, { section, id }: { section: SectionName; id: string }): Item | undefined =>
  model.sections.get(section)?.get(id);

/** What the tokens of a field stand for: names of items, or the words themselves. */
export const namesIn = (model: Model, field: Reading | undefined): string[] =>
  (field && field.elements.length === 0 ? [field] : (field?.elements ?? [])).flatMap((reading) => {
    if (!reading.text) return [];
    const named = namesOf(model).called({ field: reading.field, token: reading.text })[0];
    return [named?.item.name ?? reading.text];
  });

/** Longer names are cut where several stand in a line. */
const LONGEST = 60;

const said = (before: string, of: Iterable<string | { readonly name: string }>): Fact => {
  const all = [...of];
  return all.length > 0 && `${before} ${listed(all)}`;
};

const listed = (of: Iterable<string | { readonly name: string }>): string =>
  names([...of].map((each) => cut(typeof each === 'string' ? each : each.name, LONGEST)));

/** Names of information with the class of each that is no everyday matter. */
const classed = (all: readonly Item[]): string[] =>
  all.map((item) => {
    const known = item.fields.get('sensitivity')?.text;
    return known === 'confidential' || known === 'restricted' ? `${cut(item.name, LONGEST)} (${known})` : item.name;
  });

/** Items in fields of other items, each once: the information of activities, say. */
const through = (flow: Flow, of: readonly Item[], ...keys: readonly string[]): Item[] => {
  const found = new Set<Item>();
  for (const item of of)
    for (const key of keys)
      for (const token of item.fields.get(key)?.tokens() ?? []) {
        const target = flow.model.sections.get('information')?.get(token);
        if (target) found.add(target);
      }
  return [...found];
};

const PERSONAL: Readonly<Record<string, string>> = {
  personal: 'about people',
  'special-category': 'about people, of a delicate kind',
};

const FLOWS: Partial<Record<SectionName, (flow: Flow) => readonly Fact[]>> = {
  information: (flow) => {
    const activities = flow.from('activities.*.uses', 'activities.*.creates');
    const performers = new Set(
      activities.flatMap((activity) => namesIn(flow.model, activity.fields.get('performed_by'))),
    );
    const products = flow.from('products.*.contains');
    const receivers = receiversOf(flow, products);
    return [
      Object.hasOwn(SENSITIVITY, flow.text('sensitivity') ?? '') ? flow.text('sensitivity') : 'no class yet',
      PERSONAL[flow.text('personal_data') ?? ''],
      activities.length > 0 &&
        `used in ${count(activities.length, 'activity', 'activities')}${performers.size > 0 ? ` by ${listed(performers)}` : ''}`,
      products.length > 0 && `goes into ${listed(products)}${receivers.length > 0 ? ` for ${listed(receivers)}` : ''}`,
      said('seen by', flow.from('customers.*.sees')),
      said('kept in', flow.named('stored_in')),
      said(
        'shared on',
        flow.from('infrastructure.*.hosts').filter(({ name }) => !flow.named('stored_in').includes(name)),
      ),
      said(
        'protected by',
        new Set([...flow.named('protections'), ...flow.from('controls.*.protects').map(({ name }) => name)]),
      ),
      said('made into', flow.from('information.*.built_from')),
    ];
  },
  activities: (flow) => [
    said('performed by', flow.named('performed_by')),
    said('uses', classed(through(flow, [flow.item], 'uses'))),
    said('creates', classed(through(flow, [flow.item], 'creates'))),
    said('produces', flow.named('produces')),
    said('with', flow.named('with')),
    said('protected by', flow.named('security_steps')),
    said('keeps', flow.named('follows')),
  ],
  participants: (flow) => {
    const activities = flow.from('activities.*.performed_by');
    return [
      people(flow.field('count')?.number),
      said('works with', classed(through(flow, activities, 'uses', 'creates'))),
      said('in', activities),
      said(
        'knows',
        new Set([
          ...namesIn(flow.model, flow.field('awareness')?.fields.get('policies')),
          ...flow.from('environment.policies.*.known_by').map(({ name }) => name),
        ]),
      ),
      said('carries out', flow.from('controls.*.used_by')),
    ];
  },
  customers: (flow) => {
    const inside = classed(through(flow, receivedBy(flow), 'contains'));
    return [
      said(`receives ${listed(flow.named('receives'))}, with`, inside) || said('receives', flow.named('receives')),
      said('sees', classed(through(flow, [flow.item], 'sees'))),
      said('takes part in', flow.from('activities.*.performed_by')),
    ];
  },
  products: (flow) => [
    flow.text('distribution'),
    said('contains', classed(through(flow, [flow.item], 'contains'))),
    said('comes out of', flow.from('activities.*.produces')),
    said('goes to', flow.from('customers.*.receives')),
    said('checked by', flow.named('checked_by')),
  ],
  technologies: (flow) => place(flow),
  infrastructure: (flow) => place(flow),
  controls: (flow) => [
    said(
      'protects',
      new Set([...flow.named('protects'), ...flow.from('information.*.protections').map(({ name }) => name)]),
    ),
    said('used by', flow.named('used_by')),
    said('part of', flow.from('activities.*.security_steps')),
    said('gone round in', flow.from('activities.*.workarounds[].avoids')),
    said('looked after by', flow.named('owner')),
  ],
  policies: (flow) => [
    flow.text('form'),
    said(
      'known by',
      new Set([...flow.named('known_by'), ...flow.from('participants.*.awareness.policies').map(({ name }) => name)]),
    ),
    said('kept in', flow.from('activities.*.follows')),
    said('departed from in', flow.from('activities.*.exception_to', 'activities.*.workarounds[].avoids')),
  ],
  roles: (flow) => {
    const ways = new Set(flow.uses.map(({ reference }) => wayOf(reference.reading)));
    return [flow.uses.length > 0 && `named in ${count(flow.uses.length, 'place')}: ${names(ways)}`];
  },
  requirements: (flow) => [
    flow.text('type'),
    said('covers', flow.named('covers')),
    said('picks up', flow.named('addresses')),
  ],
  risks: (flow) => [
    flow.text('category'),
    flow.text('status') ?? 'open',
    said('concerns', flow.named('covers')),
    said('picks up', flow.named('addresses')),
    said('watched by', flow.named('owner')),
    said('picked up by', flow.from('requirements.*.addresses')),
  ],
  stakeholders: (flow) => [said('asked about', flow.named('consulted_on'))],
  outputs: (flow) => [flow.text('kind'), flow.text('due') && `due ${flow.text('due')}`],
};

const people = (n: number | undefined): Fact => n !== undefined && count(n, 'person', 'people');

/** What lies on a technology or a shared service, and what comes by. */
function place(flow: Flow): readonly Fact[] {
  const held = [...new Set([...flow.from('information.*.stored_in'), ...through(flow, [flow.item], 'hosts')])];
  const activities = flow.from('activities.*.with', 'activities.*.performed_by');
  const passing = through(flow, activities, 'uses', 'creates').filter((item) => !held.includes(item));
  return [
    said('holds', classed(held)),
    said('used in', activities),
    said('handles', classed(passing)),
    said('shared with', flow.named('shared_with')),
  ];
}

/** The customers who receive one of some products. */
const receiversOf = ({ model }: Flow, products: readonly Item[]): Item[] =>
  products.flatMap((product) =>
    (usesWithin(model).get(itemKey('products', product.id)) ?? []).flatMap(({ reference, by }) =>
      by && reference.reading.pattern === 'customers.*.receives' ? (itemOf(model, by) ?? []) : [],
    ),
  );

const receivedBy = ({ model, item }: Flow): Item[] =>
  (item.fields.get('receives')?.tokens() ?? []).flatMap((token) => model.sections.get('products')?.get(token) ?? []);

/** As what a post is named: the last key that says it, such as `owner`, or `watched by` for its `who`. */
function wayOf({ path }: Reading): string {
  const keys = path.filter((key) => typeof key === 'string');
  const last = keys.at(-1) ?? '';
  return keyWords(['who', 'whom', 'by', 'to'].includes(last) ? (keys.at(-2) ?? last) : last);
}

/** Where an item flows, in a few facts: who performs it, what lies on it, whom it reaches. */
export const flowOf = (model: Model, item: Item, section: SectionName): readonly Fact[] =>
  FLOWS[section]?.(new Flow(model, item, section)) ?? [];
