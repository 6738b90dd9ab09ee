import {
  commands,
  Disposable,
  type ExtensionContext,
  env,
  l10n,
  Range,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import {
  COVERAGE,
  type CoverageAnswer,
  type CoverageParams,
  PLACE,
  type PlaceParams,
  type WireRange,
} from '../../../server/src/protocol.ts';
import { isOurs } from '../files.ts';
import type { FromPage, PanelContent, PanelState, ToPage } from '../panel/messages.ts';
import { shellHtml } from '../panel/shell.ts';
import type { Overviews } from './overviews.ts';
import { panelWords } from './panel-words.ts';
import { countsLines } from './words.ts';

const TYPE = 'worksec.coverage';

/** Typing that pauses this many milliseconds is looked at. */
const PAUSE = 300;

type Ask = <R>(method: string, params: object) => Promise<R>;

/** Shows pictures and questions of one file beside its text; there is at most one such panel in a window. */
export class CoveragePanel implements Disposable {
  readonly #listening: Disposable[];
  #panel: WebviewPanel | undefined;
  #uri: Uri | undefined;
  #look: { document: string | undefined; area: string } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isReady = false;
  /** What the page was last told to show. */
  content: PanelContent | undefined;

  constructor(
    private readonly context: Pick<ExtensionContext, 'extensionUri'>,
    private readonly overviews: Overviews,
    private readonly ask: Ask,
  ) {
    this.#listening = [
      // A lens names area and document; a button over the editor gives things of its own after the file.
      commands.registerCommand('worksec.showCoverage', (uri?: string | Uri, area?: unknown, document?: unknown) =>
        this.show(uri === undefined ? undefined : Uri.parse(String(uri)), textOf(area) ?? '', textOf(document)),
      ),
      window.registerWebviewPanelSerializer(TYPE, {
        deserializeWebviewPanel: async (panel, state: PanelState | undefined) => {
          const last = state?.uri === undefined ? undefined : Uri.parse(state.uri);
          this.#uri = this.#nearFile() ?? last ?? this.#anyFile();
          this.#fill(panel);
        },
      }),
      window.onDidChangeActiveTextEditor((editor) => {
        if (editor && isOurs(editor.document)) this.#turnTo(editor.document.uri);
      }),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (document.uri.toString() === this.#uri?.toString()) this.#soon();
      }),
      overviews.onDidChange(() => this.#soon()),
    ];
  }

  /** Opens the panel, or brings it to the front, for a file and one of its elements or phases. */
  show(uri: Uri | undefined, area = '', document?: string): void {
    const shown = uri ?? this.#anyFile();
    if (!shown) {
      void window.showInformationMessage(l10n.t('There is no description or charter to show yet.'));
      return;
    }
    this.#uri = shown;
    this.#look = { document, area };
    if (this.#panel) {
      this.#panel.reveal(undefined, true);
      void this.#refresh();
      return;
    }
    const column = { viewColumn: ViewColumn.Beside, preserveFocus: true };
    this.#fill(window.createWebviewPanel(TYPE, l10n.t('Security coverage'), column));
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#panel?.dispose();
    Disposable.from(...this.#listening).dispose();
  }

  /** The file people are at, else one they see. */
  #nearFile(): Uri | undefined {
    const { activeTextEditor, visibleTextEditors } = window;
    return [activeTextEditor, ...visibleTextEditors].find((editor) => editor && isOurs(editor.document))?.document.uri;
  }

  #anyFile(): Uri | undefined {
    const [first] = this.overviews.documents;
    return this.#nearFile() ?? (first && Uri.parse(first.uri));
  }

  #fill(panel: WebviewPanel): void {
    this.#panel = panel;
    this.#isReady = false;
    const { webview } = panel;
    const scripts = Uri.joinPath(this.context.extensionUri, 'dist');
    panel.iconPath = Uri.joinPath(this.context.extensionUri, 'docs/icon.png');
    webview.options = { enableScripts: true, localResourceRoots: [scripts] };
    webview.onDidReceiveMessage((message: FromPage) => this.#heard(message));
    panel.onDidDispose(() => {
      if (this.#panel === panel) this.#panel = this.content = undefined;
    });
    webview.html = shellHtml({
      nonce: nonce(),
      script: webview.asWebviewUri(Uri.joinPath(scripts, 'panel.js')).toString(),
      language: env.language,
      title: l10n.t('Security coverage'),
      questions: l10n.t('Questions'),
    });
  }

  async #heard(message: FromPage): Promise<void> {
    if (message.type === 'ready') {
      this.#isReady = true;
      await this.#refresh();
    } else if (message.type === 'do') {
      await commands.executeCommand(`worksec.${message.command}`, Uri.parse(message.uri));
    } else if (message.type === 'go') {
      await goTo(message.uri, message.range);
    } else {
      const { type, ...where } = message;
      const range = await this.ask<WireRange | null>(PLACE, where satisfies PlaceParams);
      if (range) await goTo(message.uri, range);
    }
  }

  #turnTo(uri: Uri): void {
    if (!this.#panel || this.#uri?.toString() === uri.toString()) return;
    this.#uri = uri;
    this.#soon();
  }

  #soon(): void {
    if (!this.#panel) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#refresh(), PAUSE);
  }

  async #refresh(): Promise<void> {
    const uri = this.#uri;
    const panel = this.#panel;
    if (!uri || !panel || !this.#isReady) return;
    const answer = await this.ask<CoverageAnswer>(COVERAGE, { uri: uri.toString() } satisfies CoverageParams).catch(
      // The server stopped meanwhile; once it runs again, everything is told anew.
      () => undefined,
    );
    if (!answer || this.#panel !== panel || this.#uri?.toString() !== uri.toString()) return;
    this.content = contentOf(uri, answer);
    panel.title = l10n.t('Coverage: {0}', answer.documents[0]?.title ?? this.content.file);
    await this.#tell({ type: 'content', content: this.content });
    const look = this.#look;
    this.#look = undefined;
    if (look) {
      const document = answer.documents.findIndex((each) => each.document === look.document);
      await this.#tell({ type: 'look', document: Math.max(0, document), area: look.area });
    }
  }

  async #tell(message: ToPage): Promise<void> {
    await this.#panel?.webview.postMessage(message);
  }
}

function contentOf(uri: Uri, answer: CoverageAnswer): PanelContent {
  return {
    ...answer,
    uri: uri.toString(),
    file: uri.path.slice(uri.path.lastIndexOf('/') + 1),
    counts: answer.documents.map(({ counts }) => countsLines(counts)),
    words: panelWords(),
  };
}

/** Opens a place in the text, in the column where its editor is already. */
async function goTo(uri: string, { start, end }: WireRange): Promise<void> {
  const seen = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri);
  await window.showTextDocument(Uri.parse(uri), {
    selection: new Range(start.line, start.character, end.line, end.character),
    viewColumn: seen?.viewColumn ?? ViewColumn.One,
  });
}

const textOf = (given: unknown): string | undefined => (typeof given === 'string' ? given : undefined);

const nonce = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
