import { commentEdits } from './comment.ts';
import type { DocumentModel } from './document.ts';
import type { Patch, TextEdit } from './node.ts';
import { Page } from './page.ts';
import { parseStream } from './parse.ts';
import { Pieces } from './pieces.ts';
import { removeEdits, renameEdits } from './remove.ts';
import { appendEdits, setEdits } from './set.ts';
import { wayTo } from './way.ts';

/**
 * The text edits that carry out the patches of one fix: in order, apart from each other, as small as they can be.
 * Undefined when a patch is not possible – the text is broken, the place is not there, or the edit would change
 * other places too because an alias or a merge key ties them together.
 *
 * Comments are changed before everything else, names are changed and things taken out after it, so that the places of
 * all patches can be those of the text as it is.
 */
export function editsFor(document: DocumentModel, patches: readonly Patch[]): TextEdit[] | undefined {
  if (isBroken(document)) return undefined;
  const pieces = new Pieces(document.stream.text);
  let current: DocumentModel = document;
  let page = new Page(current);
  let waiting: TextEdit[] = [];
  for (const patch of inWorkingOrder(document, patches)) {
    let edits = editsOf(page, patch);
    if (waiting.length > 0 && (edits === undefined || touch(waiting, edits))) {
      const next = reread(pieces, waiting, current);
      if (!next) return undefined;
      current = next;
      page = new Page(current);
      waiting = [];
      edits = editsOf(page, patch);
    }
    if (!edits) return undefined;
    waiting.push(...edits);
  }
  if (waiting.length > 0 && !reread(pieces, waiting, current)) return undefined;
  return pieces.edits();
}

/** The text after the edits, which must be those of {@link editsFor}: in order and apart from each other. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let done = 0;
  for (const edit of edits) {
    result += text.slice(done, edit.start) + edit.newText;
    done = edit.end;
  }
  return result + text.slice(done);
}

function editsOf(page: Page, patch: Patch): TextEdit[] | undefined {
  if (patch.op === 'comment') return commentEdits(page, patch.span, patch.text);
  if (patch.op === 'remove') return removeEdits(page, patch.at, patch.nth);
  const way = wayTo(page.document, patch.at, patch.op !== 'append');
  if (!way) return undefined;
  if (patch.op === 'rename') return renameEdits(page, way, patch.key);
  const { value, comment, sentenceField = 'description' } = patch;
  const addition = { value, comment, sentenceField };
  return patch.op === 'set' ? setEdits(page, way, addition) : appendEdits(page, way, addition);
}

/** Comments first, since they go by their offset; additions as given, then names from the deepest up, then what is taken out from the last one back. */
function inWorkingOrder(document: DocumentModel, patches: readonly Patch[]): Patch[] {
  const comments = patches.filter((patch) => patch.op === 'comment');
  const additions = patches.filter((patch) => patch.op === 'set' || patch.op === 'append');
  const names = patches.filter((patch) => patch.op === 'rename').sort((a, b) => b.at.length - a.at.length);
  const gone = patches
    .filter((patch) => patch.op === 'remove')
    .map((patch) => ({ patch, start: startOf(document, patch) }));
  gone.sort((a, b) => b.start - a.start);
  return [...comments, ...additions, ...names, ...gone.map(({ patch }) => patch)];
}

function startOf(document: DocumentModel, { at, nth }: Patch & { op: 'remove' }): number {
  const holder = nth ? document.node(at.slice(0, -1)) : undefined;
  if (holder?.kind !== 'map') return document.span({ at, part: 'entry' }).start;
  return holder.repeated?.filter((entry) => entry.key === String(at.at(-1)))[(nth ?? 1) - 1]?.keySpan.start ?? 0;
}

/** True when edits overlap or something is put in where another edit begins or ends: then the order matters. */
function touch(some: readonly TextEdit[], others: readonly TextEdit[]): boolean {
  return some.some((a) => others.some((b) => touches(a, b)));
}

function touches(a: TextEdit, b: TextEdit): boolean {
  const pointed = a.start === a.end || b.start === b.end;
  return pointed ? a.start <= b.end && b.start <= a.end : a.start < b.end && b.start < a.end;
}

/** Carries out edits and reads the result anew; undefined when that would break the document. */
function reread(pieces: Pieces, edits: readonly TextEdit[], document: DocumentModel): DocumentModel | undefined {
  pieces.apply(edits);
  const next = parseStream(pieces.text()).documents[document.index];
  return next && !isBroken(next) ? next : undefined;
}

function isBroken(document: DocumentModel): boolean {
  return document.problems.some((problem) => problem.code !== 'duplicate-key');
}
