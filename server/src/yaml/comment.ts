import type { Span, TextEdit } from './node.ts';
import type { Page } from './page.ts';
import { wholeLines } from './remove.ts';

/** Gives a comment another text, or takes it out; undefined where no comment of the document begins there. */
export function commentEdits(page: Page, { start }: Span, text: string | null): TextEdit[] | undefined {
  const { stream, extent } = page.document;
  const comment = stream.comments().find((each) => each.start === start);
  if (!comment || start < extent.start || start > extent.end) return undefined;
  const end = start + comment.text.trimEnd().length;
  if (text !== null) return /^#[^\r\n]*$/.test(text) ? [{ start, end, newText: text }] : undefined;
  if (page.beginsLine(start)) return [wholeLines(page, start, end)];
  const blanks = /(?<![ \t])[ \t]*$/.exec(page.text.slice(page.lineStart(start), start))?.[0].length ?? 0;
  return [{ start: start - blanks, end: page.lineEnd(end), newText: '' }];
}
