import { type Cut, cut } from './chunks.ts';
import { compose } from './compose.ts';
import type { Comment, Stream } from './document.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { moved, stillOf } from './move.ts';
import type { MapEntry, MapNode, Span } from './node.ts';
import { TextStream } from './stream-document.ts';
import { forbiddenCharacters } from './syntax.ts';
import { buildTree } from './tree.ts';

/** A stretch of a text that was read alone. */
interface Chunk {
  readonly text: string;
  /** The one entry that stands in it; undefined where it has to be read together with all others. */
  readonly entry: MapEntry | undefined;
  readonly comments: readonly Comment[];
  /** Where the chunk lay when it was read. */
  readonly start: number;
}

/** What a chunk holds, where it stands now. */
type Placed = Pick<Chunk, 'entry' | 'comments'>;

type Chunks = Map<string, Map<string, Chunk>>;

/**
 * Reads one text again and again while it is being written: only the sections and items that changed, all others are
 * those of the time before, moved to where they stand now.
 *
 * What it reads is a good guess. The whole text has the last word, since a part may mean something else alone.
 */
export class ChunkReader {
  private known: Chunks = new Map();
  private next: Chunks = new Map();
  private limits: Limits = defaultLimits;

  /** The text as its parts say; undefined for a text that has to be read as a whole. */
  read(text: string, limits: Partial<Limits> = {}): Stream | undefined {
    const { max_depth } = this.limits;
    this.limits = { ...defaultLimits, ...limits };
    if (this.limits.max_depth !== max_depth) this.known = new Map();
    // A character takes three bytes at most; longer texts are measured.
    const found = text.length * 3 <= this.limits.max_file_bytes ? cut(text) : undefined;
    this.next = new Map();
    const assembled = found && this.assemble(text, found);
    this.known = this.next;
    return assembled;
  }

  private assemble(text: string, { top, sections }: Cut): Stream | undefined {
    const comments: Comment[] = [...this.chunk(text, top, '').comments];
    const entries: MapEntry[] = [];
    for (const { head, items } of sections) {
      const chunk = this.chunk(text, head, '');
      comments.push(...chunk.comments);
      const inner: MapEntry[] = [];
      for (const item of items) {
        const { entry, comments: own } = this.chunk(text, item, chunk.entry?.key ?? '');
        if (!entry) return undefined;
        inner.push(entry);
        comments.push(...own);
      }
      if (!chunk.entry) return undefined;
      const node = blockMap(inner);
      if (items.length > 0 && !node) return undefined;
      entries.push(node ? holding(chunk.entry, node) : chunk.entry);
    }
    const root = blockMap(entries);
    if (!root) return undefined;
    const parts = { extent: { start: 0, end: text.length }, root, problems: [], shared: [] };
    return new TextStream(text, [parts], comments, []);
  }

  /** A chunk as it was known, or read now. `section` is the key it stands under. */
  private chunk(text: string, { start, end }: Span, section: string): Placed {
    const own = text.slice(start, end);
    const chunk = this.known.get(section)?.get(own) ?? this.readAlone(flat(own), start, section);
    let siblings = this.next.get(section);
    if (!siblings) {
      siblings = new Map();
      this.next.set(section, siblings);
    }
    siblings.set(chunk.text, chunk);
    return placed(chunk, start);
  }

  private readAlone(text: string, start: number, section: string): Chunk {
    const comments: Comment[] = [];
    const entry = this.entryIn(
      text,
      start,
      section === '' ? this.limits.max_depth : this.limits.max_depth - 1,
      comments,
    );
    const here = comments.map((comment) => shifted(comment, start));
    return { text, entry: entry && { ...entry, chunk: {} }, comments: here, start };
  }

  /** The entry a text consists of; undefined where there is anything that may look different in the whole. */
  private entryIn(text: string, start: number, max_depth: number, comments: Comment[]): MapEntry | undefined {
    if (text.includes('\t') || forbiddenCharacters(text)(0) < text.length) return undefined;
    const [only, ...others] = compose(text, max_depth, comments);
    if (!only?.contents || others.length > 0 || only.tooDeep || only.errors.some(isError)) return undefined;
    const { root, problems, anchored } = buildTree(only.contents, text, start, { ...this.limits, max_depth });
    if (root?.kind !== 'map' || root.flow || root.entries.size !== 1 || problems.length > 0 || anchored)
      return undefined;
    const [entry] = root.entries.values();
    return entry?.merged ? undefined : entry;
  }
}

/** A tag that the core schema does not know is no error. */
const isError = (error: { readonly message: string }): boolean => !error.message.startsWith('Unresolved tag');

const shifted = <C extends Span>(span: C, by: number): C => ({ ...span, start: span.start + by, end: span.end + by });

function placed(chunk: Chunk, start: number): Placed {
  const by = start - chunk.start;
  if (by === 0) return chunk;
  const { entry, comments } = chunk;
  return {
    entry: entry && moved(entry, by),
    comments: comments.length > 0 ? comments.map((comment) => shifted(comment, by)) : comments,
  };
}

/** The entry of a section whose items were read apart from its head. */
const holding = ({ key, keySpan, plainKey, merged }: MapEntry, node: MapNode): MapEntry => ({
  key,
  keySpan,
  plainKey,
  merged,
  node,
});

/** A text of its own: a slice would keep all of the text it was cut from. */
const flat = (text: string): string => ` ${text}`.slice(1);

/** The map that holds entries; undefined where two of them have the same key. */
function blockMap(list: readonly MapEntry[]): MapNode | undefined {
  const entries = new Map(list.map((entry) => [entry.key, entry]));
  const [first, last] = [list[0], list.at(-1)];
  if (!first || !last || entries.size < list.length) return undefined;
  const { still, by } = stillOf(last);
  return { kind: 'map', flow: false, entries, start: first.keySpan.start, end: still.node.end + by };
}
