import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver';
import { rootText } from '../check/interpret.ts';
import type { Kind } from '../formats/common.ts';
import type { SectionName } from '../formats/field.ts';
import { sectionPath } from '../formats/section-path.ts';
import { capital } from '../rules/wordings.ts';
import type { DocumentModel } from '../yaml/document.ts';
import type { MapEntry, Span } from '../yaml/node.ts';
import { seenDocuments } from './hover/document.ts';
import { ownEntries } from './hover/field.ts';
import { fileNameOf } from './hover/item.ts';
import { cut } from './hover/markdown.ts';
import { rangeOf } from './ranges.ts';
import type { World } from './world.ts';

/** More than a person reads through; the editor asks again as the query grows. */
const MOST = 500;

const SECTIONS: Readonly<Record<Kind, readonly SectionName[]>> = {
  'work-system': [
    'customers',
    'products',
    'activities',
    'participants',
    'information',
    'technologies',
    'policies',
    'infrastructure',
    'controls',
    'roles',
  ],
  'project-charter': ['requirements', 'stakeholders', 'risks', 'outputs', 'roles'],
};

/** Descriptions, charters and their items whose id or name holds the letters of a query in their order; best first. */
export function workspaceSymbols(world: World, query: string): WorkspaceSymbol[] {
  const wanted = query.toLowerCase().replace(/\s+/g, '');
  const found: { symbol: WorkspaceSymbol; rank: number }[] = [];
  for (const { name, kind, document, span, uri, container } of everything(world)) {
    const rank = rankOf(name.toLowerCase(), wanted);
    if (rank === undefined) continue;
    const location = { uri, range: rangeOf(document.stream, span) };
    found.push({ symbol: { name, kind, location, containerName: container }, rank });
  }
  return found
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST)
    .map(({ symbol }) => symbol);
}

interface Named {
  readonly name: string;
  readonly kind: SymbolKind;
  readonly document: DocumentModel;
  readonly span: Span;
  readonly uri: string;
  readonly container: string;
}

function* everything(world: World): Generator<Named> {
  for (const file of world.files())
    for (const { document, kind } of seenDocuments(file)) {
      const { uri } = file;
      const title = rootText(document, 'title');
      const here = { document, uri };
      if (title) {
        const span = document.span({ at: ['title'] });
        yield { ...here, name: oneLine(title), kind: SymbolKind.File, span, container: fileNameOf(uri) };
      }
      for (const section of kind ? SECTIONS[kind] : []) {
        const container = `${oneLine(title || fileNameOf(uri))} › ${capital(section)}`;
        for (const entry of ownEntries(document.node(sectionPath(section))))
          if (!['notes', 'not_applicable', 'ask_later'].includes(entry.key))
            yield { ...here, name: labelOf(entry), kind: SymbolKind.Object, span: entry.keySpan, container };
      }
    }
}

/** An item's id and name as one: editors compare a query with the label they show. */
function labelOf({ key, node }: MapEntry): string {
  const name = node.kind === 'map' ? node.entries.get('name')?.node : undefined;
  const words = name?.kind === 'scalar' ? oneLine(name.text) : '';
  return words && words !== key ? `${words} (${oneLine(key)})` : oneLine(key);
}

const oneLine = (text: string): string => cut(text.replace(/\s+/g, ' ').trim(), 80);

/** How well a label fits: 0 where it begins with the query, then where it holds it, then where its letters do. */
function rankOf(label: string, wanted: string): number | undefined {
  if (wanted === '') return 0;
  const at = label.replace(/\s+/g, '').indexOf(wanted);
  if (at >= 0) return at === 0 ? 0 : 1;
  let next = 0;
  for (const letter of wanted) {
    next = label.indexOf(letter, next) + 1;
    if (next === 0) return undefined;
  }
  return 2;
}
