import type { DocumentModel } from '../../yaml/document.ts';
import type { MapEntry, ScalarNode, Span, TextEdit } from '../../yaml/node.ts';
import { keyText } from '../../yaml/render.ts';

/** A word of a text as it is written, and how another is put in its place. */
export interface WrittenWord {
  /** Without the quotes around it. */
  readonly span: Span;
  readonly replace: (word: string) => TextEdit;
}

/** Where a word stands in a scalar that says it: in quotes, behind `|`, or plain. */
export function wordIn(document: DocumentModel, node: ScalarNode, word: string, from = 0): WrittenWord | undefined {
  const source = document.stream.text.slice(node.start, node.end);
  if (source.startsWith('*')) return undefined;
  const found = source.indexOf(word, node.plain ? from : 0);
  const whole = node.text.trim() === word;
  return found < 0 ? insteadOf(node, node.text, word) : at(node.start + found, word, whole && node.plain);
}

/** A word of several in a scalar, by its position in the text; only where the text is written as it reads. */
export function wordAt(document: DocumentModel, node: ScalarNode, position: number, word: string) {
  const source = document.stream.text.slice(node.start, node.end);
  const begin = source.indexOf(node.text);
  return begin < 0 ? undefined : at(node.start + begin + position, word, false);
}

/** Where the key of an entry is written; undefined where an alias stands for it. */
export function keyIn(document: DocumentModel, { keySpan, key, plainKey }: MapEntry): WrittenWord | undefined {
  const source = document.stream.text.slice(keySpan.start, keySpan.end);
  if (source.startsWith('*')) return undefined;
  const found = source.indexOf(key);
  return found < 0 ? insteadOf(keySpan, key, key) : at(keySpan.start + found, key, plainKey);
}

/** A word on its own gets quotes where a reader would take it for something else. */
function at(start: number, word: string, plain: boolean): WrittenWord {
  const span = { start, end: start + word.length };
  return { span, replace: (other) => ({ ...span, newText: plain ? keyText(other, false) : other }) };
}

/** A text with escapes or line breaks in it is written anew as a whole. */
function insteadOf({ start, end }: Span, text: string, word: string): WrittenWord {
  const span = { start, end };
  return { span, replace: (other) => ({ ...span, newText: keyText(text.replace(word, other), true, '"') }) };
}
