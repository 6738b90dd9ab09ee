import type { Comment, DocumentModel, Stream } from './document.ts';
import { LineIndex } from './lines.ts';
import { shifted, stillOf } from './move.ts';
import type { MapEntry, MapNode, Path, Place, Span, TextProblem, YamlNode } from './node.ts';

/** What reading found out about one document. */
export interface DocumentParts {
  readonly extent: Span;
  readonly root: YamlNode | undefined;
  readonly problems: readonly TextProblem[];
  readonly shared: readonly Span[];
}

export class TextStream implements Stream {
  readonly documents: readonly TreeDocument[];
  private index: LineIndex | undefined;

  constructor(
    readonly text: string,
    documents: readonly DocumentParts[],
    private readonly found: readonly Comment[],
    readonly problems: readonly TextProblem[],
  ) {
    this.documents = documents.map((parts, index) => new TreeDocument(this, index, parts));
  }

  get lines(): LineIndex {
    this.index ??= new LineIndex(this.text);
    return this.index;
  }

  comments(): readonly Comment[] {
    return this.found;
  }
}

export class TreeDocument implements DocumentModel {
  readonly extent: Span;
  readonly root: YamlNode | undefined;
  readonly problems: readonly TextProblem[];
  readonly shared: readonly Span[];

  constructor(
    readonly stream: Stream,
    readonly index: number,
    parts: DocumentParts,
  ) {
    this.extent = parts.extent;
    this.root = parts.root;
    this.problems = parts.problems;
    this.shared = parts.shared;
  }

  node(at: Path): YamlNode | undefined {
    let node = this.root;
    for (const step of at) node = node && (entryBelow(node, step)?.node ?? elementBelow(node, step));
    return node;
  }

  span(place: Place): Span {
    const reached = this.walk(place.at);
    const { node, by } = reached;
    if (node === undefined) return this.firstLine(this.extent.start);
    const key = this.keySpan(reached);
    if (place.part === 'key' || reached.steps < place.at.length) return key;
    const { start, end } = shifted(node, by);
    if (place.part === 'entry') return { start: Math.min(key.start, start), end: Math.max(key.end, end) };
    return start < end ? { start, end } : key;
  }

  placeAt(offset: number): Place {
    const at: (string | number)[] = [];
    let node = this.root;
    while (node && !node.aliased) {
      if (node.kind === 'map') {
        const entry = entryAt(node, offset);
        if (!entry) break;
        at.push(entry.key);
        if (touches(entry.keySpan, offset)) return { at, part: 'key' };
        node = entry.node;
      } else if (node.kind === 'list') {
        const position = node.items.findIndex((item) => touches(item, offset));
        if (position < 0) break;
        at.push(position);
        node = node.items[position];
      } else {
        break;
      }
    }
    return { at, part: 'value' };
  }

  /** Goes along a path as far as there is something. Nothing is moved on the way: how far it has is added up. */
  private walk(at: Path): Reached {
    let node = this.root;
    let entry: MapEntry | undefined;
    let by = 0;
    let steps = 0;
    for (; node && steps < at.length; steps++) {
      const next = entryBelow(node, at[steps]!);
      if (next) {
        const moved = stillOf(next);
        entry = moved.still;
        node = entry.node;
        by += moved.by;
        continue;
      }
      const element = elementBelow(node, at[steps]!);
      if (!element) break;
      // A single value that counts as a list of one keeps its key.
      if (element !== node) entry = undefined;
      node = element;
    }
    return { node, entry, steps, by };
  }

  private keySpan({ node, entry, by }: Reached): Span {
    if (entry && entry.keySpan.start < entry.keySpan.end) return shifted(entry.keySpan, by);
    if (entry) return this.before(this.contentFrom(entry.keySpan.end + by) + 1);
    if (!node) return this.firstLine(this.extent.start);
    const { start, end } = shifted(node, by);
    if (node === this.root) return this.firstLine(start);
    return start < end ? { start, end } : this.before(start);
  }

  /** Where something stands at or behind an offset: of a key without words that is its colon, lines below at times. */
  private contentFrom(offset: number): number {
    const { text } = this.stream;
    const blanks = text.slice(offset).search(/\S/);
    return blanks < 0 ? offset : offset + blanks;
  }

  /** The unit before an offset, such as the dash of an element with nothing behind it; never one that ends a line. */
  private before(offset: number): Span {
    const { text } = this.stream;
    let end = Math.min(Math.max(offset, 1), text.length);
    while (end > 1 && /[\r\n]/.test(text.charAt(end - 1))) end--;
    return { start: Math.max(end - 1, 0), end };
  }

  /** The first words from an offset on, to the end of their line. */
  private firstLine(offset: number): Span {
    const { text } = this.stream;
    let start = offset;
    while (start < this.extent.end && /[\s\ufeff]/.test(text.charAt(start))) start++;
    let end = start;
    while (end < this.extent.end && !/[\r\n]/.test(text.charAt(end))) end++;
    while (end > start && /\s/.test(text.charAt(end - 1))) end--;
    return { start, end };
  }
}

interface Reached {
  readonly node: YamlNode | undefined;
  readonly steps: number;
  /** The entry that holds the node; undefined for the root and for elements of lists. */
  readonly entry: MapEntry | undefined;
  /** How far the node and the entry have moved since they were read. */
  readonly by: number;
}

const entryBelow = (node: YamlNode, step: string | number): MapEntry | undefined =>
  node.kind === 'map' ? node.entries.get(String(step)) : undefined;

/** An element of a list, or the value itself where it counts as a list of one. */
function elementBelow(node: YamlNode, step: string | number): YamlNode | undefined {
  if (node.kind === 'list') return node.items[Number(step)];
  const counts = Number(step) === 0 && !(node.kind === 'scalar' && node.value === null);
  return counts ? node : undefined;
}

function entryAt(map: MapNode, offset: number): MapEntry | undefined {
  for (const entry of map.entries.values()) {
    // All that an alias merges in lies at the alias itself, which belongs to the map as a whole.
    if (entry.node.aliased && entry.merged) continue;
    if (touches({ start: entry.keySpan.start, end: entry.node.end }, offset)) return entry;
  }
  return undefined;
}

function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}
