import type * as z from 'zod';
import type { Path, YamlNode } from '../yaml/node.ts';
import { ownAnswer, unwrap } from './common.ts';
import { type Field, fieldOf } from './field.ts';

/** How far an answer has climbed, before dates are looked at. Format reference, section 4. */
export type State = 'absent' | 'wrong' | 'blank' | 'given' | 'not-applicable' | 'ask-later';

type Inner<S> = S extends z.ZodOptional<infer I> ? I : S;
/** The keys a reading of schema S has. */
export type KeyOf<S> = S extends z.ZodObject<infer Shape> ? keyof Shape & string : string;
/** The schema under a key. */
export type Child<S, K> =
  S extends z.ZodObject<infer Shape>
    ? K extends keyof Shape
      ? Inner<Shape[K]>
      : never
    : S extends z.ZodRecord<infer _Key, infer Value>
      ? Value
      : z.ZodType;
/** The schema of a list's elements or of a section's items. */
export type ElementOf<S> = S extends z.ZodArray<infer E> ? E : S extends z.ZodRecord<infer _K, infer V> ? V : z.ZodType;

export interface ReadingParts {
  readonly path: Path;
  /** The path with `*` for ids and `[]` for list positions: `activities.*.goals[].kind`. */
  readonly pattern: string;
  readonly schema: z.ZodType;
  readonly state: State;
  readonly node?: YamlNode | undefined;
  /** A scalar in the format's own terms: the chosen word, the day, the number; the text for everything else. */
  readonly value?: string | number | boolean | undefined;
  readonly text?: string | undefined;
  readonly fields?: ReadonlyMap<string, Reading>;
  readonly elements?: readonly Reading[];
  readonly standIn?: Reading | undefined;
  /** Written as a plain sentence where a map of fields or slots may stand. */
  readonly sentence?: boolean;
  /** True for a slot of an answer, whatever its type. */
  readonly slot?: boolean;
  /** Where the default stands that supplies this value. */
  readonly suppliedBy?: Path | undefined;
}

/**
 * What stands in one field of a document, in the terms of the format: sentences already stand for their field, single
 * values for lists of one, defaults are filled in, and what has a wrong shape is marked so that no rule trips over it.
 *
 * `S` is the zod schema of the field; `get` takes only keys that schema has.
 */
export class Reading<S = z.ZodType> {
  declare readonly _schema: S;
  readonly path: Path;
  readonly pattern: string;
  readonly state: State;
  readonly schema: z.ZodType;
  readonly node: YamlNode | undefined;
  readonly value: string | number | boolean | undefined;
  readonly fields: ReadonlyMap<string, Reading>;
  readonly elements: readonly Reading[];
  readonly standIn: Reading | undefined;
  readonly sentence: boolean;
  readonly slot: boolean;
  readonly suppliedBy: Path | undefined;
  /** The scalar's text as it stands, trimmed; undefined where there is none or where the value cannot be used. */
  readonly text: string | undefined;

  constructor(parts: ReadingParts) {
    this.path = parts.path;
    this.pattern = parts.pattern;
    this.schema = parts.schema;
    this.state = parts.state;
    this.node = parts.node;
    this.value = parts.value;
    this.text = parts.text;
    this.fields = parts.fields ?? NONE;
    this.elements = parts.elements ?? [];
    this.standIn = parts.standIn;
    this.sentence = parts.sentence ?? false;
    this.slot = parts.slot ?? false;
    this.suppliedBy = parts.suppliedBy;
  }

  /** The row of the field table. */
  get field(): Field {
    return fieldOf(this.schema);
  }

  /** The last key of the path: the id of an item, the name of a field. */
  get id(): string {
    return String(this.path.at(-1) ?? '');
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
    return this.given && !this.sentence && this.node?.kind === 'map';
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
    return this.lacking || (this.given && this.node?.kind === 'list' && this.elements.length === 0);
  }

  /** The field under a key; an absent reading where there is none. */
  get<K extends KeyOf<S>>(key: K): Reading<Child<S, K>> {
    return (this.fields.get(key) ?? this.absentField(key)) as Reading<Child<S, K>>;
  }

  private absentField(key: string): Reading {
    return new Reading({
      path: [...this.path, key],
      pattern: `${this.pattern}${this.pattern && '.'}${key}`,
      schema: childSchema(this.schema, key),
      state: 'absent',
      slot: this.field.type === 'slots',
    });
  }

  /** The elements of a list that is given, or the items of a section, in the order of the text. */
  list(): readonly Reading<ElementOf<S>>[] {
    const found = this.field.type === 'items' ? [...this.fields.values()] : this.elements;
    return found as unknown as readonly Reading<ElementOf<S>>[];
  }

  /** The tokens of a list of references or words. */
  tokens(): string[] {
    return this.elements.flatMap((element) => element.text ?? []);
  }

  /** The value of a field of true or false. */
  get flag(): boolean | undefined {
    return typeof this.value === 'boolean' ? this.value : undefined;
  }

  get number(): number | undefined {
    return typeof this.value === 'number' ? this.value : undefined;
  }

  /** This reading and all below it, in the order of the text. Values that a default supplies are left out. */
  *walk(): Generator<Reading> {
    yield this as unknown as Reading;
    if (this.standIn) yield* this.standIn.walk();
    for (const child of this.fields.values()) if (!child.suppliedBy) yield* child.walk();
    for (const child of this.elements) yield* child.walk();
  }
}

const NONE: ReadonlyMap<string, Reading> = new Map();

/** The schema of a field under another; throws for a key the field table does not have. */
export function childSchema(schema: z.ZodType, key: string): z.ZodType {
  if (key.startsWith('x-') && fieldOf(schema).type !== 'items') return ownAnswer;
  const shaped = schema as unknown as { shape?: Record<string, z.ZodType>; valueType?: z.ZodType };
  const child = shaped.shape?.[key] ?? shaped.valueType;
  if (!child) throw new Error(`no field ${key} here`);
  return unwrap(child);
}
