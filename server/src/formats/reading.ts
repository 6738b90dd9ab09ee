import type * as z from 'zod';
import type { Content, Path } from '../yaml/node.ts';
import type { Field } from './field.ts';
import { NOBODY, whoLooks } from './onlookers.ts';
import { childSchema, patternBelow, rowOf } from './row.ts';

/** How far an answer has climbed, before dates are looked at. Format reference, section 4. */
export type State = 'absent' | 'wrong' | 'blank' | 'given' | 'not-applicable' | 'ask-later';

/** The keys a reading of schema S has. */
export type KeyOf<S> = S extends z.ZodObject<infer Shape> ? keyof Shape & string : string;
/** The schema under a key. */
export type Child<S, K> =
  S extends z.ZodObject<infer Shape>
    ? K extends keyof Shape
      ? Shape[K]
      : never
    : S extends z.ZodRecord<infer _Key, infer Value>
      ? Value
      : z.ZodType;
/** The schema of a list's elements or of a section's items. */
export type ElementOf<S> = S extends z.ZodArray<infer E> ? E : S extends z.ZodRecord<infer _K, infer V> ? V : z.ZodType;

/**
 * What a value is to what holds it. A `member` is an item of a section or an element of a list, which may have nothing
 * but its id; a `lone` one is a value that counts as a list of one; a `slot` is one of an answer, whatever its type.
 */
export type Role = 'field' | 'slot' | 'member' | 'lone';

/** Where in a document something may stand, and what does. */
export interface Site {
  readonly path: Path;
  /** The path with `*` for ids and `[]` for list positions: `activities.*.goals[].kind`. */
  readonly pattern: string;
  readonly schema: z.ZodType;
  readonly node: Content | undefined;
  readonly role: Role;
}

/** What was read there. */
export interface Said {
  /** A scalar in the format's own terms: the chosen word, the day, the number; the text for everything else. */
  readonly value?: string | number | boolean | undefined;
  readonly text?: string | undefined;
  readonly fields?: ReadonlyMap<string, Reading>;
  readonly elements?: readonly Reading[];
  readonly standIn?: Reading | undefined;
  /** Written as a plain sentence where a map of fields or slots may stand. */
  readonly sentence?: boolean;
  /** Where the default stands that supplies this value. */
  readonly suppliedBy?: Path | undefined;
}

/**
 * What stands in one field of a document, in the terms of the format: sentences already stand for their field, single
 * values for lists of one, defaults are filled in, and what has a wrong shape is marked so that no rule trips over it.
 *
 * `S` is the zod schema of the field; `get` takes only keys that schema has.
 */
export class Reading<S = z.ZodType> implements Site {
  declare readonly _schema: S;
  readonly path: Path;
  readonly pattern: string;
  readonly schema: z.ZodType;
  readonly role: Role;
  readonly state: State;
  readonly fields: ReadonlyMap<string, Reading>;
  readonly elements: readonly Reading[];
  readonly standIn: Reading | undefined;
  readonly sentence: boolean;
  readonly suppliedBy: Path | undefined;
  /** The row of the field table. */
  readonly field: Field;
  /** Those who looked at the words that stand here, or that stood here when all else was the same. */
  seenBy = NOBODY;
  private readonly ownNode: Content | undefined;
  private readonly ownValue: Said['value'];
  private readonly ownText: string | undefined;
  private lackingFields: Map<string, Reading> | undefined;
  private words: readonly string[] | undefined;
  private above: Path | undefined;

  constructor(site: Site, state: State, said: Said = {}) {
    this.path = site.path;
    this.pattern = site.pattern;
    this.schema = site.schema;
    this.ownNode = site.node;
    this.role = site.role;
    this.state = state;
    this.ownValue = said.value;
    this.ownText = said.text;
    this.fields = said.fields ?? NONE;
    this.elements = said.elements ?? NOTHING;
    this.standIn = said.standIn;
    this.sentence = said.sentence ?? false;
    this.suppliedBy = said.suppliedBy;
    this.field = rowOf(site.schema).field;
    this.lackingFields = undefined;
    this.words = undefined;
    this.above = undefined;
  }

  /** The same with something else about it. */
  with(changes: Partial<Site> & Said): Reading {
    const { path, pattern, schema, role, fields, elements, standIn, sentence, suppliedBy } = this;
    const site = { path, pattern, schema, role, node: this.ownNode, ...changes };
    const said = { value: this.ownValue, text: this.ownText, fields, elements, standIn, sentence, suppliedBy };
    return new Reading(site, this.state, { ...said, ...changes });
  }

  /** What the file says here. */
  get node(): Content | undefined {
    this.seen();
    return this.ownNode;
  }

  /** A scalar in the format's own terms: the chosen word, the day, the number; the text for everything else. */
  get value(): Said['value'] {
    this.seen();
    return this.ownValue;
  }

  /** The scalar's text as it stands, trimmed; undefined where there is none or where the value cannot be used. */
  get text(): string | undefined {
    this.seen();
    return this.ownText;
  }

  private seen(): void {
    const who = whoLooks();
    if (who !== NOBODY && this.seenBy !== who) this.seenBy = this.seenBy.with(who);
  }

  /** True for a slot of an answer, whatever its type. */
  get slot(): boolean {
    return this.role === 'slot';
  }

  /** The last key of the path: the id of an item, the name of a field. */
  get id(): string {
    return String(this.path.at(-1) ?? '');
  }

  /** The path of what holds it: for an item, its section. */
  get holder(): Path {
    this.above ??= this.path.slice(0, -1);
    return this.above;
  }

  /** What messages call it: `name` where it is given, else the id. */
  get name(): string {
    return this.fields.get('name')?.text ?? this.id;
  }

  get absent(): boolean {
    return this.state === 'absent';
  }

  get given(): boolean {
    return this.state === 'given';
  }

  /** True where the value is given as a map of fields or slots. */
  get detailed(): boolean {
    return this.given && !this.sentence && this.ownNode?.kind === 'map';
  }

  /** A field or slot whose blank has its own finding, `wording/placeholder`. */
  get answer(): boolean {
    const { type } = this.field;
    return this.slot || type === 'answer' || type === 'slots';
  }

  /**
   * Nothing stands here that says anything: the key is absent, or blank where no other rule speaks about the blank.
   * False for wrong shapes and for stand-ins, which have their own findings.
   */
  get lacking(): boolean {
    return this.absent || (this.state === 'blank' && !this.answer);
  }

  /** Absent, or a list without elements. */
  get empty(): boolean {
    return this.lacking || (this.given && this.ownNode?.kind === 'list' && this.elements.length === 0);
  }

  /** The field under a key; an absent reading where there is none. */
  get<K extends KeyOf<S>>(key: K): Reading<Child<S, K>> {
    return (this.fields.get(key) ?? this.absentField(key)) as Reading<Child<S, K>>;
  }

  /** Many rules ask for a field that is not there: it is made once. */
  private absentField(key: string): Reading {
    this.lackingFields ??= new Map();
    let absent = this.lackingFields.get(key);
    if (!absent) {
      const role = this.field.type === 'slots' ? 'slot' : 'field';
      const [path, pattern] = [[...this.path, key], patternBelow(this.pattern, key)];
      absent = new Reading({ path, pattern, schema: childSchema(this.schema, key), node: undefined, role }, 'absent');
      this.lackingFields.set(key, absent);
    }
    return absent;
  }

  /** The elements of a list that is given, or the items of a section, in the order of the text. */
  list(): readonly Reading<ElementOf<S>>[] {
    const found = this.field.type === 'items' ? [...this.fields.values()] : this.elements;
    return found as unknown as readonly Reading<ElementOf<S>>[];
  }

  /** The tokens of a list of references or words. */
  tokens(): readonly string[] {
    if (this.elements.length === 0) return NOTHING;
    this.seen();
    this.words ??= this.elements.flatMap((element) => element.text ?? []);
    return this.words;
  }

  /** The value of a field of true or false. */
  get flag(): boolean | undefined {
    return typeof this.value === 'boolean' ? this.value : undefined;
  }

  get number(): number | undefined {
    return typeof this.value === 'number' ? this.value : undefined;
  }

  /** This reading and all below it, in the order of the text. Values that a default supplies are left out. */
  walk(): Reading[] {
    const found: Reading[] = [];
    this.collect(found);
    return found;
  }

  private collect(found: Reading[]): void {
    found.push(this as unknown as Reading);
    this.standIn?.collect(found);
    for (const child of this.fields.values()) if (!child.suppliedBy) child.collect(found);
    for (const child of this.elements) child.collect(found);
  }
}

const NONE: ReadonlyMap<string, Reading> = new Map();
const NOTHING: readonly never[] = [];
