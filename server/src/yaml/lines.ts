/** A position as editors count it: zero-based line, zero-based UTF-16 column. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Finds lines and columns for offsets and back. Lines end at LF, CRLF or a lone CR, as in the editor. */
export class LineIndex {
  private readonly starts: number[] = [0];

  constructor(readonly text: string) {
    if (text.includes('\r')) this.findEveryEnd();
    else for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.starts.push(at + 1);
  }

  private findEveryEnd(): void {
    for (let i = 0; i < this.text.length; i++) {
      const unit = this.text.charCodeAt(i);
      if (unit === 10 || (unit === 13 && this.text.charCodeAt(i + 1) !== 10)) this.starts.push(i + 1);
    }
  }

  get count(): number {
    return this.starts.length;
  }

  /** Offset of the first unit of a line; the end of the text for a line past the last. */
  start(line: number): number {
    return this.starts[line] ?? this.text.length;
  }

  /** Offset just before the line's end mark. */
  end(line: number): number {
    let end = this.starts[line + 1] ?? this.text.length;
    if (end > this.start(line) && this.text.charCodeAt(end - 1) === 10) end--;
    if (end > this.start(line) && this.text.charCodeAt(end - 1) === 13) end--;
    return end;
  }

  /** The end mark of a line; where it has none, that of the first line, and LF in a text of one line. */
  eol(line = 0): string {
    const mark = this.text.slice(this.end(line), this.start(line + 1));
    if (mark !== '') return mark;
    return line > 0 ? this.eol() : '\n';
  }

  position(offset: number): Position {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: offset - this.starts[low]! };
  }

  /** Whether an offset is at a position: what {@link position} says, for those who think they know. */
  isAt(offset: number, { line, character }: Position): boolean {
    const start = this.starts[line];
    return start !== undefined && start + character === offset && offset < (this.starts[line + 1] ?? offset + 1);
  }

  /** A column past the end of a line means that end, which lies before the CR of a CRLF. */
  offset({ line, character }: Position): number {
    return Math.min(this.start(line) + character, this.end(line));
  }
}
