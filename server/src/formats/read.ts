import type * as z from 'zod';
import type { MapNode, Path, YamlNode } from '../yaml/node.ts';
import { askLater, notApplicable, ownAnswer, STAND_INS, type StandIn, unwrap } from './common.ts';
import { parseDay } from './dates.ts';
import { type Field, fieldOf, ID, RESERVED } from './field.ts';
import { nearest, squeeze } from './nearest.ts';
import { childSchema, Reading, type ReadingParts } from './reading.ts';
import { isPlaceholder } from './words.ts';

/** What does not fit the format. The `format/…` rules word these. */
export type FormatProblem = { readonly at: Path } & (
  | {
      readonly code: 'unknown-key';
      readonly key: string;
      readonly known: readonly string[];
      /** Those of the known keys that take a sentence. */
      readonly inWords: readonly string[];
    }
  | {
      readonly code: 'wrong-type';
      readonly field: Field;
      readonly found: YamlNode;
      readonly inItems: boolean;
      /** True where the value is an item of a section, so that the last key is an id. */
      readonly isItem: boolean;
      /** True where a list of such values may stand; `field` is that of its elements. */
      readonly asList: boolean;
    }
  | { readonly code: 'bad-date'; readonly text: string }
  | { readonly code: 'bad-choice'; readonly text: string; readonly choices: readonly string[] }
  | { readonly code: 'bad-id'; readonly key: string }
  | { readonly code: 'switch-word-key'; readonly key: string }
);

export interface ReadResult<S> {
  readonly root: Reading<S>;
  readonly problems: readonly FormatProblem[];
}

/** Where the items of a section lie. */
export function sectionPath(section: string): Path {
  if (section === 'policies') return ['environment', 'policies'];
  if (section === 'outputs') return ['phases', 'development', 'outputs'];
  return [section];
}

const SWITCH_WORDS = /^(?:on|off|yes|no|y|n)$/i;

/** True for a word that older YAML readers take for true, false for one they take for false. */
export function switchOf(text: string): boolean | undefined {
  if (/^(?:true|yes|on|y)$/i.test(text)) return true;
  return /^(?:false|no|off|n)$/i.test(text) ? false : undefined;
}

/**
 * Reads a document's tree by the field table that `schema` holds. Never throws for any tree: what does not fit becomes
 * a problem and is marked `wrong`, so that nothing above has to be careful. `ownAnswers` are the patterns of `x-`
 * keys that a rule of the firm's own asks for; all others are nobody's business.
 */
export function read<S extends z.ZodType>(
  schema: S,
  tree: YamlNode,
  ownAnswers: ReadonlySet<string> = NONE,
): ReadResult<S> {
  const reader = new Reader(ownAnswers);
  const root = reader.read(schema, tree, { path: [], pattern: '', member: true });
  return { root: withDefaults(root) as unknown as Reading<S>, problems: reader.problems };
}

interface Where {
  readonly path: Path;
  readonly pattern: string;
  readonly slot?: boolean;
  /** True for an item of a section or an element of a list, which may have nothing but its id. */
  readonly member?: boolean;
  /** True for one value that counts as a list of one. */
  readonly asList?: boolean;
}

const NONE: ReadonlySet<string> = new Set();

class Reader {
  readonly problems: FormatProblem[] = [];

  constructor(private readonly ownAnswers: ReadonlySet<string>) {}

  read(schema: z.ZodType, node: YamlNode, where: Where): Reading {
    const field = fieldOf(schema);
    const base = { ...where, schema, node } as const;
    const standIn =
      node.kind === 'map' && !field.literal && where.path.length > 0 ? this.standIn(node, where) : undefined;
    if (standIn) return new Reading({ ...base, ...standIn });
    if (isBlank(node) && !(where.member && (field.type === 'map' || field.type === 'items')))
      return new Reading({ ...base, state: 'blank' });
    switch (field.type) {
      case 'map':
      case 'slots':
        return this.readMap(schema, field, node, where);
      case 'items':
        return this.readItems(schema, node, where);
      case 'list':
      case 'ids':
      case 'whos':
        return this.readList(schema, node, where);
      default:
        return isListSchema(schema) ? this.readList(schema, node, where) : this.readScalar(schema, field, node, where);
    }
  }

  private standIn(node: MapNode, where: Where): Pick<ReadingParts, 'state' | 'standIn'> | undefined {
    for (const key of Object.keys(STAND_INS) as StandIn[]) {
      const entry = node.entries.get(key);
      if (!entry) continue;
      const at = { path: [...where.path, key], pattern: `${where.pattern}.${key}`, member: true };
      const schema = key === 'not_applicable' ? notApplicable : askLater;
      // A stand-in that is no map is spoken of by the waivers rules, not by the format ones.
      const inner =
        entry.node.kind === 'map'
          ? this.read(schema, entry.node, at)
          : new Reading({ ...at, schema, node: entry.node, state: 'given' });
      return { state: key === 'not_applicable' ? 'not-applicable' : 'ask-later', standIn: inner };
    }
    return undefined;
  }

  private readMap(schema: z.ZodType, field: Field, node: YamlNode, where: Where): Reading {
    const base = { ...where, schema, node } as const;
    if (node.kind === 'scalar' && !isNull(node)) {
      if (field.type === 'slots')
        return new Reading({ ...base, state: 'given', sentence: true, text: node.text.trim() });
      if (field.sentence) {
        const inner = childSchema(schema, field.sentence);
        const pattern = join(where.pattern, field.sentence);
        const value = this.read(inner, node, { path: where.path, pattern });
        return new Reading({
          ...base,
          state: 'given',
          sentence: true,
          text: node.text.trim(),
          fields: new Map([[field.sentence, value]]),
        });
      }
    }
    if (node.kind !== 'map') {
      if (isNull(node)) return new Reading({ ...base, state: 'given' });
      return this.wrong(field, base);
    }
    const shape = (schema as z.ZodObject).shape;
    const fields = new Map<string, Reading>();
    const mistyped: string[] = [];
    for (const [key, entry] of node.entries) {
      const at = [...where.path, key];
      if (SWITCH_WORDS.test(key) && entry.plainKey && !entry.merged)
        this.problems.push({ code: 'switch-word-key', at, key });
      const own = join(where.pattern, key);
      if (this.ownAnswers.has(own)) fields.set(key, this.read(ownAnswer, entry.node, { path: at, pattern: own }));
      if (key === 'notes' || key.startsWith('x-')) continue;
      const child = Object.hasOwn(shape, key) ? shape[key] : undefined;
      if (!child) {
        if (!SWITCH_WORDS.test(key) || !entry.plainKey)
          this.problems.push({ code: 'unknown-key', at, key, ...namesOf(shape) });
        mistyped.push(key);
        continue;
      }
      const pattern = where.pattern === 'defaults' ? `${sectionPath(key).join('.')}.*` : join(where.pattern, key);
      fields.set(
        key,
        this.read(unwrap(child as z.ZodType), entry.node, { path: at, pattern, slot: field.type === 'slots' }),
      );
    }
    // A field under a mistyped key was meant to be there: what is wrong with it is told once, at the key.
    for (const key of mistyped) {
      const meant = nearest(key, Object.keys(shape));
      if (meant === undefined || fields.has(meant)) continue;
      const at = { path: [...where.path, meant], pattern: join(where.pattern, meant) };
      fields.set(meant, new Reading({ ...at, schema: childSchema(schema, meant), state: 'wrong' }));
    }
    const state = !where.member && fields.size === countBlank(fields) ? 'blank' : 'given';
    return new Reading({ ...base, state, fields });
  }

  private readItems(schema: z.ZodType, node: YamlNode, where: Where): Reading {
    const base = { ...where, schema, node } as const;
    if (node.kind !== 'map') return this.wrong(fieldOf(schema), base);
    const item = childSchema(schema, '*');
    // The keys of conditions are free: nothing refers to them.
    const named = fieldOf(item).type === 'map';
    const fields = new Map<string, Reading>();
    for (const [key, entry] of node.entries) {
      if (RESERVED.has(key)) continue;
      const path = [...where.path, key];
      if (SWITCH_WORDS.test(key) && entry.plainKey && !entry.merged)
        this.problems.push({ code: 'switch-word-key', at: path, key });
      else if (named && !ID.test(key)) this.problems.push({ code: 'bad-id', at: path, key });
      fields.set(key, this.read(item, entry.node, { path, pattern: join(where.pattern, '*'), member: true }));
    }
    return new Reading({ ...base, state: 'given', fields });
  }

  private readList(schema: z.ZodType, node: YamlNode, where: Where): Reading {
    const element = (schema as z.ZodArray).element as z.ZodType;
    const pattern = fieldOf(element).type === 'map' ? `${where.pattern}[]` : where.pattern;
    // One value counts as a list of one and keeps the path at which it stands.
    const elements =
      node.kind === 'list'
        ? node.items.map((item, i) => this.read(element, item, { path: [...where.path, i], pattern, member: true }))
        : [this.read(element, node, { path: where.path, pattern, member: true, asList: true })];
    const wrong = node.kind !== 'list' && elements[0]?.state === 'wrong';
    return new Reading({ ...where, schema, node, state: wrong ? 'wrong' : 'given', elements: wrong ? [] : elements });
  }

  private readScalar(schema: z.ZodType, field: Field, node: YamlNode, where: Where): Reading {
    const base = { ...where, schema, node } as const;
    if (node.kind !== 'scalar') return this.wrong(field, base);
    const text = node.text.trim();
    const given = (value: string | number | boolean): Reading => new Reading({ ...base, state: 'given', value, text });
    switch (field.type) {
      case 'flag-or-date':
      case 'date': {
        if (field.type === 'flag-or-date' && typeof node.value === 'boolean') return given(node.value);
        const day = parseDay(text);
        // A time part is left out, so that days compare as texts.
        if (day) return new Reading({ ...base, state: 'given', value: day, text: day });
        if (field.type === 'flag-or-date' && switchOf(text) !== undefined) return this.wrong(field, base);
        this.problems.push({ code: 'bad-date', at: where.path, text });
        return new Reading({ ...base, state: 'wrong' });
      }
      case 'choice': {
        const choices = (schema as z.ZodEnum).options as readonly string[];
        const chosen = choices.find((word) => squeeze(word) === squeeze(text));
        if (chosen !== undefined) return new Reading({ ...base, state: 'given', value: chosen, text: chosen });
        this.problems.push({ code: 'bad-choice', at: where.path, text, choices });
        return new Reading({ ...base, state: 'wrong' });
      }
      case 'flag':
      case 'number':
        return schema.safeParse(node.value).success ? given(node.value as number | boolean) : this.wrong(field, base);
      case 'version':
        return given(node.value ?? text);
      default:
        return given(text);
    }
  }

  private wrong(field: Field, base: Where & { readonly schema: z.ZodType; readonly node: YamlNode }): Reading {
    const found = {
      found: base.node,
      inItems: field.type === 'items',
      isItem: base.pattern.endsWith('.*'),
      asList: base.asList === true,
    };
    this.problems.push({ code: 'wrong-type', at: base.path, field, ...found });
    return new Reading({ ...base, state: 'wrong' });
  }
}

/** The keys of a map, and those under which a plain sentence may stand. */
function namesOf(shape: Readonly<Record<string, unknown>>): { known: string[]; inWords: string[] } {
  const known = Object.keys(shape);
  return { known, inWords: known.filter((key) => takesWords(unwrap(shape[key] as z.ZodType))) };
}

const WORDS: ReadonlySet<string> = new Set(['text', 'answer', 'slots', 'who', 'interval']);

function takesWords(schema: z.ZodType): boolean {
  const { type, sentence } = fieldOf(schema);
  return (
    WORDS.has(type) ||
    sentence !== undefined ||
    (type === 'list' && takesWords((schema as z.ZodArray).element as z.ZodType))
  );
}

const join = (pattern: string, key: string): string => (pattern ? `${pattern}.${key}` : key);

const isNull = (node: YamlNode): boolean => node.kind === 'scalar' && node.value === null;

/** Null, white space, a placeholder, or an empty map. */
function isBlank(node: YamlNode): boolean {
  if (node.kind === 'scalar') return node.value === null || node.text.trim() === '' || isPlaceholder(node.text);
  return node.kind === 'map' && node.entries.size === 0;
}

const isListSchema = (schema: z.ZodType): schema is z.ZodArray => (schema as z.ZodArray).def?.type === 'array';

/** How many of a map's fields say nothing: blank, or a list without elements. */
function countBlank(fields: ReadonlyMap<string, Reading>): number {
  let blank = 0;
  for (const field of fields.values()) {
    if (field.state === 'blank' || (field.given && field.node?.kind === 'list' && field.elements.length === 0)) blank++;
  }
  return blank;
}

/** Gives each item the fields that `defaults` supplies and that it does not have itself. */
function withDefaults(root: Reading): Reading {
  const defaults = root.fields.get('defaults');
  if (!defaults?.given) return root;
  let filled = root;
  for (const [name, supplied] of defaults.fields) {
    if (!supplied.given) continue;
    filled = replaceAt(filled, sectionPath(name) as string[], (section) => fillSection(section, supplied));
  }
  return filled;
}

function fillSection(section: Reading, supplied: Reading): Reading {
  const items = new Map<string, Reading>();
  for (const [id, item] of section.fields) {
    if (item.state !== 'given') {
      items.set(id, item);
      continue;
    }
    const fields = new Map(item.fields);
    for (const [key, value] of supplied.fields) {
      if (fields.has(key)) continue;
      fields.set(key, rebase(value, [...item.path, key]));
    }
    items.set(id, new Reading({ ...item, fields }));
  }
  return new Reading({ ...section, fields: items });
}

/** A default's value as the item's own: findings about it then sit on the item, since nothing stands at its path. */
function rebase(value: Reading, path: Path): Reading {
  const tail = (inner: Reading): Path => [...path, ...inner.path.slice(value.path.length)];
  const move = (inner: Reading): Reading =>
    new Reading({
      ...inner,
      path: tail(inner),
      suppliedBy: inner.path,
      fields: new Map([...inner.fields].map(([key, field]) => [key, move(field)])),
      elements: inner.elements.map(move),
    });
  return move(value);
}

function replaceAt(reading: Reading, path: readonly string[], change: (found: Reading) => Reading): Reading {
  const [key, ...rest] = path;
  if (key === undefined) return change(reading);
  const child = reading.fields.get(key);
  if (!child) return reading;
  return new Reading({ ...reading, fields: new Map(reading.fields).set(key, replaceAt(child, rest, change)) });
}
