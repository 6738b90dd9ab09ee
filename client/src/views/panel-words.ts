import { l10n } from 'vscode';
import type { PanelWords } from '../panel/messages.ts';

/** The texts of the panel's page in the language of the editor. */
export const panelWords = (): PanelWords => ({
  picture: l10n.t('Picture'),
  pictures: {
    framework: l10n.t('Work system framework'),
    'life-cycle': l10n.t('Life cycle'),
    flow: l10n.t('Ways of sensitive information'),
    grid: l10n.t('Questions by item'),
  },
  document: l10n.t('Document'),
  broken: l10n.t('The text cannot be read just now. This is what was known before.'),
  questions: l10n.t('Questions'),
  noQuestions: l10n.t('No questions are asked here yet.'),
  state: l10n.t('State'),
  area: l10n.t('Element or phase'),
  all: l10n.t('All'),
  question: l10n.t('Question'),
  about: l10n.t('About'),
  who: l10n.t('Who decided or could answer'),
  until: l10n.t('until {0}', '{0}'),
  fates: {
    answered: l10n.t('answered'),
    open: l10n.t('open'),
    accepted: l10n.t('accepted for now'),
    notApplicable: l10n.t('does not apply'),
  },
  doing: { exportReport: l10n.t('Export report…'), interview: l10n.t('Interview questions…') },
  shownOne: l10n.t('1 question is shown.'),
  shownMany: l10n.t('{0} questions are shown.', '{0}'),
});
