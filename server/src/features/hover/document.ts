import type { Position } from 'vscode-languageserver';
import { type CheckedFile, namedKind } from '../../check/check.ts';
import type { CheckedDocument } from '../../check/checked-document.ts';
import { rootText } from '../../check/interpret.ts';
import type { Coverage } from '../../check/questions.ts';
import type { Kind } from '../../formats/common.ts';
import { memo } from '../../model/memo.ts';
import type { Model } from '../../rules/rule.ts';
import type { DocumentModel, Stream } from '../../yaml/document.ts';
import { documentAt, type FeatureFile } from '../world.ts';

/** The offset of the editor's position; one behind the end of its line counts as that end. */
export const offsetAt = ({ lines }: Stream, { line, character }: Position): number =>
  Math.max(0, Math.min(lines.start(line) + character, lines.end(line)));

/** A document as features for readers see it: the text as it is now, with names and counts also while it is broken. */
export interface SeenDocument {
  /** The check of the text as it is now; its findings have places in that text. */
  readonly checked: CheckedDocument;
  readonly document: DocumentModel;
  readonly kind: Kind | undefined;
  /** Of the text as it is now or, while that cannot be read, of the last one that could. */
  readonly model: Model | undefined;
  readonly coverage: Readonly<Record<string, Coverage>>;
  /** The check that model and coverage are from. */
  readonly known: CheckedDocument;
}

/** The documents of a file that are ours, in the order of the text. */
export const seenDocuments = (file: FeatureFile): SeenDocument[] =>
  file.checked.documents.map((checked) => seen(file, checked));

/** The document an offset lies in; undefined where that is none of ours. */
export function seenAt(file: FeatureFile, offset: number): SeenDocument | undefined {
  const checked = documentAt(file.checked, offset);
  // In a stream with documents of other programs, theirs may lie around the offset.
  const isInside = checked && checked.document === documentAround(file, offset);
  return isInside ? seen(file, checked) : undefined;
}

const documentAround = ({ stream: { documents } }: FeatureFile, offset: number): DocumentModel | undefined =>
  documents.findLast(({ extent }) => extent.start <= offset) ?? documents[0];

function seen(file: FeatureFile, checked: CheckedDocument): SeenDocument {
  const { document } = checked;
  const known = checked.model ? checked : (earlier(file.lastGood)(document) ?? checked);
  return {
    checked,
    document,
    kind: checked.kind ?? known.kind ?? namedKind(file.uri),
    model: known.model,
    coverage: known.coverage,
    known,
  };
}

/** The same document in an older text: the one with its id or, where it has none, at its position. */
const earlier = memo(({ documents }: CheckedFile) => {
  const byId = new Map(documents.map((each) => [rootText(each.document, 'id'), each]));
  const byIndex = new Map(documents.map((each) => [each.document.index, each]));
  return (document: DocumentModel): CheckedDocument | undefined => {
    const id = rootText(document, 'id');
    return (id === undefined ? undefined : byId.get(id)) ?? byIndex.get(document.index);
  };
});
