import { type Field, ID, RESERVED } from '../formats/field.ts';
import { switchOf } from '../formats/read.ts';
import type { Content, ListNode, Path } from '../yaml/node.ts';
import { complete, decision, setAt } from './fixes.ts';
import { shapeRule, subject } from './format-problem.ts';
import { valueAt } from './places.ts';
import type { Fix, Manuscript } from './rule.ts';

export const wrongType = shapeRule(
  'wrong-type',
  {
    id: 'format/wrong-type',
    severity: 'error',
    core: true,
    title: 'Value has the wrong shape',
    speaks:
      'A value has a shape its field does not take, such as a list where a text is asked. One value where a list is asked is fine. The other rules take the value as not there.',
  },
  ({ at, field, found, inItems, isItem, asList }, manuscript) => ({
    place: valueAt(at),
    message: `${subject(at, isItem)} takes ${asList ? expectedList(field) : expected(field)}, not ${shapeOf(found, field)}.`,
    fixes: [...(inItems ? asMap(at, found, manuscript) : []), ...asSwitch(at, field, found)],
  }),
);

function expected(field: Field): string {
  switch (field.type) {
    case 'items':
      return 'a map with an id for each entry';
    case 'map':
    case 'stand-in':
      return field.sentence ? 'a sentence or a map of fields' : 'a map of fields';
    case 'slots':
      return 'a sentence or a map of fields';
    case 'number':
      return 'a number from 0 up';
    case 'flag':
      return 'true or false';
    case 'flag-or-date':
      return 'true, false or a date';
    case 'date':
      return 'a date';
    case 'choice':
      return 'one word';
    case 'id':
      return 'one id';
    default:
      return 'one text';
  }
}

/** What a list takes, by the field of its elements. */
function expectedList(field: Field): string {
  switch (field.type) {
    case 'id':
      return 'a list of ids';
    case 'ids-or-text':
      return 'a list of ids or words';
    case 'who':
      return 'a list of posts or groups';
    case 'choice':
      return 'a list of words';
    case 'map':
      return field.sentence ? 'a list of sentences or maps of fields' : 'a list of maps of fields';
    default:
      return 'a list of texts';
  }
}

function shapeOf(found: Content, field: Field): string {
  if (found.kind === 'list') return 'a list';
  if (found.kind === 'map') return 'a map';
  if (found.value === null) return 'nothing';
  if (typeof found.value === 'number') return field.type === 'number' ? found.text : 'a number';
  return typeof found.value === 'boolean' ? found.text : 'text';
}

/**
 * A sequence of items with `id`, or of plain ids, says the same as a map with these ids as keys. Comments go above the
 * item they are about, which is not quite where a person put them.
 */
function asMap(at: Path, found: Content, manuscript: Manuscript): Fix[] {
  if (found.kind !== 'list' || found.items.length === 0) return [];
  const map: Record<string, unknown> = {};
  for (const item of found.items) {
    const [id, fields] = identified(item);
    if (id === undefined || !ID.test(id) || RESERVED.has(id) || Object.hasOwn(map, id)) return [];
    map[id] = fields;
  }
  const list = manuscript.document?.node(at);
  const remarks = list?.kind !== 'list' || list.flow ? [] : commentsOn(list, manuscript);
  const items = Object.entries(map).map(([id, fields], i) => setAt([...at, id], fields, remarks[i]));
  const patches = remarks.some(Boolean) ? [setAt(at, null), ...items] : [setAt(at, map)];
  return [decision('Turn the list into a map with the ids as keys', ...patches)];
}

/** The comments inside a list, for each of its elements: those in it, behind it and above it. */
function commentsOn(list: ListNode, { stream }: Manuscript): (string | undefined)[] {
  const { items, start } = list;
  const end = stream.lines.end(stream.lines.position(list.end).line);
  const told = items.map((): string[] => []);
  for (const comment of stream.comments()) {
    if (comment.start < start || comment.start > end) continue;
    const line = stream.lines.start(stream.lines.position(comment.start).line);
    const isAlone = stream.text.slice(line, comment.start).trim() === '';
    const about = isAlone
      ? items.findIndex((item) => comment.start < item.end)
      : items.findLastIndex((item) => item.start <= comment.start);
    told[about]?.push(comment.text.replace(/^# ?/, '').trimEnd());
  }
  return told.map((lines) => (lines.length > 0 ? lines.join('\n') : undefined));
}

/** `yes` and `off` are what people write for true and false. */
function asSwitch(at: Path, { type }: Field, found: Content): Fix[] {
  const meant = found.kind === 'scalar' && ['flag', 'flag-or-date'].includes(type) ? switchOf(found.text) : undefined;
  return meant === undefined ? [] : [complete(`Replace with ${meant}`, setAt(at, meant))];
}

function identified(item: Content): [id: string | undefined, fields: unknown] {
  if (item.kind === 'scalar') return [item.text, null];
  const id = item.kind === 'map' ? item.entries.get('id')?.node : undefined;
  if (item.kind !== 'map' || id?.kind !== 'scalar') return [undefined, null];
  const rest = [...item.entries.values()].filter(({ key }) => key !== 'id');
  const fields = Object.fromEntries(rest.map(({ key, node }) => [key, plain(node)]));
  return [id.text, rest.length > 0 ? fields : null];
}

/** A node as a plain value; text that YAML would take for something shorter stays as it is written. */
function plain(node: Content): unknown {
  if (node.kind === 'list') return node.items.map(plain);
  if (node.kind === 'map')
    return Object.fromEntries([...node.entries.values()].map(({ key, node: inner }) => [key, plain(inner)]));
  return typeof node.value === 'number' && String(node.value) !== node.text ? node.text : node.value;
}
