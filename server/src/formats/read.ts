import type * as z from 'zod';
import { contentOf } from '../yaml/move.ts';
import type { Content, EntryContent, YamlNode } from '../yaml/node.ts';
import { askLater, notApplicable, ownAnswer } from './common.ts';
import { parseDay } from './dates.ts';
import { withDefaults } from './defaults.ts';
import { type Field, fieldOf, ID, RESERVED } from './field.ts';
import { nearest, squeeze } from './nearest.ts';
import type { FormatProblem } from './problem.ts';
import { Reading, type Role, type Site } from './reading.ts';
import { childSchema, patternBelow, patternOfEach, rowOf } from './row.ts';
import { sectionPath } from './section-path.ts';
import { isPlaceholder } from './words.ts';

export interface ReadResult<S> {
  readonly root: Reading<S>;
  readonly problems: readonly FormatProblem[];
}

const isSwitchWord = (key: string): boolean => key.length <= 3 && /^(?:on|off|yes|no|y|n)$/i.test(key);

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
  const root = reader.read({ path: [], pattern: '', schema, node: tree, role: 'member' });
  return { root: withDefaults(root) as unknown as Reading<S>, problems: reader.problems };
}

/** A site where something stands. */
type Filled = Site & { readonly node: Content };

const NONE: ReadonlySet<string> = new Set();

class Reader {
  readonly problems: FormatProblem[] = [];

  constructor(private readonly ownAnswers: ReadonlySet<string>) {}

  read(site: Filled): Reading {
    const { schema, node, role } = site;
    const { field, element } = rowOf(schema);
    const standIn = node.kind === 'map' && !field.literal && site.path.length > 0 && this.standIn(site, node);
    if (standIn) return standIn;
    const mayBeEmpty = role === 'member' || role === 'lone';
    if (!(mayBeEmpty && (field.type === 'map' || field.type === 'items')) && isBlank(node))
      return new Reading(site, 'blank');
    switch (field.type) {
      case 'map':
      case 'slots':
        return this.readMap(site, field);
      case 'items':
        return this.readItems(site);
      case 'list':
      case 'ids':
      case 'whos':
        return this.readList(site);
      default:
        return element ? this.readList(site) : this.readScalar(site, field);
    }
  }

  /** What stands in an entry; one that was read alone is only looked at anew when its words are others. */
  private entry(entry: EntryContent, above: Site, schema: z.ZodType, pattern: string, role: Role): Reading {
    const { chunk } = entry;
    const known = chunk && entries.get(chunk);
    if (known?.schema === schema && known.ownAnswers === this.ownAnswers) {
      this.problems.push(...known.problems);
      return known.reading;
    }
    const before = this.problems.length;
    const reading = this.read({ path: [...above.path, entry.key], pattern, schema, node: contentOf(entry), role });
    if (!chunk) return reading;
    const problems = this.problems.slice(before);
    entries.set(chunk, { reading, problems, schema, ownAnswers: this.ownAnswers });
    return reading;
  }

  private standIn(site: Site, node: Extract<Content, { kind: 'map' }>): Reading | undefined {
    for (const key of STAND_IN_KEYS) {
      const entry = node.entries.get(key);
      if (!entry) continue;
      const inner = this.below(site, key, key === 'not_applicable' ? notApplicable : askLater, entry.node, 'member');
      // A stand-in that is no map is spoken of by the waivers rules, not by the format ones.
      const standIn = entry.node.kind === 'map' ? this.read(inner) : new Reading(inner, 'given');
      return new Reading(site, key === 'not_applicable' ? 'not-applicable' : 'ask-later', { standIn });
    }
    return undefined;
  }

  private below({ path, pattern }: Site, key: string, schema: z.ZodType, node: Content, role: Role): Filled {
    return { path: [...path, key], pattern: patternBelow(pattern, key), schema, node, role };
  }

  private readMap(site: Filled, field: Field): Reading {
    const { node, schema, path } = site;
    if (node.kind === 'scalar' && !isNull(node)) {
      const text = node.text.trim();
      if (field.type === 'slots') return new Reading(site, 'given', { sentence: true, text });
      if (field.sentence) {
        const inner = this.below(site, field.sentence, childSchema(schema, field.sentence), node, 'field');
        const fields = new Map([[field.sentence, this.read({ ...inner, path })]]);
        return new Reading(site, 'given', { sentence: true, text, fields });
      }
    }
    if (node.kind !== 'map') return isNull(node) ? new Reading(site, 'given') : this.wrong(site, field);
    const { children } = rowOf(schema);
    const role = field.type === 'slots' ? 'slot' : 'field';
    const fields = new Map<string, Reading>();
    const mistyped: string[] = [];
    for (const [key, entry] of node.entries) {
      const isSwitch = entry.plainKey && isSwitchWord(key);
      if (isSwitch && !entry.merged) this.problems.push({ code: 'switch-word-key', at: [...path, key], key });
      if (key === 'notes') continue;
      if (key.startsWith('x-')) {
        const pattern = `${site.pattern}${site.pattern && '.'}${key}`;
        if (this.ownAnswers.has(pattern)) fields.set(key, this.entry(entry, site, ownAnswer, pattern, 'field'));
        continue;
      }
      const child = children.get(key);
      if (!child) {
        if (!isSwitch) this.problems.push({ code: 'unknown-key', at: [...path, key], key, ...namesOf(children) });
        mistyped.push(key);
        continue;
      }
      // A default is read as the field of an item that it supplies.
      const isDefault = site.pattern === 'defaults';
      const pattern = isDefault ? `${sectionPath(key).join('.')}.*` : patternBelow(site.pattern, key);
      fields.set(key, this.entry(entry, site, child, pattern, role));
    }
    // A field under a mistyped key was meant to be there: what is wrong with it is told once, at the key.
    for (const key of mistyped) {
      const meant = nearest(key, children.keys());
      if (meant === undefined || fields.has(meant)) continue;
      const missing = this.below(site, meant, childSchema(schema, meant), node, 'field');
      fields.set(meant, new Reading({ ...missing, node: undefined }, 'wrong'));
    }
    const isNothing = site.role !== 'member' && site.role !== 'lone' && fields.size === countBlank(fields);
    return new Reading(site, isNothing ? 'blank' : 'given', { fields });
  }

  private readItems(site: Filled): Reading {
    const { node, schema, path } = site;
    if (node.kind !== 'map') return this.wrong(site, fieldOf(schema));
    const item = childSchema(schema, '*');
    const pattern = patternBelow(site.pattern, '*');
    // The keys of conditions are free: nothing refers to them.
    const named = fieldOf(item).type === 'map';
    const fields = new Map<string, Reading>();
    for (const [key, entry] of node.entries) {
      if (RESERVED.has(key)) continue;
      if (entry.plainKey && !entry.merged && isSwitchWord(key))
        this.problems.push({ code: 'switch-word-key', at: [...path, key], key });
      else if (named && !ID.test(key)) this.problems.push({ code: 'bad-id', at: [...path, key], key });
      fields.set(key, this.entry(entry, site, item, pattern, 'member'));
    }
    return new Reading(site, 'given', { fields });
  }

  private readList(site: Filled): Reading {
    const { node, path } = site;
    const schema = rowOf(site.schema).element!;
    const pattern = fieldOf(schema).type === 'map' ? patternOfEach(site.pattern) : site.pattern;
    // One value counts as a list of one and keeps the path at which it stands.
    if (node.kind !== 'list') {
      const lone = this.read({ path, pattern, schema, node, role: 'lone' });
      return lone.state === 'wrong' ? new Reading(site, 'wrong') : new Reading(site, 'given', { elements: [lone] });
    }
    const elements = node.items.map((item, i) =>
      this.read({ path: [...path, i], pattern, schema, node: item, role: 'member' }),
    );
    return new Reading(site, 'given', { elements });
  }

  private readScalar(site: Filled, field: Field): Reading {
    const { node, schema, path } = site;
    if (node.kind !== 'scalar') return this.wrong(site, field);
    const text = node.text.trim();
    switch (field.type) {
      case 'flag-or-date':
      case 'date': {
        const isFlag = field.type === 'flag-or-date' && typeof node.value === 'boolean';
        if (isFlag) return new Reading(site, 'given', { value: node.value!, text });
        const day = parseDay(text);
        // A time part is left out, so that days compare as texts.
        if (day) return new Reading(site, 'given', { value: day, text: day });
        if (field.type === 'flag-or-date' && switchOf(text) !== undefined) return this.wrong(site, field);
        this.problems.push({ code: 'bad-date', at: path, text });
        return new Reading(site, 'wrong');
      }
      case 'choice': {
        const chosen = rowOf(schema).choices.get(squeeze(text));
        if (chosen !== undefined) return new Reading(site, 'given', { value: chosen, text: chosen });
        const choices = (schema as z.ZodEnum).options as readonly string[];
        this.problems.push({ code: 'bad-choice', at: path, text, choices });
        return new Reading(site, 'wrong');
      }
      case 'flag':
      case 'number':
        if (!schema.safeParse(node.value).success) return this.wrong(site, field);
        return new Reading(site, 'given', { value: node.value!, text });
      case 'version':
        return new Reading(site, 'given', { value: node.value ?? text, text });
      default:
        return new Reading(site, 'given', { value: text, text });
    }
  }

  private wrong(site: Filled, field: Field): Reading {
    const found = {
      found: site.node,
      inItems: field.type === 'items',
      isItem: site.pattern.endsWith('.*'),
      asList: site.role === 'lone',
    };
    this.problems.push({ code: 'wrong-type', at: site.path, field, ...found });
    return new Reading(site, 'wrong');
  }
}

/** What was read in entries that stand alone. */
const entries = new WeakMap<
  object,
  {
    readonly reading: Reading;
    readonly problems: readonly FormatProblem[];
    readonly schema: z.ZodType;
    readonly ownAnswers: ReadonlySet<string>;
  }
>();

const STAND_IN_KEYS = ['not_applicable', 'ask_later'] as const;

/** The keys of a map, and those under which a plain sentence may stand. */
function namesOf(children: ReadonlyMap<string, z.ZodType>): { known: string[]; inWords: string[] } {
  const known = [...children.keys()];
  return { known, inWords: known.filter((key) => takesWords(children.get(key)!)) };
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

const isNull = (node: Content): boolean => node.kind === 'scalar' && node.value === null;

/** Null, white space, a placeholder, or an empty map. */
function isBlank(node: Content): boolean {
  if (node.kind === 'scalar') return node.value === null || node.text.trim() === '' || isPlaceholder(node.text);
  return node.kind === 'map' && node.entries.size === 0;
}

/** How many of a map's fields say nothing: blank, or a list without elements. */
function countBlank(fields: ReadonlyMap<string, Reading>): number {
  let blank = 0;
  for (const field of fields.values()) {
    if (field.state === 'blank' || (field.given && field.node?.kind === 'list' && field.elements.length === 0)) blank++;
  }
  return blank;
}
