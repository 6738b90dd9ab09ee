import { disableComments } from '../../rules/silencing.ts';
import type { DocumentModel } from '../../yaml/document.ts';
import type { Span } from '../../yaml/node.ts';

/** The rule a silencing comment names, and where its name stands. */
export interface SilencedRule {
  readonly rule: string;
  readonly span: Span;
}

const DIRECTIVE = 'worksec-disable-next-line';

/** The rules that the silencing comments of a document name. */
export const silencedRules = (document: DocumentModel): SilencedRule[] =>
  disableComments(document).flatMap(({ rule, span }) => {
    const { text } = document.stream;
    const start = text.indexOf(rule, text.indexOf(DIRECTIVE, span.start) + DIRECTIVE.length);
    return rule === '' || start < 0 || start > span.end ? [] : [{ rule, span: { start, end: start + rule.length } }];
  });

/** The rule in a silencing comment at an offset. */
export const ruleInComment = (document: DocumentModel, offset: number): SilencedRule | undefined =>
  silencedRules(document).find(({ span }) => span.start <= offset && offset <= span.end);
