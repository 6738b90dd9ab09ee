import { Composer, CST, type Document, Lexer, type Node, Parser, type YAMLParseError } from 'yaml';
import type { Comment } from './document.ts';
import type { Span } from './node.ts';
import { visible } from './syntax.ts';

/** A document as the package composed it, or the place where it went too deep to be composed. */
export interface Composed {
  readonly extent: Span;
  /** Where the part of the file begins from which the package's offsets count. */
  readonly base: number;
  readonly contents: Node | null;
  readonly errors: readonly YAMLParseError[];
  readonly tooDeep?: Span;
}

interface Run {
  readonly found: Composed[];
  /** Where reading goes on. */
  readonly next: number;
}

/** Composes all documents of a text and collects its comments on the way. */
export function compose(source: string, maxDepth: number, comments: Comment[]): Composed[] {
  const found: Composed[] = [];
  for (let begin = 0; begin < source.length; ) {
    const run = composeFrom(source, begin, maxDepth, comments);
    for (const one of run.found) found.push(one);
    begin = run.next;
  }
  return found;
}

/**
 * Runs the package's lexer, parser and composer by hand, one token at a time, so that a text nested too deep is left
 * before anything recurses into it. Reading then goes on behind the next document mark, in a run of its own.
 */
function composeFrom(source: string, base: number, maxDepth: number, comments: Comment[]): Run {
  const parser = new Parser();
  const composer = new Composer(options);
  const documents: Document.Parsed[] = [];
  let scalarNext = false;
  let tooDeep = -1;
  for (const lexeme of new Lexer().lex(base === 0 ? source : source.slice(base))) {
    if (!scalarNext && lexeme.charCodeAt(0) === hash) {
      const start = base + parser.offset;
      comments.push({ start, end: start + lexeme.length, text: lexeme });
    }
    scalarNext = !scalarNext && lexeme === CST.SCALAR;
    for (const token of parser.next(lexeme)) documents.push(...composer.next(token));
    if (parser.stack.length > maxDepth + 1) tooDeep = firstTooDeep(parser, maxDepth);
    if (tooDeep >= 0) break;
  }
  if (tooDeep < 0) for (const token of parser.end()) documents.push(...composer.next(token));
  documents.push(...composer.end());
  const found = withExtents(documents, base, source);
  if (tooDeep < 0) {
    const errors = documents.length === 0 ? composer.streamInfo().errors : [];
    if (errors.length > 0) found.push({ extent: { start: base, end: source.length }, base, contents: null, errors });
    return { found, next: source.length };
  }
  const mark = nextMark(source, base + tooDeep);
  const start = documents.at(-1)?.range[2] ?? 0;
  for (const one of found.slice(-1)) Object.assign(one.extent, { end: base + start });
  const place = visible({ start: base + tooDeep, end: base + tooDeep + 1 }, source);
  const extent = { start: base + start, end: mark.end };
  found.push({ extent, base, contents: null, errors: [], tooDeep: place });
  return { found, next: mark.next };
}

const hash = 35;

const options = {
  version: '1.2',
  schema: 'core',
  merge: false,
  resolveKnownTags: false,
  uniqueKeys: false,
  keepSourceTokens: false,
  logLevel: 'silent',
} as const;

/** The parser's stack is the document and one collection a level. A scalar on top may still turn out to be a key. */
function firstTooDeep(parser: Parser, maxDepth: number): number {
  const token = parser.stack[maxDepth + 1];
  if (!token || !('offset' in token)) return -1;
  const open = parser.stack.length > maxDepth + 2 || 'items' in token;
  return open ? token.offset : -1;
}

/** Each document reaches from the end of the one before to its own; the last one to the end of the text. */
function withExtents(documents: readonly Document.Parsed[], base: number, source: string): Composed[] {
  let start = base;
  let early: YAMLParseError[] = [];
  return documents.map((document, position) => {
    const isLast = position === documents.length - 1;
    // The package books what is wrong at the very beginning of a document on the one before.
    const mark = isLast ? source.length : markAfter(source, base + document.range[1]);
    const errors = early;
    early = [];
    let end = Math.max(start, base + document.range[2]);
    for (const error of document.errors) {
      if (base + error.pos[0] > mark) {
        early.push(error);
        continue;
      }
      errors.push(error);
      end = Math.max(end, base + error.pos[1]);
    }
    // What is wrong may end for the package between the CR and the LF of a line.
    if (source[end] === '\n' && source[end - 1] === '\r') end++;
    const extent = { start, end: isLast ? source.length : Math.min(end, source.length) };
    start = extent.end;
    return { extent, base, contents: document.contents, errors };
  });
}

/** Where the first line `---` or `...` begins behind a document's content. */
function markAfter(source: string, contentEnd: number): number {
  const pattern = /\n(?:---|\.\.\.)(?=\s|$)/g;
  pattern.lastIndex = Math.max(contentEnd - 1, 0);
  const found = pattern.exec(source);
  return found ? found.index + 1 : source.length;
}

/** The next line `---`, where another document begins, or the line below the next `...`. */
function nextMark(source: string, from: number): { end: number; next: number } {
  const pattern = /\n(---|\.\.\.)(?=\s|$)/g;
  pattern.lastIndex = from;
  const found = pattern.exec(source);
  if (!found) return { end: source.length, next: source.length };
  const mark = found.index + 1;
  if (found[1] === '---') return { end: mark, next: mark };
  const line = source.indexOf('\n', mark);
  const next = line < 0 ? source.length : line + 1;
  return { end: next, next };
}
