import type { Span, TextEdit } from './node.ts';

type Piece = Span | string;

/**
 * A text that is edited in several rounds, kept as stretches of the original and what was put between them, so that
 * all rounds together can be told as one set of edits to the original.
 */
export class Pieces {
  private pieces: readonly Piece[];

  constructor(private readonly original: string) {
    this.pieces = [{ start: 0, end: original.length }];
  }

  text(): string {
    return this.pieces.map((piece) => this.textOf(piece)).join('');
  }

  /** Carries out edits whose offsets are those of the present text. */
  apply(edits: readonly TextEdit[]): void {
    const sorted = inOrder(edits);
    const result: Piece[] = [];
    let done = 0;
    for (const edit of sorted) {
      result.push(...this.slice(done, edit.start), edit.newText);
      done = edit.end;
    }
    this.pieces = [...result, ...this.slice(done, Number.POSITIVE_INFINITY)].filter((piece) => lengthOf(piece) > 0);
  }

  /** What was done so far, as edits to the original. */
  edits(): TextEdit[] {
    const edits: TextEdit[] = [];
    let done = 0;
    let added = '';
    for (const piece of [...this.pieces, { start: this.original.length, end: this.original.length }]) {
      if (typeof piece === 'string') {
        added += piece;
        continue;
      }
      const edit = this.shortened({ start: done, end: piece.start, newText: added });
      if (edit.start < edit.end || edit.newText !== '') edits.push(edit);
      done = piece.end;
      added = '';
    }
    return edits;
  }

  private slice(from: number, to: number): Piece[] {
    const result: Piece[] = [];
    let at = 0;
    for (const piece of this.pieces) {
      const length = lengthOf(piece);
      const start = Math.max(from - at, 0);
      const end = Math.min(to - at, length);
      at += length;
      if (start >= end) continue;
      if (typeof piece === 'string') result.push(piece.slice(start, end));
      else result.push({ start: piece.start + start, end: piece.start + end });
    }
    return result;
  }

  private textOf(piece: Piece): string {
    return typeof piece === 'string' ? piece : this.original.slice(piece.start, piece.end);
  }

  /** Leaves out what a replacement and the text it replaces have in common at their ends. */
  private shortened(edit: TextEdit): TextEdit {
    let { start, end, newText } = edit;
    let same = 0;
    while (start + same < end && same < newText.length && this.original[start + same] === newText[same]) same++;
    start += same;
    newText = newText.slice(same);
    same = 0;
    while (end - same > start && same < newText.length && this.original[end - same - 1] === newText.at(-same - 1))
      same++;
    end -= same;
    newText = newText.slice(0, newText.length - same);
    // Editors know no place between the CR and the LF of a line.
    if (this.isWithinLineEnd(start)) newText = this.original[--start] + newText;
    if (this.isWithinLineEnd(end)) newText += this.original[end++];
    return { start, end, newText };
  }

  private isWithinLineEnd(offset: number): boolean {
    return this.original[offset - 1] === '\r' && this.original[offset] === '\n';
  }
}

/** Edits by their places; those at one place stay in the order given. */
function inOrder(edits: readonly TextEdit[]): TextEdit[] {
  return [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
}

function lengthOf(piece: Piece): number {
  return typeof piece === 'string' ? piece.length : piece.end - piece.start;
}
