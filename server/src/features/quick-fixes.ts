import { type CodeAction, CodeActionKind, type TextEdit as LspTextEdit } from 'vscode-languageserver';
import type { CheckedFile } from '../check/check.ts';
import type { Finding } from '../check/finding.ts';
import { isFixed } from '../rules/rule.ts';
import type { DocumentModel, Stream } from '../yaml/document.ts';
import type { Span, TextEdit } from '../yaml/node.ts';
import { editsFor } from '../yaml/patch.ts';
import { diagnosticOf } from './diagnostics.ts';
import { rangeOf, touch } from './ranges.ts';
import { type Offer, seemsPossible } from './refactor/offer.ts';
import { safeSilence, silencingComment } from './silence.ts';

/** A text as the editor knows it. `version` is null for a file that is not open. */
export interface VersionedText {
  readonly uri: string;
  readonly version: number | null;
}

/**
 * What can be done about the findings a selection touches: what the rule itself offers, then that the question does not
 * arise, waits or is accepted, then silence. Nothing is worked out yet.
 */
export function fixOffers(checked: CheckedFile, uri: string, selected: Span): Offer[] {
  return touchedFindings(checked, selected).flatMap(({ finding, document }) => offersFor(finding, document, uri));
}

/** The findings a selection touches, with the document each stands in. */
export function touchedFindings(checked: CheckedFile, selected: Span): { finding: Finding; document: DocumentModel }[] {
  return checked.documents.flatMap(({ document, findings }) =>
    findings.filter(({ span }) => touch(span, selected)).map((finding) => ({ finding, document })),
  );
}

function offersFor(finding: Finding, document: DocumentModel, uri: string): Offer[] {
  const common = {
    kind: CodeActionKind.QuickFix,
    about: `${finding.fingerprint} ${finding.span.start}`,
    diagnostics: [diagnosticOf(finding, document.stream, uri)],
  };
  const possible = finding.fixes.filter(({ patches }) => seemsPossible(document, patches));
  const preferred = finding.fixes.find(({ kind }) => kind !== 'waive');
  const offers = possible.map(
    (fix): Offer => ({
      ...common,
      title: fix.title,
      ...(fix === preferred && { isPreferred: true }),
      edits: () => editsFor(document, fix.patches),
    }),
  );
  if (!isFixed(finding.rule) && silencingComment(finding, document))
    offers.push({ ...common, title: 'Silence this line, because …', edits: () => safeSilence(finding, document) });
  return offers;
}

/** An offer as editors show it, without its edit. */
export const actionOf = ({ title, kind, isPreferred, diagnostics }: Offer): CodeAction => ({
  title,
  kind,
  ...(diagnostics && { diagnostics: [...diagnostics] }),
  ...(isPreferred && { isPreferred }),
});

/** Edits to a file's text as editors carry them out. */
export const editOf = (stream: Stream, { uri, version }: VersionedText, edits: readonly TextEdit[]) => ({
  documentChanges: [{ textDocument: { uri, version }, edits: edits.map((edit) => lspEdit(stream, edit)) }],
});

const lspEdit = (stream: Stream, edit: TextEdit): LspTextEdit => ({
  range: rangeOf(stream, edit),
  newText: edit.newText,
});
