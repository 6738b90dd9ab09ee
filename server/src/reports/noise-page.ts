import { type CheckedFile, checkFile } from '../check/check.ts';
import type { Reading } from '../formats/reading.ts';
import type { Severity } from '../rules/rule.ts';
import { ruleSetFor } from '../rules/rule-set.ts';
import { defaultSettings } from '../settings.ts';
import type { Content, Path } from '../yaml/node.ts';
import { parseStream } from '../yaml/parse.ts';
import { EXAMPLE_DAY } from './rule-page.ts';

/** A sample in one of the states in which people leave a file. */
export interface Draft {
  readonly state: 'as it is' | 'bare' | 'classified' | 'half done';
  readonly text: string;
  readonly checked: CheckedFile;
}

type Texts = Readonly<Record<string, string>>;

/**
 * How much is said, as a page: every sample as it is, cut down to ids and references, and with half of its answers
 * taken out. Samples are given by file name; links lead from one to the other.
 */
export function noisePage(samples: Texts): string {
  const rows = Object.keys(samples).flatMap((file) =>
    draftsOf(file, samples).map((draft, i) => row(i === 0 ? `\`${file}\`` : '', draft)),
  );
  return `${[
    '# How much is said',
    `Somebody who opens a file should see as many findings as can be dealt with, and none that say the same. This page counts them for every sample, read as on ${EXAMPLE_DAY}.`,
    'Read it from row to row. *As it is* is the file that lies in `samples/`. *Bare* is the same work with nothing but its items and how they hang together, as after a first hour: there should be a handful of findings, of which one asks how bad it would be if something leaked. *Classified* adds the classes (how sensitive, about whom, of what sort) and nothing else: now the questions come that sensitive information raises, rolled up to one for each rule and section, so that they still fit one page. *Half done* is the file without every second of its answers: sections that somebody has begun no longer roll up, so there are more findings, each at the place that is still open. *Places* counts the items behind the findings; the gap between the two columns is what rolling up saves. Lines are those that hold something other than a comment; what is cut down is written with one entry a line.',
    [
      `| sample | state | lines | ${LEVELS.map(([, name]) => name).join(' | ')} | findings | places | findings in 100 lines |`,
      `| --- | --- | ${Array.from({ length: LEVELS.length + 4 }, () => '--:').join(' | ')} |`,
      ...rows,
    ].join('\n'),
  ].join('\n\n')}\n`;
}

const LEVELS: readonly (readonly [Severity, string])[] = [
  ['error', 'errors'],
  ['warning', 'warnings'],
  ['information', 'informations'],
  ['hint', 'hints'],
];

function row(sample: string, { state, text, checked: { findings } }: Draft): string {
  const lines = text.split('\n').filter((line) => /^\s*[^\s#]/.test(line)).length;
  const places = findings.reduce((sum, { items }) => sum + (items?.length ?? 1), 0);
  const levels = LEVELS.map(([level]) => findings.filter(({ severity }) => severity === level).length);
  const cells = [lines, ...levels, findings.length, places, ((findings.length / lines) * 100).toFixed(1)];
  return `| ${[sample, state, ...cells].join(' | ')} |`;
}

/** A sample in each of its states, checked. */
export function draftsOf(file: string, samples: Texts): Draft[] {
  const check = (text: string): CheckedFile =>
    checkFile({
      file,
      stream: parseStream(text),
      today: EXAMPLE_DAY,
      settings: defaultSettings,
      open: (link) => (Object.hasOwn(samples, link) ? { file: link, stream: parseStream(samples[link]!) } : undefined),
    });
  const whole = check(samples[file]!);
  const root = whole.documents[0]?.model?.root as Reading | undefined;
  const draft = (state: Draft['state'], text: string, checked = check(text)): Draft => ({ state, text, checked });
  if (!root?.node) return [draft('as it is', samples[file]!, whole)];
  const value = plain(root.node);
  return [
    draft('as it is', samples[file]!, whole),
    draft('bare', printed(bare(value, REFERENCES))),
    draft('classified', printed(bare(value, new Set([...REFERENCES, ...CLASSES])))),
    draft('half done', printed(without(value, everySecond(answersIn(root))))),
  ];
}

/** Fields that say how the items hang together, and none that answers a question about security. */
const REFERENCES: ReadonlySet<string> = new Set([
  'performed_by',
  'uses',
  'creates',
  'produces',
  'with',
  'receives',
  'sees',
  'contains',
  'stored_in',
  'hosts',
  'covers',
  'addresses',
]);

const CLASSES: readonly string[] = ['sensitivity', 'personal_data', 'type', 'category'];

type Value = string | ValueMap | readonly Value[];
interface ValueMap {
  readonly [key: string]: Value;
}

const isMap = (value: Value | undefined): value is ValueMap => typeof value === 'object' && !Array.isArray(value);

/** A tree as plain values, aliases and merge keys followed. Scalars stay what they are in JSON, which YAML reads too. */
function plain(node: Content): Value {
  if (node.kind === 'scalar') return JSON.stringify(typeof node.value === 'string' ? node.text : node.value);
  if (node.kind === 'list') return node.items.map(plain);
  return Object.fromEntries([...node.entries].map(([key, entry]) => [key, plain(entry.node)]));
}

/** A document with nothing but its head, its items and phases, and the fields of them that are to be kept. */
function bare(value: Value, keep: ReadonlySet<string>): Value {
  if (!isMap(value)) return value;
  const fieldsOf = (item: Value): Value =>
    isMap(item) ? Object.fromEntries(Object.entries(item).filter(([key]) => keep.has(key))) : 'null';
  const inside = (items: Value | undefined): ValueMap | undefined =>
    isMap(items)
      ? Object.fromEntries(Object.entries(items).map(([id, item]) => [id, fieldsOf(item)] as const))
      : undefined;
  const result: Record<string, Value> = {};
  for (const [key, part] of Object.entries(value)) {
    if (HEAD.has(key)) result[key] = part;
    else if (SECTIONS.has(key)) result[key] = inside(part) ?? 'null';
  }
  const { environment, phases } = value;
  const policies = isMap(environment) ? inside(environment.policies) : undefined;
  if (policies) result.environment = { policies };
  if (isMap(phases)) result.phases = inside(phases)!;
  return result;
}

const HEAD: ReadonlySet<string> = new Set([
  'kind',
  'format',
  'title',
  'id',
  'state',
  'work_system',
  'information_touched',
]);

const SECTIONS: ReadonlySet<string> = new Set([
  'customers',
  'products',
  'activities',
  'participants',
  'information',
  'technologies',
  'infrastructure',
  'controls',
  'requirements',
  'stakeholders',
  'risks',
]);

/** The paths of all answers that are written in a document: fields some rule asks for, and security answers. */
function answersIn(root: Reading): Path[] {
  const { asked } = ruleSetFor(defaultSettings);
  const found: Path[] = [];
  const look = (reading: Reading): void => {
    if (reading.suppliedBy || reading.pattern === 'waivers') return;
    if (reading.path.length > 0 && (reading.answer || asked.has(reading.pattern))) found.push(reading.path);
    else for (const part of [...reading.fields.values(), ...reading.elements]) look(part);
  };
  look(root);
  return found;
}

const everySecond = (paths: readonly Path[]): Path[] => paths.filter((_path, i) => i % 2 === 1);

function without(value: Value, paths: readonly Path[], at: Path = []): Value {
  const gone = new Set(paths.map((path) => path.join('.')));
  const cut = (held: Value, path: Path): Value => {
    if (Array.isArray(held)) return held.map((each, i) => cut(each as Value, [...path, i]));
    if (!isMap(held)) return held;
    return Object.fromEntries(
      Object.entries(held)
        .filter(([key]) => !gone.has([...path, key].join('.')))
        .map(([key, each]) => [key, cut(each, [...path, key])]),
    );
  };
  return cut(value, at);
}

/** Plain values as YAML, an entry a line, as people write it; a list of words stands on one line. */
function printed(value: Value, indent = ''): string {
  if (Array.isArray(value)) {
    if (value.length === 0 || value.every((each) => typeof each === 'string'))
      return `${indent}[${value.join(', ')}]\n`;
    return value.map((each) => `${indent}- ${printed(each as Value, `${indent}  `).trimStart()}`).join('');
  }
  if (!isMap(value)) return `${indent}${String(value)}\n`;
  const entries = Object.entries(value);
  if (entries.length === 0) return `${indent}{}\n`;
  return entries
    .map(([key, held]) => {
      const told = printed(held, `${indent}  `);
      const onOneLine = told.indexOf('\n') === told.length - 1 && !isMap(held);
      return `${indent}${JSON.stringify(key)}:${onOneLine ? ` ${told.trimStart()}` : `\n${told}`}`;
    })
    .join('');
}
