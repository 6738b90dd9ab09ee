import type { LineIndex } from './lines.ts';
import type { Path, Place, Span, TextProblem, YamlNode } from './node.ts';

/** A file's text as it was read: every document of the stream, each with its own tree. */
export interface Stream {
  readonly text: string;
  readonly lines: LineIndex;
  /** The documents that hold something, in the order of the text; empty ones (nothing, comments only) are left out. */
  readonly documents: readonly DocumentModel[];
  /** What keeps the whole file from being read: it is too large, or its bytes are no text. Then `documents` is empty. */
  readonly problems: readonly TextProblem[];
  /** Every comment with its `#`, in the order of the text. Computed at the first call. */
  comments(): readonly Comment[];
}

export interface Comment extends Span {
  readonly text: string;
}

/** Text and tree together, so that the pair cannot mismatch. Made by `parseStream`, which never throws. */
export interface DocumentModel {
  readonly stream: Stream;
  /** Position in the stream, counted from 0 over the documents that hold something. */
  readonly index: number;
  readonly extent: Span;
  /** The readable tree: also there for broken text, as far as it could be understood. Undefined where nothing could. */
  readonly root: YamlNode | undefined;
  readonly problems: readonly TextProblem[];
  /** The anchored nodes that aliases use elsewhere: an edit inside them would change other places too. */
  readonly shared: readonly Span[];
  /** The node at a path, or undefined. A step into a single value by position 0 stays at that value. */
  node(at: Path): YamlNode | undefined;
  /** Where a place lies in the text. A missing place falls back to the key of its nearest ancestor that is there. */
  span(place: Place): Span;
  /** The deepest place at an offset: on a key, `part` is `key`; in a value, `value`. */
  placeAt(offset: number): Place;
}
