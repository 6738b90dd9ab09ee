import type { DocumentModel } from '../yaml/document.ts';
import type { Path } from '../yaml/node.ts';
import { appendTo } from './fixes.ts';
import { type Fix, isFixed, type Model, type Rule } from './rule.ts';
import { type DisableComment, disableComments } from './silencing.ts';

const disableCommentIncomplete: Rule<Model> = {
  id: 'waivers/disable-comment-incomplete',
  severity: 'warning',
  kind: 'both',
  core: false,
  title: 'Silencing comment without rule or reason',
  guidelines: ['STR.2'],
  speaks: 'A comment worksec-disable-next-line names no rule that can be silenced, or gives no reason.',
  quiet: 'The comment is complete but silences nothing.',
  *check(_model, { document, ruleIds }) {
    for (const comment of disableComments(document)) {
      const isRule = ruleIds.has(comment.rule) && !isFixed(comment.rule);
      const missing = [...(isRule ? [] : ['a rule that can be silenced']), ...(comment.reason ? [] : ['the reason'])];
      if (missing.length === 0) continue;
      const at = below(comment, document);
      yield {
        at,
        place: comment.span,
        message: `Write: # worksec-disable-next-line <rule>: <reason>. Missing: ${missing.join(' and ')}.`,
        fixes: isRule ? [asWaiver(comment, at)] : [],
      };
    }
  },
};

/** What stands below a comment, on the first line that is neither blank nor a comment itself. */
function below(comment: DisableComment, document: DocumentModel): Path {
  const { text, lines } = document.stream;
  for (let line = comment.line; line < lines.count; line++) {
    let offset = lines.start(line);
    while (offset < lines.end(line) && /[\s-]/.test(text.charAt(offset))) offset++;
    if (offset < lines.end(line) && text.charAt(offset) !== '#') return document.placeAt(offset).at;
  }
  return [];
}

function asWaiver({ rule, reason }: DisableComment, at: Path): Fix {
  const place = at.length > 0 ? { at: at.join('.') } : {};
  const waiver = { rule, ...place, because: reason || null, decided_by: null, until: null };
  return { title: 'Turn into a waiver with an end date', kind: 'waive', patches: [appendTo(['waivers'], waiver)] };
}

/** Rules about silencing comments. */
export const comments: readonly Rule<Model>[] = [disableCommentIncomplete];
