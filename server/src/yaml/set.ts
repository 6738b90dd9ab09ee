import { addToFlow, flowEntryEdits } from './flow.ts';
import type { ListNode, MapNode, Path, ScalarNode, TextEdit, YamlNode } from './node.ts';
import type { Page } from './page.ts';
import { commentLines, elementLines, entryLines, flowElement, flowEntry, isInline } from './render.ts';
import { headOf, valueStart, writeValue } from './value.ts';
import type { Step, Way } from './way.ts';

/** What is to be added, and how. */
export interface Addition {
  readonly value: unknown;
  readonly comment: string | undefined;
  readonly sentenceField: string;
}

/** The edits of a `set`; undefined where the text does not allow it. */
export function setEdits(page: Page, way: Way, addition: Addition): TextEdit[] | undefined {
  if (way.rest.length === 0) return writeValue(page, way.last, addition.value);
  return addBelow(page, way.last, way.rest, addition);
}

/** The edits of an `append`; undefined where the text does not allow it. */
export function appendEdits(page: Page, way: Way, addition: Addition): TextEdit[] | undefined {
  const list = { ...addition, value: [addition.value] };
  if (way.rest.length > 0) return addBelow(page, way.last, way.rest, list);
  const { node } = way.last;
  if (node.kind === 'list') return addElement(page, node, way.last.inFlow, addition);
  if (isEmptySlot(node)) return writeValue(page, way.last, list.value);
  return node.kind === 'scalar'
    ? listFromScalar(page, way.last, node, addition)
    : listFromMap(page, way.last, node, addition);
}

function isEmptySlot(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.value === null;
}

/** Puts `value` at a path that begins below a node. */
function addBelow(page: Page, step: Step, rest: Path, addition: Addition): TextEdit[] | undefined {
  const { node } = step;
  const [key, ...deeper] = rest;
  const value = nested(deeper, addition.value);
  if (node.kind === 'map')
    return typeof key === 'string' ? addEntry(page, node, step.inFlow, key, { ...addition, value }) : undefined;
  if (node.kind === 'list')
    return key === node.items.length ? addElement(page, node, step.inFlow, { ...addition, value }) : undefined;
  if (isEmptySlot(node)) return writeValue(page, step, nested(rest, addition.value), addition.comment);
  return typeof key === 'string' ? mapFromSentence(page, step, node, key, { ...addition, value }) : undefined;
}

/** The value with the maps (and lists of one) around it that the path asks for. */
function nested(path: Path, value: unknown): unknown {
  return path.reduceRight<unknown>((inner, key) => (typeof key === 'number' ? [inner] : { [key]: inner }), value);
}

function addEntry(page: Page, map: MapNode, inFlow: boolean, key: string, addition: Addition): TextEdit[] | undefined {
  if (inFlow || map.flow) return flowEntryEdits(page, map, flowEntry(key, addition.value), addition.comment);
  const column = page.blockColumn(map);
  if (endsInBareKey(page, map, column)) return undefined;
  const end = page.blockEnd(map, column);
  const lines = [...commentLines(addition.comment), ...entryLines(key, addition.value, page.style(map))];
  return [{ start: end, end, newText: page.below(end, lines, column) }];
}

/** True when the last entry is a key after `?` with no value: what its text ends in cannot be told apart. */
function endsInBareKey(page: Page, map: MapNode, column: number): boolean {
  const last = [...map.entries.values()].findLast((entry) => !entry.merged);
  if (!last || last.node.start < last.node.end || page.colonEnd(last.keySpan.end) === last.node.start) return false;
  return page.text.slice(page.lineStart(last.keySpan.start) + column).startsWith('?');
}

function addElement(page: Page, list: ListNode, inFlow: boolean, addition: Addition): TextEdit[] | undefined {
  if (inFlow || list.flow) return addToFlow(page, list, flowElement(addition.value), addition.comment);
  const column = page.column(list.start);
  const end = page.blockEnd(list, column);
  const lines = [...commentLines(addition.comment), ...elementLines(addition.value, page.style(undefined))];
  return [{ start: end, end, newText: page.below(end, lines, column) }];
}

/** `assess: Handlers decide` becomes a map whose sentence field holds the sentence as it was written. */
function mapFromSentence(
  page: Page,
  step: Step,
  node: ScalarNode,
  key: string,
  addition: Addition,
): TextEdit[] | undefined {
  const { sentenceField, value, comment } = addition;
  if (key === sentenceField)
    return writeValue(page, step, isInline(value) && !Array.isArray(value) ? value : { [key]: value });
  if (!step.holder) return undefined;
  const start = valueStart(page, step);
  if (step.inFlow) {
    return [
      { start, end: start, newText: `{ ${flowEntry(sentenceField, null)} ` },
      { start: node.end, end: node.end, newText: `, ${flowEntry(key, value)} }` },
    ];
  }
  const style = page.style(step.holder.kind === 'map' ? step.holder.map : undefined);
  const moved = moveBelow(page, step, start, style.width, entryLines(sentenceField, null, style)[0] ?? '');
  const end = page.blockEnd(node, moved.column);
  const lines = [...commentLines(comment), ...entryLines(key, value, style)];
  return [
    ...moved.edits,
    ...page.shifted(node, moved.by),
    { start: end, end, newText: page.below(end, lines, moved.column) },
  ];
}

/** Writes `before` in front of a value; one that stands behind its key goes to a line of its own for that. */
function moveBelow(
  page: Page,
  step: Step,
  start: number,
  width: number,
  before: string,
): { edits: TextEdit[]; column: number; by: number } {
  const head = headOf(page, step);
  const behindKey = step.holder?.kind === 'map' && page.lineOf(head.end) === page.lineOf(start);
  if (!behindKey) {
    const column = page.column(start);
    return { edits: [{ start, end: start, newText: `${before} ` }], column, by: column - head.column };
  }
  const column = head.column + width;
  const newText = `${page.below(head.end, [before], column)} `;
  return { edits: [{ start: head.end, end: start, newText }], column, by: width };
}

/** A single value becomes the first element of a list: `[a, b]` where it can, else lines with dashes. */
function listFromScalar(page: Page, step: Step, node: ScalarNode, addition: Addition): TextEdit[] | undefined {
  const start = valueStart(page, step);
  const source = page.text.slice(node.start, node.end);
  const oneLine = !/[\r\n]/.test(source) && !/^[|>]/.test(source) && !(node.plain && /[,[\]{}]/.test(source));
  if (step.inFlow || (oneLine && isInline(addition.value))) {
    const added = `, ${flowElement(addition.value)}]`;
    return [
      { start, end: start, newText: '[' },
      { start: node.end, end: node.end, newText: added },
    ];
  }
  if (!step.holder) return undefined;
  const style = page.style(step.holder.kind === 'map' ? step.holder.map : undefined);
  const moved = moveBelow(page, step, start, style.dash, '-');
  const end = page.blockEnd(node, moved.column + 1);
  const lines = [...commentLines(addition.comment), ...elementLines(addition.value, style)];
  return [
    ...moved.edits,
    ...page.shifted(node, moved.by),
    { start: end, end, newText: page.below(end, lines, moved.column) },
  ];
}

/** A single map becomes the first element of a list. */
function listFromMap(page: Page, step: Step, node: MapNode, addition: Addition): TextEdit[] | undefined {
  if (step.inFlow || node.flow) {
    const start = valueStart(page, step);
    return [
      { start, end: start, newText: '[' },
      { start: node.end, end: node.end, newText: `, ${flowElement(addition.value)}]` },
    ];
  }
  if (!step.holder) return undefined;
  const start = page.blockStart(node);
  const column = page.column(start);
  const end = page.blockEnd(node, column);
  const lines = [...commentLines(addition.comment), ...elementLines(addition.value, page.style(undefined))];
  return [
    { start, end: start, newText: '- ' },
    ...page.shifted({ start, end }, 2),
    { start: end, end, newText: page.below(end, lines, column) },
  ];
}
