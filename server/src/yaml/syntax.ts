import {
  isCollection,
  isNode,
  isPair,
  isScalar,
  type Node,
  type Scalar,
  type YAMLMap,
  type YAMLParseError,
  type YAMLSeq,
} from 'yaml';
import type { Span, TextProblem } from './node.ts';

/** The package's messages in plain words; the first that fits is taken. `$1` is what the pattern caught. */
const words: readonly (readonly [RegExp, string])[] = [
  [/end with a ([\]}])/, 'a closing bracket $1 is missing'],
  [/^Missing closing (["'])quote/, 'a closing quotation mark $1 is missing'],
  [/^Tabs are not allowed as indentation/, 'a tab cannot indent here, use blanks'],
  [/must start at the same column/, 'this line is indented differently from its neighbours'],
  [/^Block scalars with more-indented/, 'a blank line is indented deeper than the text below it'],
  [
    /^Nested mappings are not allowed/,
    'a second “: ” on one line; quote the text or put the inner entry on its own line',
  ],
  [/block sequence may not be used as an implicit map key/, 'a list cannot stand where a key is expected'],
  [/^Implicit keys .*single line/, 'a key must stand on one line; a colon or a closing mark may be missing'],
  [/at most 1024 chars/, 'a key is longer than 1024 characters'],
  [/^Implicit map keys need to be followed/, 'a colon is missing after this key'],
  [/^Missing , between/, 'a comma is missing before this'],
  [/^Missing , or :/, 'a comma or a colon is missing before this'],
  [/^Missing space after :/, 'a blank is missing after the colon'],
  [/^Unexpected , in/, 'nothing stands before this comma'],
  [/^Unexpected empty item/, 'nothing stands between two commas'],
  [/^Block collections are not allowed/, 'entries on lines of their own cannot stand inside brackets'],
  [/^Comments must be separated/, 'a blank is missing before the comment'],
  [/at most one anchor/, 'a value can have one anchor only'],
  [/at most one tag/, 'a value can have one tag only'],
  [/^(?:Tags and anchors|Anchors and tags) must be/, 'an anchor or a tag stands in the wrong place'],
  [/^(?:Alias|Anchor) cannot be an empty string/, 'the name of this anchor or alias is missing'],
  [/^An alias node must not/, 'an alias cannot have an anchor or a tag of its own'],
  [/^Invalid escape sequence (\S+)/, '$1 means nothing inside double quotes; write \\\\ for a backslash'],
  [/^(?:Plain|Block) value cannot start with .*?(\S)$/, 'text that begins with $1 needs quotes'],
  [/^Missing directives-end/, 'a line --- is missing below the directive'],
  [/^Block collection cannot start on same line/, 'the first entry cannot stand on the line of ---'],
  [/^Could not resolve tag/, 'the short name this tag begins with is not declared'],
  [/^Block scalar header includes|^Not a YAML token/, 'only a comment may follow | or > on its line'],
  [/^Sequence item without/, 'a dash is missing before this element'],
  [/^Unexpected doc-end without/, 'no document stands above this line'],
  [/^Unexpected flow-(?:map|seq)-end.*?([\]}])"?$/, 'no opening bracket stands before this $1'],
  [/^Unexpected ([\]}])/, 'no opening bracket stands before this $1'],
  [/^Unexpected .* at node end/, 'this cannot follow here; a quotation mark, a comma or a colon may be missing'],
  [/^(?:Unexpected|Unsupported) /, 'this cannot stand here'],
];

/** What the package said about broken text, in plain words and at a place that can be seen. */
export function syntaxProblem(error: YAMLParseError, contents: Node | null, source: string, base: number): TextProblem {
  const deeper = error.message.startsWith('Nested mappings') ? deeperLine(source, base + error.pos[0]) : undefined;
  if (deeper)
    return { code: 'syntax', reason: 'this line is indented deeper than the value above it allows', ...deeper };
  const mark = /end with a (.)|^Missing closing (.)/.exec(error.message);
  const opened = mark ? unclosed(contents, mark[1] ?? mark[2] ?? '', source, base) : undefined;
  const next = /same column|^Sequence item without/.test(error.message)
    ? nextWord(source, base + error.pos[0])
    : undefined;
  const span = opened ?? next ?? { start: base + error.pos[0], end: base + error.pos[1] };
  return { code: 'syntax', reason: plainReason(error), ...visible(span, source) };
}

/** Some errors point to the end of what was fine; the word after it is the one to look at. */
function nextWord(source: string, offset: number): Span | undefined {
  const found = /^(?:\s|#.*)*([^\s:]+)/.exec(source.slice(offset, offset + 2000));
  if (!found?.[1]) return undefined;
  return { start: offset + found[0].length - found[1].length, end: offset + found[0].length };
}

/** `a: 1` with a deeper `b: 2` below it is read as one key over two lines; the second line is the one to look at. */
function deeperLine(source: string, start: number): Span | undefined {
  const colon = source.slice(start, start + 2000).search(/:(?:\s|$)/);
  const line = source.lastIndexOf('\n', start + colon);
  return colon >= 0 && line > start ? visible({ start: line + 1, end: start + colon }, source) : undefined;
}

function plainReason(error: YAMLParseError): string {
  if (error.code === 'BAD_DIRECTIVE') return 'this directive is not understood';
  const message = error.message.split('\n', 1)[0] ?? '';
  for (const [pattern, reason] of words) {
    const found = pattern.exec(message);
    if (found) return reason.replace('$1', () => found[1] ?? '');
  }
  return message.charAt(0).toLowerCase() + message.slice(1).replace(/(?<![.:\s])[.:\s]+$/, '');
}

/** The opening mark of the first bracket or quotation that lacks its closing mark: where a person has to look. */
function unclosed(contents: Node | null, closing: string, source: string, base: number): Span | undefined {
  const visit = (node: unknown): Span | undefined => {
    if (isPair(node)) return visit(node.key) ?? visit(node.value);
    if (!isScalar(node) && !isCollection(node)) return undefined;
    const [start, end] = node.range ?? [0, 0];
    const marked = isScalar(node) ? node.type?.startsWith('QUOTE') : node.flow;
    if (marked && source.charAt(base + start) === openings[closing] && !isClosed(node, closing, source, base)) {
      return { start: base + start, end: base + Math.min(start + 1, end) };
    }
    if (isScalar(node)) return undefined;
    for (const item of node.items) {
      const found = visit(item);
      if (found) return found;
    }
    return undefined;
  };
  return visit(contents);
}

function isClosed(node: Scalar | YAMLMap | YAMLSeq, closing: string, source: string, base: number): boolean {
  const [start, end] = node.range ?? [0, 0];
  if (end < start + 2 || source.charAt(base + end - 1) !== closing) return false;
  const last: unknown = isScalar(node) ? undefined : node.items.at(-1);
  const lastNode = isPair(last) ? (last.value ?? last.key) : last;
  const lastEnd = isNode(lastNode) ? (lastNode.range?.[1] ?? 0) : 0;
  return lastEnd < end;
}

const openings: Readonly<Record<string, string>> = { ']': '[', '}': '{', '"': '"', "'": "'" };

/** A stretch that can be underlined: on one line, not empty, not blank, inside the text. */
export function visible(span: Span, source: string): Span {
  const line = source.slice(span.start, Math.max(span.start, span.end)).search(/[\r\n]/);
  let start = Math.min(Math.max(span.start, 0), source.length);
  let end = Math.min(line >= 0 ? span.start + line : span.end, source.length);
  while (end > start && isBlank(source, end - 1)) end--;
  while (start < end && isBlank(source, start)) start++;
  if (start < end) return { start, end };
  let back = start;
  while (back > 0 && isBlank(source, back - 1)) back--;
  if (back > 0) return { start: back - 1, end: back };
  let on = start;
  while (on < source.length && isBlank(source, on)) on++;
  return on < source.length ? { start: on, end: on + 1 } : { start: 0, end: Math.min(1, source.length) };
}

/** Tabs are not counted as blanks: one of them may be what a problem is about. */
function isBlank(source: string, offset: number): boolean {
  const unit = source.charCodeAt(offset);
  return unit === 32 || unit === 10 || unit === 13;
}

/** Tells, for growing offsets, where the next character stands that YAML does not allow in any place. */
export function forbiddenCharacters(source: string): (from: number) => number {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
  const pattern = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]/g;
  let hit = -1;
  return (from) => {
    if (hit >= from) return hit;
    pattern.lastIndex = from;
    hit = pattern.exec(source)?.index ?? Number.POSITIVE_INFINITY;
    return hit;
  };
}

/** The problem of a character that YAML does not allow. */
export function forbiddenCharacter(source: string, offset: number): TextProblem {
  const code = source.charCodeAt(offset).toString(16).toUpperCase().padStart(4, '0');
  return { code: 'syntax', reason: `the character U+${code} is not allowed in YAML`, start: offset, end: offset + 1 };
}
