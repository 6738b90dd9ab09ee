import { nearest } from '../formats/nearest.ts';
import type { DocumentModel } from '../yaml/document.ts';
import type { Path } from '../yaml/node.ts';
import { appendTo, complete } from './fixes.ts';
import { type Fix, isFixed, type Model, type Rule } from './rule.ts';
import { type DisableComment, disableComments } from './silencing.ts';
import { hinted } from './wordings.ts';

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
      const near = isRule ? undefined : meantRule(comment, ruleIds);
      const rule = isRule ? comment.rule : near;
      yield {
        at,
        place: comment.span,
        message: hinted(
          `Write: # worksec-disable-next-line <rule>: <reason>. Missing: ${missing.join(' and ')}.`,
          near ? `Did you mean ${near}?` : '',
        ),
        fixes: rule === undefined ? [] : [...completed(comment, rule, document), ...asWaiver(comment, at, isRule)],
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

/** The rule whose id was mistyped; none for a rule that is known and cannot be silenced. */
const meantRule = ({ rule }: DisableComment, ruleIds: ReadonlySet<string>): string | undefined =>
  rule === '' || rule.length > 80 || ruleIds.has(rule)
    ? undefined
    : nearest(
        rule,
        [...ruleIds].filter((id) => !isFixed(id)),
      );

/** The same comment with the right rule, and with a place for the reason where there is none. */
function completed({ span, rule: written, reason }: DisableComment, rule: string, document: DocumentModel): Fix[] {
  const text = `# worksec-disable-next-line ${rule}: ${reason || '<reason>'}`;
  if (document.stream.text.slice(span.start, span.end) === text) return [];
  const patch = { op: 'comment', at: [], span, text } as const;
  return reason
    ? [complete(`Replace ${written} with ${rule}`, patch)]
    : [{ title: 'Add a reason', kind: 'scaffold', patches: [patch] }];
}

function asWaiver({ span, rule }: DisableComment, at: Path, isRule: boolean): Fix[] {
  if (!isRule) return [];
  const place = at.length > 0 ? { at: at.join('.') } : {};
  const waiver = { rule, ...place, because: null, decided_by: null, until: null };
  return [
    {
      title: 'Turn into a waiver with an end date',
      kind: 'waive',
      patches: [{ op: 'comment', at: [], span, text: null }, appendTo(['waivers'], waiver)],
    },
  ];
}

/** Rules about silencing comments. */
export const comments: readonly Rule<Model>[] = [disableCommentIncomplete];
