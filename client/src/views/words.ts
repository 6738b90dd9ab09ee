import { l10n } from 'vscode';
import type { Counts } from '../../../server/src/protocol.ts';

/** “3 of 5 answered”. That a question does not apply, with a reason, is an answer too. */
export const answeredWords = ({ questions, answered, notApplicable }: Counts): string =>
  l10n.t('{0} of {1} answered', answered + notApplicable, questions);

/** Every count in words, one a line; nothing of what there is none of. */
export function countsLines({ questions, answered, open, accepted, notApplicable }: Counts): string[] {
  if (questions === 0) return [l10n.t('No questions are asked here yet.')];
  return [
    questions === 1 ? l10n.t('1 question') : l10n.t('{0} questions', questions),
    l10n.t('{0} answered', answered),
    l10n.t('{0} open', open),
    ...(accepted > 0 ? [l10n.t('{0} accepted for now', accepted)] : []),
    ...(notApplicable > 0
      ? [notApplicable === 1 ? l10n.t('1 does not apply') : l10n.t('{0} do not apply', notApplicable)]
      : []),
  ];
}

/** “1 open question”, “4 open questions”. */
export function openWords(open: number): string {
  if (open === 0) return l10n.t('No open questions');
  return open === 1 ? l10n.t('1 open question') : l10n.t('{0} open questions', open);
}
