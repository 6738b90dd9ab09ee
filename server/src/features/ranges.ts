import type { Range } from 'vscode-languageserver';
import type { Stream } from '../yaml/document.ts';
import type { Span } from '../yaml/node.ts';

/** A span of a text as the editor counts it. */
export const rangeOf = (stream: Stream, span: Span): Range => ({
  start: stream.lines.position(span.start),
  end: stream.lines.position(span.end),
});

/** The editor's range as a span of a text. */
export const spanOf = (stream: Stream, range: Range): Span => ({
  start: stream.lines.offset(range.start),
  end: stream.lines.offset(range.end),
});

/** True where two spans share a unit or touch. */
export const touch = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end;
