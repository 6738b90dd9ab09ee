import type { Path } from '../../yaml/node.ts';
import { FlowReader } from './flow.ts';
import { closingQuote, isDash, isOver, keyAt, plainToken, skipBlanks, skipProperties } from './tokens.ts';

/** A map of lines `key: value` that is being read. */
export interface BlockMap {
  readonly kind: 'map';
  readonly column: number;
  readonly path: Path;
  /** Keys read so far with their single values. */
  readonly entries: Map<string, string>;
  key: string;
  /** True while nothing stands behind the last key. */
  open: boolean;
}

/** A list of lines `- value` that is being read. */
export interface BlockList {
  readonly kind: 'list';
  readonly column: number;
  readonly path: Path;
  readonly elements: string[];
  position: number;
  open: boolean;
}

export type BlockFrame = BlockMap | BlockList;

/** What a line has begun and the next one may go on with: lines deeper than `column` belong to it. */
export type Held =
  | { readonly kind: 'literal' | 'plain'; readonly column: number }
  | { readonly kind: 'quote'; readonly column: number; readonly quote: string }
  | { readonly kind: 'flow'; readonly column: number; readonly reader: FlowReader };

/**
 * Reads lines one by one and knows, after each, in which maps and lists the next one may go on. It goes by indentation
 * alone: a bracket or quotation that somebody left open ends where a line is no deeper than its beginning, so text that
 * is broken above does not matter.
 */
export class BlockReader {
  readonly frames: BlockFrame[] = [];
  held: Held | undefined;
  /** True where the document is one value in brackets or one text: no lines of keys can follow. */
  single = false;

  constructor(private readonly text: string) {}

  get top(): BlockFrame | undefined {
    return this.frames.at(-1);
  }

  /** The path of what stands behind the last key or dash. */
  inner(): Path {
    const { top } = this;
    if (!top) return [];
    return [...top.path, top.kind === 'map' ? top.key : top.position];
  }

  /** Reads the line from `start` to `end`. */
  readLine(start: number, end: number): void {
    const at = skipSpaces(this.text, start, end);
    if (skipBlanks(this.text, at, end) === end) return;
    if (this.held && this.goesOn(this.held, at, end, at - start)) return;
    this.held = undefined;
    if (this.text[at] === '#' || (at === start && this.text[at] === '%')) return;
    this.readContent(start, at, end);
  }

  private goesOn(held: Held, at: number, end: number, column: number): boolean {
    const deeper = column > held.column;
    switch (held.kind) {
      case 'literal':
        return deeper;
      case 'plain':
        // Text with a key below it is broken; most likely the text is about to become a map.
        return deeper && this.text[at] !== '#' && !keyAt(this.text, at, end);
      case 'quote':
        if (deeper && closingQuote(this.text, at, end, held.quote) >= 0) this.held = undefined;
        return deeper;
      case 'flow':
        if (!deeper && !/[\]}]/.test(this.text[at]!)) return false;
        if (held.reader.read(at, end) >= 0) this.held = undefined;
        return true;
    }
  }

  private readContent(start: number, at: number, end: number): void {
    this.settle(at - start, isDash(this.text, at, end));
    let from = at;
    while (isDash(this.text, from, end)) {
      this.openElement(from - start);
      from = skipBlanks(this.text, from + 1, end);
      if (isOver(this.text, from, end)) return;
    }
    const key = keyAt(this.text, from, end);
    if (key) {
      this.openEntry(from - start, key.name);
      this.readValue(skipBlanks(this.text, key.colonEnd, end), end, from - start);
    } else if (!this.top) {
      this.single = true;
      this.readValue(from, end, -1);
    } else if (this.top.open && this.top.column < from - start) {
      this.readValue(from, end, this.top.column);
    }
  }

  /** Leaves what a line at a column does not belong to. */
  settle(column: number, dash: boolean): void {
    for (let { top } = this; top; { top } = this) {
      if (top.column < column || (top.column === column && (top.kind === 'map' || dash))) return;
      this.frames.pop();
    }
  }

  openElement(column: number): void {
    const { top } = this;
    if (top?.kind === 'list' && top.column === column) {
      top.position++;
      top.open = true;
      return;
    }
    const path = this.inner();
    if (top) top.open = false;
    this.frames.push({ kind: 'list', column, path, elements: [], position: 0, open: true });
  }

  openEntry(column: number, key: string): void {
    const { top } = this;
    if (top?.kind === 'map' && top.column === column) {
      top.key = key;
      top.open = true;
      top.entries.set(key, '');
      return;
    }
    const path = this.inner();
    if (top) top.open = false;
    this.frames.push({ kind: 'map', column, path, entries: new Map([[key, '']]), key, open: true });
  }

  private readValue(from: number, end: number, column: number): void {
    const { text, top } = this;
    const at = skipProperties(text, from, end);
    if (isOver(text, at, end)) return;
    if (top) top.open = false;
    const unit = text[at]!;
    if (unit === '[' || unit === '{') {
      const reader = new FlowReader(text, this.inner());
      if (reader.read(at, end) < 0) this.held = { kind: 'flow', column, reader };
    } else if (unit === '"' || unit === "'") {
      const close = closingQuote(text, at + 1, end, unit);
      if (close < 0) this.held = { kind: 'quote', column, quote: unit };
      else this.note(text.slice(at + 1, close));
    } else if (unit === '|' || unit === '>') {
      this.held = { kind: 'literal', column };
    } else {
      const token = plainToken(text, at, end);
      this.note(text.slice(token.start, token.end));
      // A comment behind it ends the text, and an alias never goes on.
      if (unit !== '*' && skipBlanks(text, token.end, end) === end) this.held = { kind: 'plain', column };
    }
  }

  private note(value: string): void {
    const { top } = this;
    if (top?.kind === 'map') top.entries.set(top.key, value);
    else top?.elements.push(value);
  }
}

/** The first offset of a line that is no space: a tab does not indent. */
export function skipSpaces(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && text[at] === ' ') at++;
  return at;
}
