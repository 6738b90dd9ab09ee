import type { PositionEncodingKind } from 'vscode-languageserver';
import type { LineIndex, Position } from './yaml/lines.ts';

/** How a client counts columns. The engine always counts UTF-16 units. */
export type Encoding = 'utf-8' | 'utf-16' | 'utf-32';

const KNOWN: readonly Encoding[] = ['utf-16', 'utf-8', 'utf-32'];

/** The client's first choice among the encodings known here; UTF-16, which every client knows, where it names none. */
export const chosenEncoding = (offered: readonly PositionEncodingKind[] | undefined): Encoding =>
  (offered ?? []).map((each) => KNOWN.find((known) => known === each)).find((each) => each !== undefined) ?? 'utf-16';

/** Finds the lines of a text by its URI. */
export type LinesOf = (uri: string) => LineIndex | undefined;

/** Positions between the client's way of counting and the engine's. */
export class PositionCoder {
  constructor(
    private readonly encoding: Encoding,
    private readonly linesOf: LinesOf,
  ) {}

  /** What a client sent, counted in UTF-16 units. */
  incoming = <T>(value: T, uri: string): T =>
    this.encoding === 'utf-16' ? value : (recoded(value, uri, (position, at) => this.toUtf16(position, at)) as T);

  /** An answer, counted as the client does. */
  outgoing = <T>(value: T, uri: string): T =>
    this.encoding === 'utf-16' ? value : (recoded(value, uri, (position, at) => this.fromUtf16(position, at)) as T);

  private toUtf16(position: Position, uri: string): Position {
    const lines = this.linesOf(uri);
    return lines ? toUtf16(position, lines, this.encoding) : position;
  }

  private fromUtf16(position: Position, uri: string): Position {
    const lines = this.linesOf(uri);
    if (!lines) return position;
    const start = lines.start(position.line);
    let character = 0;
    for (const letter of lines.text.slice(start, start + position.character))
      character += widthOf(letter, this.encoding);
    return { line: position.line, character };
  }
}

/** A position of the client's, counted in UTF-16 units of a text; one past the line's end stands at its end. */
export function toUtf16(position: Position, lines: LineIndex, encoding: Encoding): Position {
  if (encoding === 'utf-16') return position;
  const line = lines.text.slice(lines.start(position.line), lines.end(position.line));
  let counted = 0;
  let character = 0;
  for (const letter of line) {
    if (counted >= position.character) break;
    counted += widthOf(letter, encoding);
    character += letter.length;
  }
  return { line: position.line, character };
}

function widthOf(letter: string, encoding: Encoding): number {
  if (encoding === 'utf-32') return 1;
  const code = letter.codePointAt(0)!;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

type Recode = (position: Position, uri: string) => Position;

/** A message with every position in it recoded. An object that names a URI has its positions in that text. */
function recoded(value: unknown, uri: string, recode: Recode): unknown {
  if (Array.isArray(value)) return value.map((each) => recoded(each, uri, recode));
  if (typeof value !== 'object' || value === null) return value;
  const object = value as Record<string, unknown>;
  if (typeof object.line === 'number' && typeof object.character === 'number')
    return recode(object as unknown as Position, uri);
  const named = object.uri ?? object.targetUri ?? (object.textDocument as { uri?: unknown } | undefined)?.uri;
  const here = typeof named === 'string' ? named : uri;
  return Object.fromEntries(
    Object.entries(object).map(([key, each]) => {
      // What a command or a lazily resolved item carries along comes back as it is.
      if (key === 'data') return [key, each];
      if (key === 'changes' && typeof each === 'object' && each !== null && !Array.isArray(each))
        return [key, Object.fromEntries(Object.entries(each).map(([at, edits]) => [at, recoded(edits, at, recode)]))];
      return [key, recoded(each, here, recode)];
    }),
  );
}
