import type { Stream } from '../../yaml/document.ts';
import { skipSpaces } from './blocks.ts';
import { isDash, keyAt, plainToken, skipBlanks } from './tokens.ts';

/** A line with something in it. */
export interface ContentLine {
  readonly start: number;
  /** Where its content begins. */
  readonly at: number;
  readonly end: number;
  readonly column: number;
  readonly dash: boolean;
}

const MARK = /^(?:---|\.\.\.)(?=\s|$)/;

/** The lines of the document around the cursor. */
export class Lines {
  readonly text: string;
  /** The first line of the document and the one after its last. */
  readonly first: number;
  readonly last: number;

  constructor(
    private readonly stream: Stream,
    readonly line: number,
  ) {
    this.text = stream.text;
    let first = line;
    while (first > 0 && !this.isMark(first - 1)) first--;
    let last = line + 1;
    while (last < stream.lines.count && !this.isMark(last)) last++;
    this.first = first;
    this.last = last;
  }

  /** The first offset of a line, behind a byte order mark. */
  start(line: number): number {
    const start = this.stream.lines.start(line);
    return start === 0 && this.text.charCodeAt(0) === 0xfeff ? 1 : start;
  }

  end(line: number): number {
    return Math.max(this.stream.lines.end(line), this.start(line));
  }

  /** True for `---` and `...`, between documents. */
  isMark(line: number): boolean {
    const start = this.start(line);
    const unit = this.text[start];
    return (unit === '-' || unit === '.') && MARK.test(this.text.slice(start, start + 4));
  }

  /** A line's content; undefined for blank lines and comments. */
  content(line: number): ContentLine | undefined {
    const [start, end] = [this.start(line), this.end(line)];
    const at = skipSpaces(this.text, start, end);
    if (this.text[at] === '#' || skipBlanks(this.text, at, end) === end) return undefined;
    return { start, at, end, column: at - start, dash: isDash(this.text, at, end) };
  }

  /** The next line below the cursor's with something in it. */
  below(): ContentLine | undefined {
    return this.contentBelow().next().value ?? undefined;
  }

  *contentBelow(): Generator<ContentLine, undefined> {
    for (let line = this.line + 1; line < this.last; line++) {
      const content = this.content(line);
      if (content) yield content;
    }
  }

  /** True where the document holds nothing but, perhaps, the word in the cursor's line. */
  isAlone(): boolean {
    for (let line = this.first; line < this.last; line++) if (line !== this.line && this.content(line)) return false;
    return true;
  }

  /** The keys that follow below the cursor in a map at a column. */
  entriesBelow(column: number): Map<string, string> {
    const entries = new Map<string, string>();
    for (const { at, end, column: found, dash } of this.contentBelow()) {
      if (found > column) continue;
      const key = found === column && !dash ? keyAt(this.text, at, end) : undefined;
      if (key) entries.set(key.name, this.valueText(key.colonEnd, end));
      // A list may stand in the column of its key.
      else if (found < column || !dash) break;
    }
    return entries;
  }

  /** The single values that follow below the cursor in a list at a column. */
  elementsBelow(column: number): string[] {
    const elements: string[] = [];
    for (const { at, end, column: found, dash } of this.contentBelow()) {
      if (found > column) continue;
      if (found < column || !dash) break;
      elements.push(this.valueText(at + 1, end));
    }
    return elements;
  }

  private valueText(from: number, end: number): string {
    const token = plainToken(this.text, skipBlanks(this.text, from, end), end);
    return this.text.slice(token.start, token.end);
  }

  /** Where brackets end at the latest that were opened at a column: a line that is no deeper ends them. */
  flowLimit(column: number): number {
    for (const { start, at, column: found } of this.contentBelow())
      if (found <= column && !/[\]}]/.test(this.text[at]!)) return start;
    return this.last > this.line + 1 ? this.end(this.last - 1) : this.end(this.line);
  }
}
