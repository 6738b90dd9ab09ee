import type * as z from 'zod';
import { nearest } from './formats/nearest.ts';
import { conditionShape, type OwnRule, ownRuleSchema } from './own-rule.ts';
import { rules } from './rules/index.ts';
import { names } from './rules/wordings.ts';
import { type Settings, settingsSchema } from './settings.ts';
import type { DocumentModel, Stream } from './yaml/document.ts';
import type { Path, Place, Span, TextProblem, YamlNode } from './yaml/node.ts';

/** The project's settings file, at the root of the work. */
export const CONFIG_FILE = 'worksec.config.yaml';

/** Something in the settings file that cannot be used. */
export interface ConfigProblem {
  readonly span: Span;
  readonly message: string;
}

export interface Config {
  /** What the file sets; everything it does not set, or sets wrongly, is left to the defaults. */
  readonly settings: Partial<Settings>;
  readonly problems: readonly ConfigProblem[];
}

/** Reads the settings file. Never throws: what cannot be used is told with its place and left out. */
export function readConfig(stream: Stream): Config {
  const [document, second] = stream.documents;
  const textProblems = [...stream.problems, ...(document?.problems ?? [])];
  const problems = textProblems.map(
    (problem): ConfigProblem => ({ span: problem, message: textMessage(problem, stream) }),
  );
  if (second)
    problems.push({ span: startOf(second), message: 'Settings are one document; nothing reads what follows.' });
  const unreadable = textProblems.some(({ code }) => code !== 'duplicate-key');
  if (!document?.root || unreadable) return { settings: {}, problems };
  const value = toPlain(document.root);
  if (value === null) return { settings: {}, problems };
  if (!isMap(value)) {
    const span = document.span({ at: [] });
    return { settings: {}, problems: [...problems, { span, message: 'Settings are a map of names and values.' }] };
  }
  const read = new SettingsReader(document).read(value);
  return { ...read, problems: [...problems, ...read.problems].sort((a, b) => a.span.start - b.span.start) };
}

function textMessage(problem: TextProblem, { lines }: Stream): string {
  switch (problem.code) {
    case 'syntax':
      return `This cannot be read as YAML: ${problem.reason}.`;
    case 'duplicate-key':
      return `“${problem.key}” is already given in line ${lines.position(problem.first.start).line + 1}, and that one holds.`;
    case 'too-large':
      return 'This file is too large for settings.';
    case 'alias-limit':
      return 'The aliases in this file repeat too much to be followed.';
    case 'depth-limit':
      return 'This is nested too deeply for settings.';
  }
}

/** The first line of a document. */
function startOf({ extent, stream }: DocumentModel): Span {
  const { line } = stream.lines.position(extent.start);
  return { start: extent.start, end: Math.min(extent.end, stream.lines.end(line)) };
}

type PlainMap = Readonly<Record<string, unknown>>;

const isMap = (value: unknown): value is PlainMap =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads what stands in the file piece by piece, so that a bad piece takes no good one with it. */
class SettingsReader {
  private readonly settings: Record<string, unknown> = {};
  private readonly problems: ConfigProblem[] = [];

  constructor(private readonly document: DocumentModel) {}

  read(value: PlainMap): Config {
    const { shape } = settingsSchema;
    for (const [key, given] of Object.entries(value)) {
      if (!Object.hasOwn(shape, key)) this.problems.push(unknownKey(key, [key], Object.keys(shape), this.document));
      // A name with nothing behind it sets nothing.
      else if (given === null) continue;
      else if (key === 'rules' && Array.isArray(given)) this.settings.rules = this.rules(given);
      else if (key !== 'severity' || !isMap(given))
        this.accept<unknown>(shape[key as keyof typeof shape], given, [key], (read) => {
          this.settings[key] = read;
        });
    }
    if (isMap(value.severity)) this.settings.severity = this.severities(value.severity, value.rules);
    return { settings: this.settings as Partial<Settings>, problems: this.problems };
  }

  private accept<T>(schema: z.ZodType<T>, given: unknown, at: Path, use: (read: T) => void): void {
    const strange = [...protoKeys(given, at)];
    for (const path of strange) this.problems.push(unknownKey('__proto__', path, [], this.document));
    const parsed = schema.safeParse(given);
    this.problems.push(...toldAll(parsed.error?.issues ?? [], at, this.document));
    if (parsed.success && strange.length === 0) use(parsed.data);
  }

  /** The definitions that can be used; of two with one name the first. */
  private rules(given: readonly unknown[]): OwnRule[] {
    const usable = new Map<string, OwnRule>();
    given.forEach((definition, i) => {
      this.accept(ownRuleSchema, definition, ['rules', i], (rule) => {
        if (!usable.has(rule.id)) usable.set(rule.id, rule);
        else this.tell({ at: ['rules', i, 'id'] }, `Another rule is called “${rule.id}” already.`);
      });
    });
    return [...usable.values()];
  }

  private severities(given: PlainMap, own: unknown): Settings['severity'] {
    const levels: Settings['severity'] = {};
    // A rule of one's own that cannot be used is told of once, where it is defined.
    const defined = Array.isArray(own) ? own.map((rule: unknown) => (isMap(rule) ? String(rule.id) : '')) : [];
    const ids = [...rules.map(({ id }) => id), ...defined.filter((id) => id.startsWith('own/'))];
    const groups = new Set(ids.map((id) => id.split('/')[0]!));
    for (const [name, level] of Object.entries(given)) {
      const at = ['severity', name];
      const known = ids.includes(name) || groups.has(name.replace(/\/\*?$/, ''));
      if (!known) {
        const near = nearest(name, [...ids, ...groups]);
        this.tell(
          { at, part: 'key' },
          `No rule and no group of rules is called “${name}”.${near ? ` Did you mean ${near}?` : ''}`,
        );
      }
      if (level !== null)
        this.accept(settingsSchema.shape.severity.unwrap().valueType, level, at, (read) => {
          if (known) levels[name] = read;
        });
    }
    return levels;
  }

  private tell(place: Place, message: string): void {
    this.problems.push({ span: this.document.span(place), message });
  }
}

/** Keys called `__proto__`, wherever they lie: to a program that reads maps as objects they would be no data. */
function* protoKeys(given: unknown, at: Path): Generator<Path> {
  if (typeof given !== 'object' || given === null) return;
  for (const [key, inner] of Object.entries(given)) {
    const path = [...at, Array.isArray(given) ? Number(key) : key];
    if (key === '__proto__') yield path;
    else yield* protoKeys(inner, path);
  }
}

function unknownKey(key: string, at: Path, known: readonly string[], document: DocumentModel): ConfigProblem {
  const near = nearest(key, known);
  return {
    span: document.span({ at, part: 'key' }),
    message: `“${key}” is not known here, so nothing reads it.${near ? ` Did you mean ${near}?` : ''}`,
  };
}

/** What zod found, in plain words: what is missing in one sentence, everything else at its place. */
function toldAll(issues: readonly z.core.$ZodIssue[], above: Path, document: DocumentModel): ConfigProblem[] {
  const pathOf = (issue: z.core.$ZodIssue): Path => [...above, ...(issue.path as Path)];
  const missing = issues.filter((issue) => !document.node(pathOf(issue)));
  const shapeless = issues.filter(({ code }) => code !== 'custom').map(({ path }) => path.join('.'));
  const others = issues.filter(
    (issue) => !missing.includes(issue) && !(issue.code === 'custom' && shapeless.includes(issue.path.join('.'))),
  );
  const problems = others.flatMap((issue) => told(issue, pathOf(issue), document));
  if (missing.length === 0) return problems;
  const parts = names(
    missing.map((issue) => String(issue.path.at(-1))),
    missing.length,
  );
  const title = document.node([...above, 'id']) ? [...above, 'id'] : above;
  return [
    { span: document.span({ at: title }), message: `${parts} ${missing.length === 1 ? 'is' : 'are'} missing here.` },
    ...problems,
  ];
}

function told(issue: z.core.$ZodIssue, at: Path, document: DocumentModel): ConfigProblem[] {
  if (issue.code === 'unrecognized_keys') {
    const known = Object.keys(at.includes('where') ? conditionShape : ownRuleSchema.shape);
    return issue.keys.filter((key) => key !== '__proto__').map((key) => unknownKey(key, [...at, key], known, document));
  }
  const node = document.node(at);
  // Of a condition that is a map, what is wrong with the map.
  if (issue.code === 'invalid_union' && node?.kind === 'map')
    return (issue.errors.at(-1) ?? []).flatMap((inner) => told(inner, [...at, ...(inner.path as Path)], document));
  if (issue.code === 'custom')
    return [{ span: document.span({ at, part: issue.params?.part ?? 'value' }), message: issue.message }];
  const given = node?.kind === 'scalar' ? node.text : undefined;
  return [{ span: document.span({ at }), message: wordsOf(issue, subjectOf(at), given) }];
}

/** What a message is about: the name of a setting or field, or an entry of a list. */
function subjectOf(at: Path): string {
  const name = String(at.findLast((step) => typeof step === 'string') ?? '');
  return typeof at.at(-1) === 'number' ? `An entry of ${name}` : name;
}

const EXPECTED: Readonly<Record<string, string>> = {
  number: 'a number',
  int: 'a whole number',
  string: 'a text',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map of names and values',
  record: 'a map of names and values',
};

function wordsOf(issue: z.core.$ZodIssue, subject: string, given: string | undefined): string {
  switch (issue.code) {
    case 'invalid_type':
      return `${subject} takes ${EXPECTED[issue.expected] ?? 'another value'}.`;
    case 'invalid_value': {
      const choices = issue.values.map(String);
      const near = given && nearest(given, choices);
      const not = given === undefined ? '' : `, not “${given}”`;
      return `${subject} takes one of ${choices.join(', ')}${not}.${near ? ` Did you mean ${near}?` : ''}`;
    }
    case 'too_small':
      return `${subject} takes ${issue.origin === 'string' ? 'some text' : `${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}`}.`;
    case 'too_big':
      return `${subject} takes at most ${issue.maximum}${issue.origin === 'string' ? ' letters' : ''}.`;
    case 'invalid_format':
      return `${subject} ${issue.message}.`;
    case 'invalid_union':
      return `${subject} takes a word, or a map with equals, in or present.`;
    default:
      return issue.message;
  }
}

/** A tree as plain values, for schemas that read those. Maps have no prototype, so that keys are only data. */
function toPlain(node: YamlNode): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(toPlain);
  const plain = Object.create(null) as Record<string, unknown>;
  for (const [key, entry] of node.entries) plain[key] = toPlain(entry.node);
  return plain;
}
