import type { Path, Span } from '../../yaml/node.ts';

/** Where the cursor is, and what can be written there. Several roles are possible at once. */
export interface Spot {
  /** What is replaced: the word in or behind which the cursor stands. */
  readonly word: Span;
  /** The map in which a key may be written. */
  readonly keyIn?: Path | undefined;
  /** The field or element that may be given a value. */
  readonly valueAt?: Path | undefined;
  /** The list that may be given an element, with a dash of its own. */
  readonly elementIn?: Path | undefined;
  /** True where such a list would stand in the column of its key: only where the document writes lists so. */
  readonly unindented?: boolean;
  /** Inside brackets. */
  readonly flow: boolean;
  /** The quotation mark around the word. */
  readonly quote?: string | undefined;
  /** The column of what is written, for the lines below it. */
  readonly column: number;
  /** For a value behind its key: the column of that key, and where the colon ends. */
  readonly behind?: { readonly column: number; readonly colonEnd: number } | undefined;
  /** What has to stand in front of the word and behind it. */
  readonly before: string;
  readonly after: string;
  /** True where a colon follows: then only the key's name is replaced. */
  readonly hasColon: boolean;
  /** The keys the map has besides the word itself, with their single values. */
  readonly present: ReadonlyMap<string, string>;
  /** The single values the list has besides the word itself. */
  readonly taken: readonly string[];
  /** True where the document holds nothing else. */
  readonly alone: boolean;
}

/** A comment the cursor stands in; `start` is where its `#` is. */
export interface CommentSpot {
  readonly comment: Span;
  readonly line: number;
}

export const NOTHING: Pick<Spot, 'before' | 'after' | 'hasColon' | 'present' | 'taken' | 'flow' | 'alone'> = {
  before: '',
  after: '',
  hasColon: false,
  present: new Map(),
  taken: [],
  flow: false,
  alone: false,
};
