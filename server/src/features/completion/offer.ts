import type { CompletionItem, CompletionItemKind } from 'vscode-languageserver';
import { InsertTextFormat, InsertTextMode } from 'vscode-languageserver';
import type { Span } from '../../yaml/node.ts';
import { rangeOf } from '../ranges.ts';
import type { Context } from './context.ts';
import { escaped, type Written } from './draft.ts';
import type { Spot } from './spot.ts';

/** Something to choose. */
export interface Offer {
  readonly label: string;
  readonly kind: CompletionItemKind;
  /** What is inserted: plain text, or text with tab stops. */
  readonly text: string | Written;
  /** What is replaced; the word at the cursor when not given. */
  readonly replaces?: Span;
  readonly detail?: string | undefined;
  readonly documentation?: string | undefined;
  /** Order among all that is offered: groups first, then the order they come in. */
  readonly group: number;
  /** What typed text is compared with; the label when not given. */
  readonly filter?: string;
  /** True where the list is opened again for what comes next. */
  readonly again?: boolean;
  /** True where the inserted text has the typed word in it: then the list is asked for again with each letter. */
  readonly followsTyping?: boolean;
}

/** Offers as the editor shows them, in their order. */
export const itemsOf = (context: Context, spot: Spot, offers: readonly Offer[]): CompletionItem[] =>
  offers.map((offer, position) => itemOf(context, spot, offer, position));

function itemOf(context: Context, spot: Spot, offer: Offer, position: number): CompletionItem {
  const { text, replaces = spot.word, label, kind, detail, documentation, group, filter, again } = offer;
  const written = typeof text === 'string' ? { text, snippet: false } : text;
  const { suggestAgain } = context;
  return {
    label,
    kind,
    ...(detail && { detail }),
    ...(documentation && { documentation }),
    sortText: `${group}${String(position).padStart(5, '0')}`,
    ...(filter !== undefined && filter !== label && { filterText: filter }),
    textEdit: { range: rangeOf(context.file.stream, replaces), newText: written.text },
    ...(written.snippet && { insertTextFormat: InsertTextFormat.Snippet }),
    // The lines of what is inserted have their indentation already.
    ...(/[\r\n]/.test(written.text) && { insertTextMode: InsertTextMode.asIs }),
    ...(again && suggestAgain && { command: { title: 'What can stand here', command: suggestAgain } }),
  };
}

/** Text with what has to stand around it at the cursor. */
export function framed(spot: Spot, text: string | Written): Written {
  const written = typeof text === 'string' ? { text, snippet: false } : text;
  const after = written.snippet ? escaped(spot.after) : spot.after;
  return { text: spot.before + written.text + after, snippet: written.snippet };
}
