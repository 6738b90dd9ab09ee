import { l10n, MarkdownString, Range, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri } from 'vscode';
import type {
  AreaOverview,
  Counts,
  DocumentOverview,
  FindingOverview,
  WireRange,
} from '../../../server/src/protocol.ts';
import { answeredWords, countsLines } from './words.ts';

/** A document, an element or phase of it, or one question. */
export type Node =
  | { readonly document: DocumentOverview }
  | { readonly document: DocumentOverview; readonly area: AreaOverview }
  | { readonly document: DocumentOverview; readonly area: AreaOverview; readonly finding: FindingOverview };

/** A node as the tree shows it. Icons differ in shape, not only in colour, and words say the same. */
export function itemOf(node: Node): TreeItem {
  if ('finding' in node) return findingItem(node.document, node.finding);
  return 'area' in node ? areaItem(node.document, node.area) : documentItem(node.document);
}

/** What tells a node from the others for as long as it is there, so that it stays open while one types. */
function idOf({ uri, document = '' }: DocumentOverview, ...rest: string[]): string {
  return [uri, document, ...rest].join(' ');
}

function documentItem(document: DocumentOverview): TreeItem {
  const uri = Uri.parse(document.uri);
  const file = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  const item = new TreeItem(document.title ?? file, TreeItemCollapsibleState.Collapsed);
  item.id = idOf(document);
  item.iconPath = new ThemeIcon(document.kind === 'project-charter' ? 'milestone' : 'organization');
  item.contextValue = document.kind === 'project-charter' ? 'charter' : 'description';
  return finish(item, document, document.range, [file, ...countsLines(document.counts)], counted(document.counts));
}

function areaItem(document: DocumentOverview, area: AreaOverview): TreeItem {
  const name = area.name ?? l10n.t('As a whole');
  const folded = area.findings.length > 0 ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None;
  const item = new TreeItem(name, folded);
  item.id = idOf(document, area.id);
  item.iconPath = areaIcon(area);
  item.contextValue = 'area';
  return finish(item, document, area.range, [name, ...countsLines(area.counts)], counted(area.counts));
}

function findingItem(document: DocumentOverview, finding: FindingOverview): TreeItem {
  const item = new TreeItem(finding.message);
  item.iconPath = new ThemeIcon(finding.accepted ? 'bell-slash' : ICONS[finding.severity]);
  item.contextValue = finding.accepted ? 'accepted' : 'open';
  const { because, until } = finding.accepted ?? {};
  const accepted = until ? l10n.t('accepted until {0}', until) : l10n.t('accepted');
  const lines = [finding.message, ...(because === undefined ? [] : [`${accepted}: ${because}`])];
  return finish(item, document, finding.range, lines, finding.accepted ? accepted : '');
}

/** Adds what every item has: words beside it and over it, the same for a screen reader, and the place it leads to. */
function finish(item: TreeItem, document: DocumentOverview, place: WireRange, lines: string[], beside: string) {
  const label = String(item.label);
  if (beside) item.description = beside;
  item.tooltip = new MarkdownString().appendText(lines.join('\n'));
  item.accessibilityInformation = { label: beside ? `${label}, ${beside}` : label };
  const { start, end } = place;
  const selection = new Range(start.line, start.character, end.line, end.character);
  item.command = {
    command: 'vscode.open',
    title: l10n.t('Go to the place'),
    arguments: [Uri.parse(document.uri), { selection }],
  };
  return item;
}

const counted = (counts: Counts): string => (counts.questions > 0 ? answeredWords(counts) : '');

function areaIcon({ counts, findings }: AreaOverview): ThemeIcon {
  if (findings.some(({ accepted, severity }) => !accepted && severity === 'error')) return new ThemeIcon('error');
  if (counts.open > 0 || findings.some(({ accepted }) => !accepted)) return new ThemeIcon('question');
  return new ThemeIcon(counts.accepted > 0 ? 'bell-slash' : 'pass');
}

const ICONS = { error: 'error', warning: 'warning', information: 'info', hint: 'lightbulb' } as const;
