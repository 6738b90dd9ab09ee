import { commands, type Disposable, EventEmitter, l10n, type TreeDataProvider, type TreeItem, window } from 'vscode';
import type { AreaOverview, FindingOverview } from '../../../server/src/protocol.ts';
import { itemOf, type Node } from './nodes.ts';
import type { Overviews } from './overviews.ts';

/** Which questions the tree shows. */
export type Shown = 'open' | 'accepted' | 'all';

const VIEW = 'worksec.systems';

/** The workspace's descriptions and charters, by element or phase, with their questions. */
export class SystemsTree implements TreeDataProvider<Node>, Disposable {
  readonly #changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #listening: Disposable;
  #shown: Shown = 'open';

  constructor(private readonly overviews: Overviews) {
    this.#listening = overviews.onDidChange(() => this.#changed.fire(undefined));
  }

  /** Shows other questions from now on. */
  show(shown: Shown): void {
    this.#shown = shown;
    this.#changed.fire(undefined);
  }

  getTreeItem(node: Node): TreeItem {
    return itemOf(node);
  }

  getChildren(node?: Node): Node[] {
    if (!node) return this.overviews.documents.map((document) => ({ document }));
    if ('finding' in node) return [];
    const { document } = node;
    if ('area' in node) return node.area.findings.map((finding) => ({ document, area: node.area, finding }));
    return document.areas
      .map((area) => ({ ...area, findings: area.findings.filter((finding) => this.#isShown(finding)) }))
      .filter((area) => this.#hasPlace(area))
      .map((area) => ({ document, area }));
  }

  dispose(): void {
    this.#listening.dispose();
    this.#changed.dispose();
  }

  #isShown({ accepted }: FindingOverview): boolean {
    return this.#shown === 'all' || (this.#shown === 'accepted') === (accepted !== undefined);
  }

  /** Elements stay, with their counts, when nothing is open in them; only accepted questions are looked for alone. */
  #hasPlace({ counts, findings }: AreaOverview): boolean {
    return findings.length > 0 || (this.#shown !== 'accepted' && counts.questions > 0);
  }
}

/** Puts the tree into its view, with the commands that choose what it shows. */
export function systemsView(tree: SystemsTree): Disposable[] {
  const view = window.createTreeView(VIEW, { treeDataProvider: tree, showCollapseAll: true });
  const show = (shown: Shown): void => {
    tree.show(shown);
    view.description = { open: l10n.t('open'), accepted: l10n.t('accepted'), all: l10n.t('open and accepted') }[shown];
    void commands.executeCommand('setContext', 'worksec.shown', shown);
  };
  show('open');
  return [
    view,
    tree,
    commands.registerCommand('worksec.showOpen', () => show('open')),
    commands.registerCommand('worksec.showAccepted', () => show('accepted')),
    commands.registerCommand('worksec.showAll', () => show('all')),
  ];
}
