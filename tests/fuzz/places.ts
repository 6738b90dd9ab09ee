import type { TextEdit } from 'vscode-languageserver';
import { LineIndex, type Position } from '../../server/src/yaml/lines.ts';

interface Range {
  readonly start: Position;
  readonly end: Position;
}

const isRange = (value: object): value is Range => {
  const { start, end } = value as Partial<Range>;
  return typeof start?.line === 'number' && typeof end?.line === 'number';
};

/**
 * What is wrong with the places in an answer: those outside the text they belong to, and those that end before they
 * begin. An object that names a file has its places there.
 */
export function wrongPlaces(answer: unknown, uri: string, linesOf: (uri: string) => LineIndex | undefined): Range[] {
  if (typeof answer !== 'object' || answer === null) return [];
  const named = (answer as { uri?: string }).uri ?? (answer as { targetUri?: string }).targetUri;
  const document = (answer as { textDocument?: { uri?: string } }).textDocument?.uri;
  const here = named ?? document ?? uri;
  if (isRange(answer)) return isInside(answer, linesOf(here)) ? [] : [answer];
  return Object.entries(answer).flatMap(([key, value]) => {
    if (key === 'data') return [];
    // A link's origin lies where it was asked for, whatever file it leads to.
    return wrongPlaces(value, key === 'originSelectionRange' ? uri : here, linesOf);
  });
}

function isInside({ start, end }: Range, lines: LineIndex | undefined): boolean {
  if (!lines) return start.line === 0 && start.character === 0;
  const fits = ({ line, character }: Position): boolean =>
    line >= 0 && character >= 0 && line < lines.count && character <= lines.end(line) - lines.start(line);
  return (
    fits(start) && fits(end) && (start.line < end.line || (start.line === end.line && start.character <= end.character))
  );
}

/** A text after edits; throws where they overlap, so that their order would matter, or lie outside. */
export function carefullyApplied(text: string, edits: readonly TextEdit[]): string {
  const lines = new LineIndex(text);
  const spans = edits
    .map(({ range, newText }) => ({ start: lines.offset(range.start), end: lines.offset(range.end), newText, range }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  let done = '';
  let at = 0;
  for (const { start, end, newText, range } of spans) {
    if (!isInside(range, lines)) throw new Error(`an edit outside the text: ${JSON.stringify(range)}`);
    if (start < at) throw new Error(`edits overlap: ${JSON.stringify(edits)}`);
    done += text.slice(at, start) + newText;
    at = end;
  }
  return done + text.slice(at);
}
