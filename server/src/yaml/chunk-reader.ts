import { type CutSection, cut } from './chunks.ts';
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

/** A section with its name. */
type Named = readonly [name: string, section: Chunk];

/**
 * The chunks of a text: whole sections by name, in the order of the text, and the head and the items of each by their
 * words. What stands above all sections has no name.
 */
interface Chunks {
  top: string;
  readonly sections: Map<string, Chunk>;
  readonly items: Map<string, Map<string, Chunk>>;
}

const none = (): Chunks => ({ top: '', sections: new Map(), items: new Map() });

/**
 * Reads one text again and again while it is being written: only the sections and items that changed, all others are
 * those of the time before, moved to where they stand now.
 *
 * What it reads is a good guess. The whole text has the last word, since a part may mean something else alone.
 */
export class ChunkReader {
  private known = none();
  private next = none();
  private limits: Limits = defaultLimits;

  /** The text as its parts say; undefined for a text that has to be read as a whole. */
  read(text: string, limits: Partial<Limits> = {}): Stream | undefined {
    const { max_depth } = this.limits;
    this.limits = { ...defaultLimits, ...limits };
    if (this.limits.max_depth !== max_depth) this.known = none();
    this.next = none();
    // A character takes three bytes at most; longer texts are measured.
    const assembled = text.length * 3 <= this.limits.max_file_bytes ? this.assemble(text) : undefined;
    // What was known of a text goes on to hold while it cannot be read for a moment.
    if (assembled) this.known = this.next;
    return assembled;
  }

  private assemble(text: string): Stream | undefined {
    const { before, between, after } = this.around(text);
    const found = cut(text, between);
    if (!found) return undefined;
    const top = before.length > 0 ? this.known.top : flat(text.slice(0, found.top.end));
    this.next.top = top;
    const sections = [
      ...this.kept(before, top.length),
      ...found.sections.map((each) => this.section(text, each)),
      ...this.kept(after, between.end),
    ];
    const comments: Comment[] = [...this.chunk(text, { start: 0, end: top.length }, '').comments];
    const entries: MapEntry[] = [];
    for (const section of sections) {
      if (!section?.entry) return undefined;
      entries.push(section.entry);
      for (const comment of section.comments) comments.push(comment);
    }
    const root = blockMap(entries);
    if (!root) return undefined;
    const parts = { extent: { start: 0, end: text.length }, root, problems: [], shared: [] };
    return new TextStream(text, [parts], comments, []);
  }

  /** The sections before and after the stretch in which a text is no longer as it was known. */
  private around(text: string): { before: Named[]; between: Span; after: Named[] } {
    const { top, sections } = this.known;
    const known = text.startsWith(top) ? [...sections] : [];
    let [start, end] = [top.length, text.length];
    let first = 0;
    for (; first < known.length; first++) {
      const words = known[first]![1].text;
      if (!text.startsWith(words, start)) break;
      start += words.length;
    }
    // What comes next may still belong to the last of them.
    if (first > 0) start -= known[--first]![1].text.length;
    if (first === 0) start = 0;
    let last = known.length;
    for (; last > first; last--) {
      const words = known[last - 1]![1].text;
      const from = end - words.length;
      if (from <= start || text[from - 1] !== '\n' || !text.startsWith(words, from)) break;
      end = from;
    }
    return { before: known.slice(0, first), between: { start, end }, after: known.slice(last) };
  }

  /** Sections of which no word is another, the first of them at an offset. */
  private kept(known: readonly Named[], offset: number): Placed[] {
    let start = offset;
    return known.map(([name, section]) => {
      const here = this.keep(name, section, start);
      start += section.text.length;
      return here;
    });
  }

  private keep(name: string, section: Chunk, start: number): Placed {
    this.next.sections.set(name, section);
    this.next.items.set(name, this.known.items.get(name) ?? new Map());
    return placed(section, start);
  }

  /** A section as it was known where no word of it is another; else put together from its items. */
  private section(text: string, { head, items }: CutSection): Placed | undefined {
    const { start } = head;
    const { end } = items.at(-1) ?? head;
    const name = text.slice(start, text.indexOf(':', start));
    const known = this.known.sections.get(name);
    if (known?.text.length === end - start && text.startsWith(known.text, start)) return this.keep(name, known, start);
    const read = this.put(text, { head, items }, name);
    if (read) this.next.sections.set(name, { ...read, text: flat(text.slice(start, end)), start });
    return read;
  }

  private put(text: string, { head, items }: CutSection, name: string): Placed | undefined {
    const { entry: section, comments: above } = this.chunk(text, head, name, this.limits.max_depth);
    if (!section) return undefined;
    const comments = [...above];
    const inner: MapEntry[] = [];
    for (const item of items) {
      const { entry, comments: own } = this.chunk(text, item, name);
      if (!entry) return undefined;
      inner.push(entry);
      comments.push(...own);
    }
    if (items.length === 0) return { entry: section, comments };
    const node = blockMap(inner);
    if (!node) return undefined;
    const { key, keySpan, plainKey, merged } = section;
    return { entry: { key, keySpan, plainKey, merged, node, chunk: {} }, comments };
  }

  /** A chunk of a section as it was known, or read now. */
  private chunk(text: string, { start, end }: Span, section: string, depth = this.limits.max_depth - 1): Placed {
    const own = text.slice(start, end);
    const chunk = this.known.items.get(section)?.get(own) ?? this.readAlone(flat(own), start, depth);
    let siblings = this.next.items.get(section);
    if (!siblings) {
      siblings = new Map();
      this.next.items.set(section, siblings);
    }
    siblings.set(chunk.text, chunk);
    return placed(chunk, start);
  }

  private readAlone(text: string, start: number, depth: number): Chunk {
    const comments: Comment[] = [];
    const entry = this.entryIn(text, start, depth, comments);
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
