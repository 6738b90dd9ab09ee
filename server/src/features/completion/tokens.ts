import type { Span } from '../../yaml/node.ts';

/** A key on its line, with the offset behind its colon. */
export interface KeyToken extends Span {
  readonly name: string;
  readonly quoted: boolean;
  readonly colonEnd: number;
}

export const isBlank = (unit: string | undefined): boolean => unit === ' ' || unit === '\t';

/** The first offset from `from` on that holds no blank; `end` where there is none. */
export function skipBlanks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isBlank(text[at])) at++;
  return at;
}

/** True for a dash that begins an element of a list. */
export const isDash = (text: string, at: number, end: number): boolean =>
  text[at] === '-' && (at + 1 >= end || isBlank(text[at + 1]));

/** True where a line holds no content from `at` on: it ends there, or a comment begins. */
export const isOver = (text: string, at: number, end: number): boolean => at >= end || text[at] === '#';

/** The offset behind anchors and tags in front of a value or a key. */
export function skipProperties(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && (text[at] === '&' || text[at] === '!')) {
    while (at < end && !isBlank(text[at])) at++;
    at = skipBlanks(text, at, end);
  }
  return at;
}

/** The offset of the closing mark of a quotation, or -1 where it does not end before `end`. `from` is behind the opening mark. */
export function closingQuote(text: string, from: number, end: number, quote: string): number {
  for (let at = from; at < end; at++) {
    if (quote === '"' && text[at] === '\\') at++;
    else if (text[at] !== quote) continue;
    else if (quote === "'" && text[at + 1] === "'") at++;
    else return at;
  }
  return -1;
}

/** The plain text from `from` on: up to a comment or the end of the line, without blanks at its end. */
export function plainToken(text: string, from: number, end: number): Span {
  let last = from;
  for (let at = from; at < end; at++) {
    if (text[at] === '#' && at > from && isBlank(text[at - 1])) break;
    if (!isBlank(text[at])) last = at + 1;
  }
  return { start: from, end: last };
}

/** The key that begins at `from`, if a colon follows it on this line. */
export function keyAt(text: string, from: number, end: number): KeyToken | undefined {
  const start = skipProperties(text, from, end);
  const first = text[start];
  if (start >= end || first === undefined) return undefined;
  if (first === '"' || first === "'") {
    const close = closingQuote(text, start + 1, end, first);
    const colon = close < 0 ? end : skipBlanks(text, close + 1, end);
    if (!isColon(text, colon, end)) return undefined;
    return { start, end: close + 1, name: text.slice(start + 1, close), quoted: true, colonEnd: colon + 1 };
  }
  if ('[]{},#&*!|>%@`'.includes(first)) return undefined;
  for (let at = start; at < end; at++) {
    if (text[at] === '#' && at > start && isBlank(text[at - 1])) return undefined;
    if (!isColon(text, at, end)) continue;
    const token = plainToken(text, start, at);
    return { ...token, name: text.slice(token.start, token.end), quoted: false, colonEnd: at + 1 };
  }
  return undefined;
}

const isColon = (text: string, at: number, end: number): boolean =>
  at < end && text[at] === ':' && (at + 1 >= end || isBlank(text[at + 1]));
