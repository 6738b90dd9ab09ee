import type { TextEdit } from 'vscode-languageserver-protocol';
import { LineIndex } from '../../server/src/yaml/lines.ts';

/** A text after the edits of a workspace edit. */
export function applyToText(text: string, edits: readonly TextEdit[]): string {
  const lines = new LineIndex(text);
  return [...edits]
    .map(({ range, newText }) => ({ start: lines.offset(range.start), end: lines.offset(range.end), newText }))
    .sort((a, b) => b.start - a.start)
    .reduce((done, { start, end, newText }) => done.slice(0, start) + newText + done.slice(end), text);
}
