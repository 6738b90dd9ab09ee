import type { DocumentCoverage, QuestionCoverage, QuestionFate } from '../../../server/src/protocol.ts';
import { type Html, html, trusted } from './html.ts';
import type { PanelCommand, PanelContent, PanelState, PanelWords } from './messages.ts';

/** The parts of the page, by the id of the element each goes into. */
export interface PageParts {
  readonly head: Html;
  readonly picture: Html;
  readonly filters: Html;
  readonly questions: Html;
}

const COMMANDS: readonly PanelCommand[] = ['exportReport', 'interview'];

const FATES: readonly QuestionFate[] = ['open', 'answered', 'accepted', 'notApplicable'];

/** What stands beside the word of a fate, so that its colour is not all that shows it. */
const SIGNS: Readonly<Record<QuestionFate, string>> = { answered: '✓', open: '?', accepted: '‖', notApplicable: '–' };

/** The document a panel shows. */
export const documentOf = ({ documents }: PanelContent, state: PanelState): DocumentCoverage | undefined =>
  documents[state.document] ?? documents[0];

/** The questions that are left by the filters, each with its number in the whole. */
export const shownQuestions = (document: DocumentCoverage, { fate, area }: PanelState): QuestionCoverage[] =>
  document.questions.filter((each) => (fate === '' || each.fate === fate) && (area === '' || each.area === area));

/** “12 questions are shown.” */
export function shownWords({ shownOne, shownMany }: PanelWords, count: number): string {
  return (count === 1 ? shownOne : shownMany).replace('{0}', String(count));
}

/** The page for what is to be shown, by what a person has chosen. */
export function pageParts(content: PanelContent, state: PanelState): PageParts {
  const document = documentOf(content, state);
  const { words } = content;
  return {
    head: head(content, document),
    picture: document ? picture(document, state, words) : html``,
    filters: document ? filters(document, state, words) : html``,
    questions: document ? questions(document, state, words) : html``,
  };
}

function head({ documents, counts, file, words }: PanelContent, document: DocumentCoverage | undefined): Html {
  const at = document ? documents.indexOf(document) : -1;
  return html`<h1>${document?.title ?? file}</h1>
<p>${(counts[at] ?? [words.noQuestions]).join(' · ')}</p>
<p class="doing">${COMMANDS.map(
    (command) =>
      html`<button type="button" class="command" data-key="${command}" data-command="${command}">${words.doing[command]}</button>`,
  )}</p>
${document?.broken && html`<p class="broken">${words.broken}</p>`}
${
  documents.length > 1 &&
  html`<label>${words.document} <select data-key="document" data-choice="document">${documents.map(
    ({ title, document: id }, i) =>
      html`<option value="${i}"${i === at && html` selected`}>${title ?? id ?? file}</option>`,
  )}</select></label>`
}`;
}

function picture({ pictures }: DocumentCoverage, state: PanelState, words: PanelWords): Html {
  const shown = pictures.find(({ id }) => id === state.picture) ?? pictures[0];
  return html`<fieldset><legend>${words.picture}</legend>${pictures.map(
    ({ id }) =>
      html`<label><input type="radio" name="picture" value="${id}" data-key="picture ${id}" data-choice="picture"${id === shown?.id && html` checked`}> ${words.pictures[id]}</label>`,
  )}</fieldset>
${shown && html`<div class="picture" tabindex="0" role="group" aria-label="${words.pictures[shown.id]}" data-key="drawing">${trusted(shown.svg)}</div>`}`;
}

const filters = ({ areas }: DocumentCoverage, state: PanelState, words: PanelWords): Html =>
  html`${select(
    'fate',
    words.state,
    state.fate,
    words.all,
    FATES.map((fate) => [fate, words.fates[fate]]),
  )}
${select(
  'area',
  words.area,
  state.area,
  words.all,
  areas.map(({ id, name }) => [id, name]),
)}`;

const select = (
  name: 'fate' | 'area',
  label: string,
  chosen: string,
  all: string,
  options: readonly (readonly [value: string, words: string])[],
): Html =>
  html`<label>${label} <select data-key="${name}" data-choice="${name}">${[['', all] as const, ...options].map(
    ([value, words]) => html`<option value="${value}"${value === chosen && html` selected`}>${words}</option>`,
  )}</select></label>`;

function questions(document: DocumentCoverage, state: PanelState, words: PanelWords): Html {
  const shown = shownQuestions(document, state);
  if (shown.length === 0) return html``;
  const names = new Map(document.areas.map(({ id, name }) => [id, name]));
  return html`<table aria-labelledby="questions-title">
<thead><tr>${[words.state, words.question, words.about, words.area, words.who].map(
    (column) => html`<th scope="col">${column}</th>`,
  )}</tr></thead>
<tbody>${shown.map(
    (each) => html`<tr>
<td><span class="fate ${each.fate}"><span class="sign" aria-hidden="true">${SIGNS[each.fate]}</span> ${words.fates[each.fate]}</span></td>
<th scope="row"><button type="button" data-key="${each.key}" data-question="${document.questions.indexOf(each)}">${each.question}</button></th>
<td dir="auto">${each.about}</td>
<td>${names.get(each.area) ?? each.area}</td>
<td dir="auto">${each.who.join(', ')}${each.until !== undefined && html` <span class="until">${words.until.replace('{0}', each.until)}</span>`}</td>
</tr>`,
  )}</tbody>
</table>`;
}
