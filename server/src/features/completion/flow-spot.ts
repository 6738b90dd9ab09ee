import { type FlowFrame, FlowReader, flowFrame } from './flow.ts';
import type { Lines } from './page.ts';
import { type CommentSpot, NOTHING, type Spot } from './spot.ts';
import { closingQuote } from './tokens.ts';

/** Where the cursor is in brackets that were read up to it; `column` is that of the line they belong to. */
export function flowSpot(
  lines: Lines,
  reader: FlowReader,
  from: number,
  offset: number,
  column: number,
): Spot | CommentSpot | undefined {
  const { text } = lines;
  const closed = reader.read(from, offset);
  const line = { end: lines.end(lines.line) };
  if (reader.comment >= 0) return { comment: { start: reader.comment, end: line.end }, line: lines.line };
  if (closed >= 0) return commentBehind(lines, closed, offset);
  const { top } = reader;
  if (!top || top.state === 'after') return undefined;
  const isKey = top.kind === 'map' && top.state === 'item';
  const limit = lines.flowLimit(column);

  if (reader.quote !== undefined) {
    if (isKey || reader.tokenStart < lines.start(lines.line)) return undefined;
    const close = closingQuote(text, offset, line.end, reader.quote);
    const word = { start: reader.tokenStart + 1, end: close < 0 ? offset : close };
    return { ...NOTHING, ...around(text, top, word.end + 1, limit, false), ...value(), word, quote: reader.quote };
  }
  const started = reader.tokenStart >= 0;
  // Behind a word and blanks a comma has to come first; behind a quotation as well.
  if (started && (reader.tokenEnd < offset || /["']/.test(text[reader.tokenStart]!))) return undefined;
  if (started && reader.tokenStart < lines.start(lines.line)) return undefined;
  const end = wordEnd(text, offset, line.end);
  const word = { start: started ? reader.tokenStart : offset, end };
  const next = nextContent(text, end, limit);
  const isLast = next >= limit || /[,\]}]/.test(text[next]!);
  const hasColon = isKey && text[next] === ':' && next < limit;
  if (!isKey && !isLast && (top.state === 'value' || word.start < word.end)) return undefined;
  const unit = text[word.start - 1];
  return {
    ...NOTHING,
    ...around(text, top, hasColon ? next : end, limit, hasColon),
    ...(isKey ? { keyIn: top.path, flow: true, column } : value()),
    word,
    hasColon,
    before: unit === ',' || unit === ':' ? ' ' : '',
    after: isLast || hasColon ? (text[end] === '#' ? ' ' : '') : text[end] === ' ' ? ',' : ', ',
  };

  function value() {
    return { valueAt: reader.inner(), flow: true, column };
  }
}

/** What else the brackets hold, before and behind the word. */
function around(text: string, top: FlowFrame, from: number, limit: number, hasColon: boolean) {
  const rest = new FlowReader(text, []);
  rest.stack.push(flowFrame(top.kind, [], hasColon || top.state === 'value' ? 'value' : 'item'));
  const own = rest.top!;
  // The word itself is read too, as an entry or element without a name.
  rest.read(hasColon ? from + 1 : from, limit);
  return {
    present: new Map([...top.entries, ...own.entries].filter(([key]) => key !== '')),
    taken: [...top.elements, ...own.elements],
  };
}

/** The end of a plain word in brackets, on its line. */
function wordEnd(text: string, from: number, end: number): number {
  let last = from;
  for (let at = from; at < end; at++) {
    const unit = text[at]!;
    if (',[]{}'.includes(unit)) break;
    if (unit === '#' && /\s/.test(text[at - 1] ?? ' ')) break;
    if (unit === ':' && /[\s,\]}]/.test(text[at + 1] ?? ' ')) break;
    if ((unit === '"' || unit === "'") && at === from) break;
    if (/\s/.test(unit) && last === from) break;
    if (!/\s/.test(unit)) last = at + 1;
  }
  return last;
}

/** The next offset that holds neither blanks nor a comment. */
function nextContent(text: string, from: number, limit: number): number {
  const space = /(?:\s|(?<=\s)#.*)*/y;
  space.lastIndex = from;
  return Math.min(from + (space.exec(text)?.[0].length ?? 0), limit);
}

/** The comment behind what ends at `from`, where the cursor stands in it. */
export function commentBehind(lines: Lines, from: number, offset: number): CommentSpot | undefined {
  const end = lines.end(lines.line);
  const found = /^\s+(?=#)/.exec(lines.text.slice(from, end));
  const start = from + (found?.[0].length ?? end);
  return found && offset > start ? { comment: { start, end }, line: lines.line } : undefined;
}
