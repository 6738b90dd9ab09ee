/**
 * The tree that stands behind every layer above: what a YAML document says, freed from the parser's own classes.
 *
 * Offsets count UTF-16 units of the file's text and are read only inside `yaml/`; everything above names places by
 * {@link Path} and lets the document make them concrete. A node reached through an alias or a merge key has the
 * offsets of the place that uses the alias.
 */

/** The way from the root of a document to a node: keys of maps and, for lists, positions counted from 0. */
export type Path = readonly (string | number)[];

/** A symbolic place: the node at a path, its key, or the whole entry (key and value). `value` when not given. */
export interface Place {
  readonly at: Path;
  readonly part?: 'key' | 'value' | 'entry';
}

/** A stretch of text: `start` is the first UTF-16 unit, `end` the one after the last. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface ScalarNode extends Span {
  readonly kind: 'scalar';
  /** The value in YAML 1.2's core schema. */
  readonly value: string | number | boolean | null;
  /** The text as a person wrote it, unquoted and unfolded: `007` stays `007`. Empty for an absent value. */
  readonly text: string;
  /** False for quoted and block scalars. */
  readonly plain: boolean;
}

export interface MapEntry {
  readonly key: string;
  readonly keySpan: Span;
  /** True when the key is written without quotes. */
  readonly plainKey: boolean;
  /** True when a merge key (`<<`) brought the entry in. */
  readonly merged: boolean;
  readonly node: YamlNode;
  /** Stands for the words of an entry that was read alone: the same for as long as they do, wherever they move. */
  readonly chunk?: object | undefined;
}

export interface MapNode extends Span {
  readonly kind: 'map';
  readonly flow: boolean;
  /** In the order of the text, each key once: the first of a repeated key, own keys before merged ones. */
  readonly entries: ReadonlyMap<string, MapEntry>;
  /** The second and further entries of repeated keys, so that a fix can take them out. */
  readonly repeated?: readonly MapEntry[];
}

export interface ListNode extends Span {
  readonly kind: 'list';
  readonly flow: boolean;
  readonly items: readonly YamlNode[];
}

/** `aliased` is true on a node that stands behind an alias (and on all nodes below it). */
export type YamlNode = (ScalarNode | MapNode | ListNode) & { readonly aliased?: boolean };

/** What a node says, wherever it stands: what was read of a part of a text stays when the part moves. */
export type Content = (
  | Pick<ScalarNode, 'kind' | 'value' | 'text' | 'plain'>
  | { readonly kind: 'list'; readonly flow: boolean; readonly items: readonly Content[] }
  | { readonly kind: 'map'; readonly flow: boolean; readonly entries: ReadonlyMap<string, EntryContent> }
) & { readonly aliased?: boolean };

export interface EntryContent extends Pick<MapEntry, 'key' | 'plainKey' | 'merged' | 'chunk'> {
  readonly node: Content;
}

/** What can be wrong with the text itself. `format/…` rules word these; see the catalogue's format section. */
export type TextProblem = Span &
  (
    | { readonly code: 'syntax'; readonly reason: string }
    | {
        readonly code: 'duplicate-key';
        readonly key: string;
        readonly first: Span;
        readonly at: Path;
        readonly nth: number;
      }
    | { readonly code: 'too-large'; readonly bytes: number; readonly limit: number }
    | { readonly code: 'alias-limit' }
    | { readonly code: 'depth-limit'; readonly limit: number }
  );

/**
 * An edit a person asked for, told symbolically; `patch.ts` turns it into text edits. All paths of one fix are those
 * of the text before the fix, or of what its other patches set.
 */
export type Patch =
  /** Puts a value at a path, replacing what stands there; missing maps on the way are made. */
  | ({ readonly op: 'set'; readonly at: Path; readonly value: unknown } & Addition)
  /** Adds an element to the list at a path (which may be absent, or a single value that counts as a list of one). */
  | ({ readonly op: 'append'; readonly at: Path; readonly value: unknown } & Addition)
  /** Gives the key at a path another name. */
  | { readonly op: 'rename'; readonly at: Path; readonly key: string }
  /** Takes an entry or a list element out; `nth` picks a repeated key (1 = the second of that name). */
  | { readonly op: 'remove'; readonly at: Path; readonly nth?: number }
  /**
   * Gives the comment that begins where `span` does another text, with its `#`. Null takes it out, and its line where
   * nothing else stands there. A comment belongs to no place: `at` is empty, for the document as a whole.
   */
  | { readonly op: 'comment'; readonly at: Path; readonly span: Span; readonly text: string | null };

interface Addition {
  /** Stands above what is added, or behind it where no line of its own can be had. */
  readonly comment?: string;
  /** The field that a plain sentence becomes when the path leads below it; `description` when not given. */
  readonly sentenceField?: string;
}

/** Replaces the text from `start` to `end`. */
export interface TextEdit extends Span {
  readonly newText: string;
}
