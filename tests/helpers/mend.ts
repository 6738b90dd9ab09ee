import type { CheckedFile } from '../../server/src/check/check.ts';
import type { Finding } from '../../server/src/check/finding.ts';
import type { Fix, Model } from '../../server/src/rules/rule.ts';
import type { DocumentModel } from '../../server/src/yaml/document.ts';
import type { TextEdit } from '../../server/src/yaml/node.ts';
import { applyEdits, editsFor } from '../../server/src/yaml/patch.ts';

/** One fix of one finding, with the document it belongs to. */
export interface Offer {
  readonly document: DocumentModel;
  readonly model: Model | undefined;
  readonly finding: Finding;
  readonly fix: Fix;
}

/** Every fix that is offered for a file. */
export const offers = (checked: CheckedFile): Offer[] =>
  checked.documents.flatMap(({ document, model, findings }) =>
    findings.flatMap((finding) => finding.fixes.map((fix) => ({ document, model, finding, fix }))),
  );

/** The pairs of rule and item a finding stands for, as `itemPairs` writes them. */
export const pairsOf = ({ rule, at, items, document }: Finding): string[] =>
  (items ?? [at]).map((path) => `${document ?? ''}|${rule} ${path.join('.')}`);

/** Carries out a fix; undefined where its patches are not possible. */
export function mend({
  document,
  fix,
}: Pick<Offer, 'document' | 'fix'>): { text: string; edits: readonly TextEdit[] } | undefined {
  const edits = editsFor(document, fix.patches);
  return edits && { text: applyEdits(document.stream.text, edits), edits };
}

/** The lines of a text, each with its line end. */
export const linesOf = (text: string): string[] =>
  text.match(/[^\r\n]*(?:\r\n|\r|\n|$)/g)!.filter((line) => line !== '');

/** The lines that no edit touches; an edit that only adds whole lines touches none. */
export function untouchedLines(text: string, edits: readonly TextEdit[]): string[] {
  let at = 0;
  return linesOf(text).filter((line) => {
    const [start, end] = [at, at + line.length];
    at = end;
    return !edits.some((edit) =>
      edit.start === edit.end ? edit.start > start && edit.start < end : edit.start < end && edit.end > start,
    );
  });
}

/** True where `some` occur in `all` in the same order. */
export function occurInOrder(some: readonly string[], all: readonly string[]): boolean {
  let at = 0;
  for (const line of all) if (line === some[at]) at++;
  return at === some.length;
}
