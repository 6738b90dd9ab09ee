import type { CompletionItem } from 'vscode-languageserver';
import { InsertTextFormat, type TextEdit } from 'vscode-languageserver';
import { completions } from '../../server/src/features/completion/completions.ts';
import { atCursor, type Cursor, type CursorOptions } from './cursor.ts';
import { applyToText } from './lsp-edits.ts';

/** What is offered at the cursor of a marked text, and what becomes of the text when one of it is taken. */
export interface Completing {
  readonly items: readonly CompletionItem[];
  readonly labels: readonly string[];
  readonly cursor: Cursor;
  item(label: string): CompletionItem;
  /** The text after an offer was taken, with the words that stand in its tab stops at first. */
  take(label: string): string;
}

interface Options extends CursorOptions {
  readonly snippets?: boolean;
  readonly suggestAgain?: string | undefined;
}

/** Asks for completions at `<|>`. */
export function completing(marked: string, { snippets = true, suggestAgain, ...options }: Options = {}): Completing {
  const cursor = atCursor(marked, options);
  const { items } = completions(cursor.world, cursor.uri, cursor.position, { snippets, suggestAgain });
  const item = (label: string): CompletionItem => {
    const found = items.find((each) => each.label === label);
    if (!found) throw new Error(`“${label}” is not offered, but: ${items.map((each) => each.label).join(', ')}`);
    return found;
  };
  return {
    items,
    labels: items.map(({ label }) => label),
    cursor,
    item,
    take: (label) => taken(cursor.text, item(label)),
  };
}

/** A text after an offer was taken, with the words that stand in its tab stops at first. */
export function taken(text: string, item: CompletionItem): string {
  const edit = item.textEdit as TextEdit;
  const newText = item.insertTextFormat === InsertTextFormat.Snippet ? expanded(edit.newText) : edit.newText;
  return applyToText(text, [{ range: edit.range, newText }]);
}

/** A snippet as it stands in the text before anybody types. */
const expanded = (snippet: string): string =>
  snippet.replace(/\\([\\$}])|\$\d+|\$\{\d+:((?:[^\\}]|\\.)*)\}/g, (_all, unit?: string, words = '') =>
    unit !== undefined ? unit : words.replace(/\\([\\$}])/g, '$1'),
  );
