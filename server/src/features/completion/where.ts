import type { Stream } from '../../yaml/document.ts';
import type { Path, Span } from '../../yaml/node.ts';
import { BlockReader, skipSpaces } from './blocks.ts';
import { FlowReader } from './flow.ts';
import { commentBehind, flowSpot } from './flow-spot.ts';
import { Lines } from './page.ts';
import { type CommentSpot, NOTHING, type Spot } from './spot.ts';
import {
  closingQuote,
  isDash,
  isOver,
  type KeyToken,
  keyAt,
  plainToken,
  skipBlanks,
  skipProperties,
} from './tokens.ts';

type Found = Spot | CommentSpot | undefined;

/**
 * Where the cursor is, by the lines and indentation around it. Text that is broken elsewhere does not matter, and
 * nothing has to be parsed anew. Undefined where nothing can be completed: in free text, in the middle of blanks.
 */
export function spotAt(stream: Stream, offset: number): Found {
  const { line } = stream.lines.position(offset);
  return new Finder(new Lines(stream, line), offset).find();
}

/** The roles a word has at its place. */
type Roles = Pick<Spot, 'keyIn' | 'valueAt' | 'elementIn' | 'unindented'>;

class Finder {
  private readonly reader: BlockReader;
  private readonly text: string;
  private readonly start: number;
  private readonly end: number;

  constructor(
    private readonly lines: Lines,
    private readonly offset: number,
  ) {
    this.text = lines.text;
    this.start = lines.start(lines.line);
    this.end = lines.end(lines.line);
    this.reader = new BlockReader(this.text);
  }

  find(): Found {
    const { lines, reader, text, start, end, offset } = this;
    if (lines.isMark(lines.line) || offset < start || offset > end) return undefined;
    this.readAbove();
    const at = skipSpaces(text, start, end);
    const blank = skipBlanks(text, at, end) === end;
    if (blank && at < offset) return undefined;
    const column = (blank ? offset : at) - start;
    const { held } = reader;
    if (held) {
      const below = lines.below();
      const goesOnBelow =
        below !== undefined &&
        (below.column > held.column || (held.kind === 'flow' && /[\]}]/.test(text[below.at]!))) &&
        !(held.kind === 'plain');
      const inside = column > held.column || (blank && goesOnBelow);
      if (held.kind === 'flow' && (inside || /[\]}]/.test(text[at] ?? ''))) {
        // Within the indentation of a line nothing is deep enough to stand there.
        const shallow = blank ? column <= held.column : offset < at;
        return shallow ? undefined : flowSpot(lines, held.reader, at, offset, held.column);
      }
      if (inside && (held.kind !== 'plain' || blank || (text[at] !== '#' && !keyAt(text, at, end)))) return undefined;
    }
    // A list in the column of its key goes on with a dash, or with a word that may become one.
    reader.settle(column, blank || isDash(text, at, end) || !keyAt(text, at, end));
    if (blank) return this.wordSpot(offset, true);
    if (offset < at) return undefined;
    if (text[at] === '#') return offset > at ? { comment: { start: at, end }, line: lines.line } : undefined;
    return this.contentSpot(at);
  }

  /** Reads the lines above the cursor; of the sections before its own only their keys matter. */
  private readAbove(): void {
    const { lines, reader, text } = this;
    const roots: [line: number, key: string][] = [];
    for (let line = lines.first; line < lines.line; line++) {
      const start = lines.start(line);
      if (text[start] === '{' || text[start] === '[') break;
      const key = /[\w-]/.test(text[start] ?? '') ? keyAt(text, start, lines.end(line)) : undefined;
      if (key) roots.push([line, key.name]);
    }
    const own = roots.pop();
    for (const [, key] of roots) reader.openEntry(0, key);
    for (let line = own ? own[0] : lines.first; line < lines.line; line++)
      reader.readLine(lines.start(line), lines.end(line));
  }

  /** The cursor behind or in the content of a line that is no comment. */
  private contentSpot(at: number): Found {
    const { reader, text, start, end, offset } = this;
    let from = at;
    while (isDash(text, from, end)) {
      if (offset <= from) return undefined;
      reader.openElement(from - start);
      const next = skipBlanks(text, from + 1, end);
      if (isOver(text, next, end)) return offset > next ? this.comment(next) : this.wordSpot(offset, false);
      if (offset < next) return undefined;
      from = next;
    }
    const key = keyAt(text, from, end);
    if (!key) return this.wordSpot(from, from === at);
    if (offset <= key.end) return this.keySpot(key, from, from === at);
    if (offset < key.colonEnd) return undefined;
    reader.openEntry(from - start, key.name);
    return this.valueSpot(key, from - start);
  }

  private comment(start: number): CommentSpot {
    return { comment: { start, end: this.end }, line: this.lines.line };
  }

  /** The cursor in a key that has its colon already. */
  private keySpot(key: KeyToken, from: number, ownLine: boolean): Found {
    if (key.quoted || this.offset < key.start) return undefined;
    const column = from - this.start;
    const keyIn = this.roles(column, ownLine)?.keyIn;
    return (
      keyIn && {
        ...NOTHING,
        keyIn,
        word: { start: key.start, end: key.end },
        column,
        hasColon: true,
        ...this.around(column, ownLine),
      }
    );
  }

  /** The cursor in a word without a colon, or where one may begin. */
  private wordSpot(from: number, ownLine: boolean): Found {
    const { text, end, offset, reader } = this;
    const column = from - this.start;
    const roles = this.beside(column, ownLine);
    if (!roles) return undefined;
    const at = isOver(text, from, end) ? from : skipProperties(text, from, end);
    if (isQuoteOrBracket(text[at])) {
      const base = roles.valueAt ?? (reader.top ? undefined : []);
      return base && this.markedSpot(at, base, reader.top?.column ?? -1);
    }
    if (at > from || (at < end && '|>*%@`&!'.includes(text[at]!))) return undefined;
    const word = isOver(text, at, end) ? { start: offset, end: offset } : plainToken(text, at, end);
    if (offset > word.end) return commentBehind(this.lines, word.end, offset);
    const dashed = !ownLine && text[offset - 1] === '-' && word.start === word.end;
    return {
      ...NOTHING,
      ...roles,
      word,
      column: dashed ? column + 1 : column,
      before: dashed ? ' ' : '',
      after: text[word.end] === '#' ? ' ' : '',
      alone: ownLine && this.lines.isAlone(),
      ...this.around(column, ownLine),
    };
  }

  /** The cursor behind a key and its colon. */
  private valueSpot(key: KeyToken, column: number): Found {
    const { text, end, offset, reader } = this;
    const next = skipBlanks(text, key.colonEnd, end);
    if (isOver(text, next, end) && offset > next) return this.comment(next);
    const below = this.lines.below();
    const full = below && (below.column > column || (below.column === column && below.dash));
    const valueAt = reader.inner();
    const behind = { column, colonEnd: key.colonEnd };
    if (isOver(text, next, end)) {
      if (full) return undefined;
      return {
        ...NOTHING,
        valueAt,
        word: { start: offset, end: offset },
        column,
        behind,
        before: offset === key.colonEnd ? ' ' : '',
        after: text[offset] === '#' ? ' ' : '',
      };
    }
    const at = skipProperties(text, next, end);
    if (offset < at) return undefined;
    if (isQuoteOrBracket(text[at])) return this.markedSpot(at, valueAt, column);
    if (at >= end || '|>*#%@`&!'.includes(text[at]!)) return undefined;
    const word = plainToken(text, at, end);
    if (offset > word.end) return commentBehind(this.lines, word.end, offset);
    return full ? undefined : { ...NOTHING, valueAt, word, column, behind };
  }

  /** The cursor in or behind a quotation or brackets that begin in this line. */
  private markedSpot(at: number, valueAt: Path, column: number): Found {
    const { text, end, offset, lines } = this;
    const unit = text[at]!;
    if (offset <= at) return undefined;
    if (unit === '[' || unit === '{') return flowSpot(lines, new FlowReader(text, valueAt), at, offset, column);
    const close = closingQuote(text, at + 1, end, unit);
    if (close >= 0 && offset > close) return commentBehind(lines, close + 1, offset);
    const word: Span = { start: at + 1, end: close < 0 ? offset : close };
    return { ...NOTHING, valueAt, word, column, quote: unit };
  }

  /** The roles of a new word at a column, as far as what stands below leaves room for them. */
  private beside(column: number, ownLine: boolean): Roles | undefined {
    const roles = this.roles(column, ownLine);
    const below = this.lines.below();
    if (!roles || !below) return roles;
    const { top } = this.reader;
    if (below.column > column) return undefined;
    // A value that stands below already, such as text or brackets, leaves no room for keys.
    const isValue = below.column === column && !below.dash && !keyAt(this.text, below.at, below.end);
    if (isValue && (!top || top.column < column)) return undefined;
    if (!top) return below.column === column && !below.dash ? roles : undefined;
    if (below.column === column) {
      if (below.dash) return roles.elementIn && { elementIn: roles.elementIn };
      if (roles.keyIn) return top.column < column ? { keyIn: roles.keyIn } : roles;
      return roles;
    }
    // What stands below belongs to the same key or dash already, at another column.
    if (top.column < column && below.column > top.column) return undefined;
    if (top.column < column && below.column === top.column && below.dash && top.kind === 'map') return undefined;
    return roles;
  }

  private roles(column: number, ownLine: boolean): Roles | undefined {
    const { frames, top } = this.reader;
    if (!top) return this.reader.single ? undefined : { keyIn: [] };
    const inner = this.reader.inner();
    if (!ownLine) return { keyIn: inner, valueAt: inner };
    if (top.column < column) return top.open ? { keyIn: inner, valueAt: inner, elementIn: inner } : undefined;
    if (top.kind === 'list') {
      const owner = frames.at(-2);
      return { elementIn: top.path, ...(owner?.column === column && owner.kind === 'map' && { keyIn: owner.path }) };
    }
    return { keyIn: top.path, ...(top.open && { elementIn: inner, unindented: true }) };
  }

  /** What else the map at a column holds, and the list that stands there or in whose dash the word stands. */
  private around(column: number, ownLine: boolean): Pick<Spot, 'present' | 'taken'> {
    const { frames, top } = this.reader;
    const map = frames.findLast((frame) => frame.column === column && frame.kind === 'map');
    const list = ownLine ? frames.findLast((frame) => frame.column === column && frame.kind === 'list') : top;
    const above = map?.kind === 'map' ? map.entries : [];
    return {
      present: new Map([...above, ...this.lines.entriesBelow(column)]),
      taken: [
        ...(list?.kind === 'list' ? list.elements : []),
        ...this.lines.elementsBelow(list ? list.column : column),
      ],
    };
  }
}

const isQuoteOrBracket = (unit: string | undefined): boolean =>
  unit === '"' || unit === "'" || unit === '[' || unit === '{';
