import type * as z from 'zod';
import { nearest } from './formats/nearest.ts';
import { type OwnRule, ownRuleSchema } from './own-rule.ts';
import { rules } from './rules/index.ts';
import { type Settings, settingsSchema } from './settings.ts';
import type { DocumentModel, Stream } from './yaml/document.ts';
import type { Path, Span, YamlNode } from './yaml/node.ts';

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
  const problems: ConfigProblem[] = [
    ...stream.problems,
    ...stream.documents.flatMap((document) => document.problems),
  ].map((problem) => ({
    span: problem,
    message: problem.code === 'syntax' ? `This cannot be read as YAML: ${problem.reason}.` : 'This cannot be used.',
  }));
  const [document] = stream.documents;
  if (!document?.root || problems.length > 0) return { settings: {}, problems };
  const value = toPlain(document.root);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { settings: {}, problems: [{ span: document.extent, message: 'Settings are a map of names and values.' }] };
  return usable(value as Record<string, unknown>, document);
}

function usable(value: Record<string, unknown>, document: DocumentModel): Config {
  const problems: ConfigProblem[] = [];
  const settings: Record<string, unknown> = {};
  const { shape } = settingsSchema;
  const accept = (schema: z.ZodType, given: unknown, at: Path): z.ZodSafeParseResult<unknown> => {
    const parsed = schema.safeParse(given);
    for (const issue of parsed.error?.issues ?? []) problems.push(...told(issue, at, document));
    return parsed;
  };
  for (const [key, given] of Object.entries(value)) {
    if (!Object.hasOwn(shape, key)) {
      problems.push(unknownKey(key, [key], Object.keys(shape), document));
    } else if (given === null) {
      // A name with nothing behind it sets nothing.
    } else if (key === 'rules' && Array.isArray(given)) {
      settings.rules = given.flatMap((rule, i) => {
        const parsed = accept(ownRuleSchema, rule, ['rules', i]);
        return parsed.success ? [parsed.data as OwnRule] : [];
      });
    } else {
      const parsed = accept(shape[key as keyof typeof shape], given, [key]);
      if (parsed.success) settings[key] = parsed.data;
    }
  }
  const read = settings as Partial<Settings>;
  return {
    settings: read,
    problems: [...problems, ...meaningless(read, document)].sort((a, b) => a.span.start - b.span.start),
  };
}

/** Settings of the right shape that lead nowhere: severities of unknown rules, own rules of the same name. */
function meaningless(settings: Partial<Settings>, document: DocumentModel): ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  const own = settings.rules ?? [];
  const ids = [...rules.map(({ id }) => id), ...own.map(({ id }) => id)];
  const prefixes = new Set(ids.map((id) => id.split('/')[0]!));
  for (const name of Object.keys(settings.severity ?? {})) {
    if (ids.includes(name) || prefixes.has(name.replace(/\/\*?$/, ''))) continue;
    const near = nearest(name, [...ids, ...prefixes]);
    problems.push({
      span: document.span({ at: ['severity', name], part: 'key' }),
      message: `No rule and no group of rules is called “${name}”.${near ? ` Did you mean ${near}?` : ''}`,
    });
  }
  own.forEach(({ id }, i) => {
    if (own.findIndex((other) => other.id === id) === i) return;
    problems.push({
      span: document.span({ at: ['rules', i, 'id'] }),
      message: `Another rule is called “${id}” already.`,
    });
  });
  return problems;
}

function unknownKey(key: string, at: Path, known: readonly string[], document: DocumentModel): ConfigProblem {
  const near = nearest(key, known);
  return {
    span: document.span({ at, part: 'key' }),
    message: `“${key}” is not known here, so nothing reads it.${near ? ` Did you mean ${near}?` : ''}`,
  };
}

/** What zod found, in plain words and at its place. */
function told(issue: z.core.$ZodIssue, above: Path, document: DocumentModel): ConfigProblem[] {
  const at = [...above, ...(issue.path as Path)];
  if (issue.code === 'unrecognized_keys') {
    const known = Object.keys(ownRuleSchema.shape);
    return issue.keys.map((key) => unknownKey(key, [...at, key], known, document));
  }
  const field = String(at.findLast((step) => typeof step === 'string') ?? '');
  return [{ span: document.span({ at }), message: wordsOf(issue, field) }];
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

function wordsOf(issue: z.core.$ZodIssue, field: string): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined && issue.message.includes('undefined')
        ? `${field} is missing.`
        : `${field} takes ${EXPECTED[issue.expected] ?? 'another value'}.`;
    case 'invalid_value':
      return `${field} takes one of ${issue.values.map(String).join(', ')}.`;
    case 'too_small':
      return `${field} takes ${issue.origin === 'string' ? 'some text' : `${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}`}.`;
    case 'too_big':
      return `${field} takes at most ${issue.maximum}${issue.origin === 'string' ? ' letters' : ''}.`;
    case 'invalid_format':
      return `${field} ${issue.message}.`;
    case 'invalid_union':
      return `${field} takes a word, or a map with equals, in or present.`;
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
