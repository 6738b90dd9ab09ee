import { Disposable, l10n, StatusBarAlignment, window } from 'vscode';
import type { Overviews } from './views/overviews.ts';
import { answeredWords, openWords } from './views/words.ts';

/** The open questions of the active file, at the foot of the window; a click opens the Problems panel. */
export class OpenQuestions implements Disposable {
  readonly #item = window.createStatusBarItem('worksec.openQuestions', StatusBarAlignment.Left, 10);
  readonly #listening: Disposable;
  /** What the item says; empty while it is hidden. */
  text = '';

  constructor(private readonly overviews: Overviews) {
    this.#item.name = l10n.t('Open questions');
    this.#item.command = 'workbench.actions.view.problems';
    this.#listening = Disposable.from(
      overviews.onDidChange(() => this.#update()),
      window.onDidChangeActiveTextEditor(() => this.#update()),
    );
  }

  dispose(): void {
    this.#listening.dispose();
    this.#item.dispose();
  }

  #update(): void {
    const uri = window.activeTextEditor?.document.uri.toString();
    const documents = uri === undefined ? [] : this.overviews.of(uri);
    if (documents.length === 0) {
      this.text = '';
      this.#item.hide();
      return;
    }
    const open = documents.reduce((sum, { counts }) => sum + counts.open, 0);
    this.text = openWords(open);
    this.#item.text = `$(${open > 0 ? 'question' : 'pass'}) ${this.text}`;
    const lines = documents.map(({ title, counts }) => (title ? `${title}: ` : '') + answeredWords(counts));
    this.#item.tooltip = [...lines, l10n.t('Click to see what is open.')].join('\n');
    this.#item.accessibilityInformation = { label: [this.text, ...lines].join(', ') };
    this.#item.show();
  }
}
