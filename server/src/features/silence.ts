import type { Finding } from '../check/finding.ts';
import { disableComments } from '../rules/silencing.ts';
import type { DocumentModel } from '../yaml/document.ts';
import type { TextEdit } from '../yaml/node.ts';
import { after, saysTheSame } from './refactor/same-data.ts';

/**
 * A comment line above a finding that silences it, with room for the reason: until that is written, it silences
 * nothing. Undefined where no comment can stand, such as inside a text of several lines.
 */
export function silencingComment(finding: Finding, document: DocumentModel): TextEdit | undefined {
  const { stream } = document;
  const start = lineStart(finding, document);
  if (isInText(document, start)) return undefined;
  const indent = /^[ \t]*/.exec(stream.text.slice(start, finding.span.start))![0];
  const eol = stream.lines.eol(stream.lines.position(start).line);
  const newText = `${indent}# worksec-disable-next-line ${finding.rule}: ${eol}`;
  return { start, end: start, newText };
}

/** The same once it is certain: the text says what it said, and the comment is read as one. */
export function safeSilence(finding: Finding, document: DocumentModel): readonly TextEdit[] | undefined {
  const edit = silencingComment(finding, document);
  const next = edit && after(document, [edit]);
  if (!edit || !next?.root || !document.root || !saysTheSame(document.root, next.root)) return undefined;
  const line = next.stream.lines.position(edit.start).line + 1;
  const isRead = disableComments(next).some((comment) => comment.line === line && comment.rule === finding.rule);
  return isRead ? [edit] : undefined;
}

/** Where the line of a finding begins, behind a byte order mark. */
function lineStart({ span }: Finding, { stream }: DocumentModel): number {
  const start = stream.lines.start(stream.lines.position(span.start).line);
  return start === 0 && stream.text.charCodeAt(0) === 0xfeff ? 1 : start;
}

function isInText(document: DocumentModel, offset: number): boolean {
  const node = document.node(document.placeAt(offset).at);
  return node?.kind === 'scalar' && !node.aliased && node.start < offset && offset <= node.end;
}
