import { type CodeAction, CodeActionKind, type TextEdit as LspTextEdit, type Range } from 'vscode-languageserver';
import type { CheckedFile } from '../check/check.ts';
import type { Finding } from '../check/finding.ts';
import { type Fix, isFixed } from '../rules/rule.ts';
import type { DocumentModel, Stream } from '../yaml/document.ts';
import { editsFor } from '../yaml/patch.ts';
import { diagnosticOf } from './diagnostics.ts';
import { rangeOf, spanOf, touch } from './ranges.ts';

/** A text as the editor knows it. `version` is null for a file that is not open. */
export interface VersionedText {
  readonly uri: string;
  readonly version: number | null;
}

/** The quick fixes of the findings a range touches, the most fitting first. */
export function quickFixes(checked: CheckedFile, text: VersionedText, range: Range): CodeAction[] {
  const wanted = spanOf(checked.stream, range);
  return checked.documents.flatMap(({ document, findings }) =>
    findings.filter((finding) => touch(finding.span, wanted)).flatMap((finding) => fixesOf(finding, document, text)),
  );
}

function fixesOf(finding: Finding, document: DocumentModel, text: VersionedText): CodeAction[] {
  const diagnostics = [diagnosticOf(finding, document.stream, text.uri)];
  const preferred = finding.fixes.find(({ kind }) => kind !== 'waive');
  const actions = finding.fixes.flatMap((fix): CodeAction[] => {
    const edits = editsOf(document, fix);
    if (!edits) return [];
    return [action(fix.title, edits, fix === preferred)];
  });
  if (!isFixed(finding.rule))
    actions.push(action('Silence this line, because …', [silence(finding, document.stream)], false));
  return actions;

  function action(title: string, edits: LspTextEdit[], isPreferred: boolean): CodeAction {
    return {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics,
      ...(isPreferred && { isPreferred }),
      edit: { documentChanges: [{ textDocument: text, edits }] },
    };
  }
}

/** The text edits of a fix, or undefined where it would change text that stands elsewhere too (behind an alias). */
export function editsOf(document: DocumentModel, fix: Fix): LspTextEdit[] | undefined {
  const edits = editsFor(document, fix.patches);
  if (!edits || edits.length === 0) return undefined;
  return edits.map((edit) => ({ range: rangeOf(document.stream, edit), newText: edit.newText }));
}

/** A comment line above the finding, with room for the reason. Until that is written, the comment silences nothing. */
function silence(finding: Finding, stream: Stream): LspTextEdit {
  const { line } = stream.lines.position(finding.span.start);
  const start = stream.lines.start(line);
  const indent = /^[ \t]*/.exec(stream.text.slice(start, stream.lines.end(line)))![0];
  const newline = stream.text.includes('\r\n') ? '\r\n' : '\n';
  const position = { line, character: 0 };
  return {
    range: { start: position, end: position },
    newText: `${indent}# worksec-disable-next-line ${finding.rule}: ${newline}`,
  };
}
