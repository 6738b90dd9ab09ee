import type { DocumentModel } from './document.ts';
import type { MapNode, Span, TextEdit, YamlNode } from './node.ts';
import type { RenderStyle } from './render.ts';

/** Anchors and tags in front of a node are looked for this far back: a line can be a whole file long. */
export const LONGEST_PROPERTIES = 200;

/** The text around a document's nodes, as one has to know it to write into it. */
export class Page {
  readonly text: string;

  constructor(readonly document: DocumentModel) {
    this.text = document.stream.text;
  }

  lineOf(offset: number): number {
    return this.document.stream.lines.position(offset).line;
  }

  /** The first offset of the line an offset lies in, behind a byte order mark. */
  lineStart(offset: number): number {
    const start = this.document.stream.lines.start(this.lineOf(offset));
    return start === 0 && this.text.charCodeAt(0) === 0xfeff ? 1 : start;
  }

  lineEnd(offset: number): number {
    return this.document.stream.lines.end(this.lineOf(offset));
  }

  /** The first offset of the line below; the end of the text below the last line. */
  nextLine(offset: number): number {
    return this.document.stream.lines.start(this.lineOf(offset) + 1);
  }

  column(offset: number): number {
    return offset - this.lineStart(offset);
  }

  /** Where a block begins: an anchor or a tag in front of the first key on its line is part of the block. */
  blockStart(node: YamlNode): number {
    const before = this.text.slice(Math.max(this.lineStart(node.start), node.start - LONGEST_PROPERTIES), node.start);
    return node.start - (/(?:[&!]\S*[ \t]+)+$/.exec(before)?.[0].length ?? 0);
  }

  blockColumn(node: YamlNode): number {
    return this.column(this.blockStart(node));
  }

  /** True when only blanks stand before an offset in its line. */
  beginsLine(offset: number): boolean {
    return /^[ \t]*$/.test(this.text.slice(this.lineStart(offset), offset));
  }

  /** What is left of the line behind an offset. */
  restOfLine(offset: number): string {
    return this.text.slice(offset, this.lineEnd(offset));
  }

  /** Skips blanks, line ends and comments. */
  contentAfter(offset: number): number {
    let at = offset;
    for (;;) {
      while (at < this.text.length && isSpace(this.text.charCodeAt(at))) at++;
      if (this.text.charAt(at) !== '#') return at;
      at = this.lineEnd(at);
    }
  }

  /** Skips blanks, line ends and comments backwards: the offset behind the last content before. */
  contentBefore(offset: number): number {
    let at = offset;
    for (;;) {
      while (at > 0 && isSpace(this.text.charCodeAt(at - 1))) at--;
      const comment = this.commentAt(at - 1);
      if (!comment) return at;
      at = comment.start;
    }
  }

  /** True when a comment lies between two offsets. */
  hasComment(start: number, end: number): boolean {
    return this.document.stream.comments().some((comment) => comment.start >= start && comment.end <= end);
  }

  /** The offset behind the colon that follows a key, or -1 where there is none. */
  colonEnd(keyEnd: number): number {
    const at = this.contentAfter(keyEnd);
    return this.text.charAt(at) === ':' ? at + 1 : -1;
  }

  /**
   * Where a line can be added below a block: behind the comment on its last line, and behind comment lines that
   * follow at once and are indented at least to `column` – those belong to it, not to what comes next.
   */
  blockEnd(node: YamlNode | Span, column: number): number {
    let end = this.lineEnd('kind' in node ? this.keptEnd(node) : node.end);
    for (;;) {
      const next = this.nextLine(end);
      const line = this.text.slice(next, this.lineEnd(next));
      const blanks = line.search(/[^ ]/);
      if (next <= end || line.charAt(blanks) !== '#' || blanks < Math.max(column, 1)) return end;
      end = this.lineEnd(next);
    }
  }

  /** Blank lines below a block scalar that keeps them (`|+`) are part of its text. */
  private keptEnd(node: YamlNode): number {
    const leaf = lastLeaf(node);
    if (leaf.kind !== 'scalar' || leaf.plain || !/^[|>]\d?\+/.test(this.text.slice(leaf.start, leaf.start + 3)))
      return node.end;
    let end = this.lineEnd(node.end);
    for (;;) {
      const next = this.nextLine(end);
      if (next <= end || next >= this.text.length || /[^ \t]/.test(this.restOfLine(next))) return end;
      end = this.lineEnd(next);
    }
  }

  private commentAt(offset: number): Span | undefined {
    const comments = this.document.stream.comments();
    let low = 0;
    let high = comments.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const comment = comments[middle]!;
      if (offset < comment.start) high = middle - 1;
      else if (offset >= comment.end) low = middle + 1;
      else return comment;
    }
    return undefined;
  }

  /** The end mark of the line an offset lies in: in a text that mixes them, what is added to a line ends as it does. */
  eol(offset: number): string {
    return this.document.stream.lines.eol(this.lineOf(offset));
  }

  /** Lines of their own at a column, to be put behind the line an offset lies in. */
  below(offset: number, lines: readonly string[], column: number): string {
    const eol = this.eol(offset);
    return lines.map((line) => eol + ' '.repeat(column) + line).join('');
  }

  /** Pushes all lines after the first one of a stretch to the right. */
  shifted(span: Span, by: number): TextEdit[] {
    const edits: TextEdit[] = [];
    for (let start = this.nextLine(span.start); start < span.end && by > 0; start = this.nextLine(start)) {
      if (start < this.lineEnd(start)) edits.push({ start, end: start, newText: ' '.repeat(by) });
    }
    return edits;
  }

  /** How the text around a map indents; where that does not tell, the first of the document that does. */
  style(near: YamlNode | undefined): RenderStyle {
    const width = this.found(near, 'map') ?? 2;
    return { width, dash: this.found(near, 'list') ?? width };
  }

  private found(near: YamlNode | undefined, kind: 'map' | 'list'): number | undefined {
    const own = near?.kind === 'map' ? this.inside(near, kind) : undefined;
    return own ?? this.search(this.document.root, kind);
  }

  private search(node: YamlNode | undefined, kind: 'map' | 'list'): number | undefined {
    if (!node || node.kind === 'scalar' || node.flow || node.aliased) return undefined;
    const own = node.kind === 'map' ? this.inside(node, kind) : undefined;
    if (own !== undefined) return own;
    const children = node.kind === 'list' ? node.items : [...node.entries.values()].map((entry) => entry.node);
    for (const child of children) {
      const found = this.search(child, kind);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  private inside(map: MapNode, kind: 'map' | 'list'): number | undefined {
    if (map.flow) return undefined;
    const column = this.blockColumn(map);
    for (const { node, merged } of map.entries.values()) {
      if (merged || node.aliased || node.kind !== kind || node.flow) continue;
      const by = this.blockColumn(node) - column;
      if (kind === 'list' ? by >= 0 : by > 0) return by;
    }
    return undefined;
  }
}

function lastLeaf(node: YamlNode): YamlNode {
  if (node.kind === 'scalar' || node.aliased) return node;
  const children = node.kind === 'list' ? node.items : [...node.entries.values()].map((entry) => entry.node);
  const last = children.findLast((child) => child.end === node.end);
  return last ? lastLeaf(last) : node;
}

function isSpace(unit: number): boolean {
  return unit === 32 || unit === 9 || unit === 10 || unit === 13;
}
