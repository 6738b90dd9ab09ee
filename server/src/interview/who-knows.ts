import type { Reading } from '../formats/reading.ts';
import { Charter } from '../model/charter.ts';
import { lazy } from '../model/memo.ts';
import type { Activity, Item, Participant } from '../model/sections.ts';
import type { WorkSystem } from '../model/work-system.ts';
import type { Model } from '../rules/rule.ts';
import type { Path } from '../yaml/node.ts';
import { itemAt, type Question } from './question.ts';

/** A participant group or a post that can be asked. */
export interface Person {
  readonly id: string;
  readonly name: string;
}

/** What an activity names: with all of that its performers have to do. */
const NEIGHBOURS = ['performed_by', 'uses', 'creates', 'produces', 'with', 'security_steps', 'follows', 'exception_to'];

/** Items that lead to further ones, and so to the activities of those. */
const LEADING: Readonly<Record<string, readonly string[]>> = {
  customers: ['receives', 'sees'],
  products: ['contains'],
  information: ['stored_in'],
  controls: ['protects'],
  infrastructure: ['hosts'],
};

/** Who can answer which question, as far as a document tells. */
export class Knowledge {
  constructor(private readonly model: Model) {}

  /** Everybody who can be asked: groups that do the work first, then posts. */
  readonly people = lazy((): ReadonlyMap<string, Person> => {
    const { model } = this;
    const groups = this.systems().flatMap(({ participants }) => participants as readonly Item[]);
    const posts = [model, ...this.systems()].flatMap(({ sections }) => [...(sections.get('roles')?.values() ?? [])]);
    const people = new Map<string, Person>();
    for (const { id, name } of [...groups, ...posts]) if (!people.has(id)) people.set(id, { id, name });
    return people;
  });

  /** The groups whose work is described here. A charter's people have other things to do than the project. */
  get groups(): readonly Participant[] {
    return this.model.kind === 'work-system' ? this.model.participants : [];
  }

  /** The activities of a description, in the order of the text. */
  get activities(): readonly Activity[] {
    return this.model.kind === 'work-system' ? this.model.activities : [];
  }

  /** Ids of those who can answer; empty where the file names nobody, and whoever leads the work is asked. */
  whoKnows({ at }: Pick<Question, 'at'>): ReadonlySet<string> {
    const { model } = this;
    // A group answers for itself.
    if (model.kind === 'work-system' && at[0] === 'participants' && at.length > 1) return new Set([String(at[1])]);
    const ids = new Set(this.namedAlong(at));
    for (const activity of this.activitiesAround(at)) for (const { id } of this.performers(activity)) ids.add(id);
    const lead =
      model.kind === 'work-system' ? model.root.get('security_lead') : model.root.get('security_accountable');
    // What concerns the work as a whole is known to the one who answers for security.
    return ids.size > 0 ? ids : new Set(itemAt(model, at) ? [] : this.namedIn(lead as Reading));
  }

  /** The activities that the item of a question takes part in, in the order of the text. */
  activitiesAround(at: Path): Activity[] {
    const { model } = this;
    const item = itemAt(model, at) as Item | undefined;
    if (!item || model.kind !== 'work-system') return [];
    // What no activity names itself is known through what lies beside it.
    const around = new Set(
      this.at().get(item) ?? (this.beside().get(item) ?? []).flatMap((each) => this.at().get(each) ?? []),
    );
    return model.activities.filter((activity) => around.has(activity));
  }

  /** The groups that perform an activity; customers and programs are not interviewed. */
  performers(activity: Activity): Participant[] {
    const { model } = this;
    if (model.kind !== 'work-system') return [];
    const doing = model.performers(activity);
    return model.participants.filter((group) => doing.includes(group));
  }

  private systems(): readonly WorkSystem[] {
    return this.model instanceof Charter ? this.model.systems() : [this.model];
  }

  /** For each item, the activities that name it. */
  private readonly at = lazy(() => {
    const found = new Map<Item, Item[]>();
    for (const activity of this.model.kind === 'work-system' ? this.model.activities : [])
      for (const item of [activity as Item, ...this.leads(activity, NEIGHBOURS)]) add(found, item, activity);
    return found;
  });

  /** For each item, those that lie beside it: an item and the product it goes into, a control and what it protects. */
  private readonly beside = lazy(() => {
    const found = new Map<Item, Item[]>();
    const { sections } = this.model;
    for (const [section, fields] of Object.entries(LEADING))
      for (const item of sections.get(section as 'customers')?.values() ?? [])
        for (const other of this.leads(item, fields)) {
          add(found, item, other);
          add(found, other, item);
        }
    return found;
  });

  private leads(item: Item, fields: readonly string[]): Item[] {
    const { model } = this;
    return model.kind === 'work-system' ? fields.flatMap((field) => model.resolve(item.get(field))) : [];
  }

  /** Groups and posts that the item of a question names: owners, those who know, use or watch it. */
  private namedAlong(at: Path): string[] {
    const ids: string[] = [];
    let found: Reading | undefined = this.model.root as unknown as Reading;
    for (const key of at) {
      found = found.fields.get(String(key)) ?? found.elements[Number(key)];
      if (!found) break;
      if (found.field.type !== 'items') for (const field of found.fields.values()) ids.push(...this.namedIn(field));
    }
    return ids;
  }

  private namedIn(reading: Reading): string[] {
    const { type, to = [] } = reading.field;
    if (!to.includes('participants') && !to.includes('roles')) return [];
    const tokens = type === 'who' ? [reading.text ?? ''] : reading.tokens();
    return tokens.filter((token) => this.people().has(token));
  }
}

function add(to: Map<Item, Item[]>, key: Item, value: Item): void {
  const known = to.get(key);
  if (known) known.push(value);
  else to.set(key, [value]);
}
