import { documentOf, pageParts, shownQuestions, shownWords } from './content.ts';
import type { FromPage, PanelCommand, PanelContent, PanelState, ToPage } from './messages.ts';

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  getState(): PanelState | undefined;
  setState(state: PanelState): void;
};

const host = acquireVsCodeApi();
const pictureStyle = new CSSStyleSheet();
document.adoptedStyleSheets.push(pictureStyle);

let content: PanelContent | undefined;
let state: PanelState = { document: 0, fate: 'open', area: '', ...host.getState() };
const written = new Map<string, string>();

/** Writes anew what has changed; focus and scrolling stay where they are. */
function render(): void {
  if (!content) return;
  const focused = focusedKey();
  const drawing = document.querySelector('.picture');
  const scrolled = { left: drawing?.scrollLeft ?? 0, top: drawing?.scrollTop ?? 0 };
  for (const [id, { text }] of Object.entries(pageParts(content, state))) {
    if (written.get(id) === text) continue;
    written.set(id, text);
    document.getElementById(id)!.innerHTML = text;
  }
  document.querySelector('.picture')?.scrollTo(scrolled);
  const shown = documentOf(content, state);
  const words = shown ? shownWords(content.words, shownQuestions(shown, state).length) : content.words.noQuestions;
  const told = document.getElementById('shown')!;
  if (told.textContent !== words) told.textContent = words;
  if (focused !== focusedKey()) find('key', focused)?.focus({ preventScroll: true });
}

const focusedKey = (): string | undefined => (document.activeElement as HTMLElement | null)?.dataset.key;

const find = (name: string, value: string | undefined): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>(`[data-${name}]`)].find((element) => element.dataset[name] === value);

function choose(chosen: Partial<PanelState>): void {
  state = { ...state, ...chosen };
  host.setState(state);
  render();
}

addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if (data.type === 'look') {
    choose({ document: data.document, area: data.area });
    if (data.area) document.getElementById('questions-title')!.scrollIntoView();
    return;
  }
  const isOther = content?.uri !== data.content.uri && state.uri !== data.content.uri;
  content = data.content;
  pictureStyle.replaceSync(content.style);
  const area = content.documents[isOther ? 0 : state.document]?.areas.some(({ id }) => id === state.area);
  choose({ uri: content.uri, ...(isOther && { document: 0 }), ...(!area && { area: '' }) });
});

document.addEventListener('change', ({ target }) => {
  const { dataset, value } = target as HTMLSelectElement;
  if (dataset.choice === 'document') choose({ document: Number(value), area: '' });
  else if (dataset.choice) choose({ [dataset.choice]: value });
});

document.addEventListener('click', ({ target }) => {
  const command = (target as Element).closest<HTMLElement>('[data-command]')?.dataset.command;
  if (content && command) host.postMessage({ type: 'do', command: command as PanelCommand, uri: content.uri });
  const shown = content && documentOf(content, state);
  if (!content || !shown) return;
  const { uri } = content;
  const question = (target as Element).closest<HTMLElement>('[data-question]');
  if (question) host.postMessage({ type: 'go', uri, range: shown.questions[Number(question.dataset.question)]!.range });
  const at = (target as Element).closest('[data-at]')?.getAttribute('data-at');
  if (at)
    host.postMessage({ type: 'follow', uri, ...(shown.document !== undefined && { document: shown.document }), at });
});

host.postMessage({ type: 'ready' });
