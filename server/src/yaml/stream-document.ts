import type { Comment, DocumentModel, Stream } from './document.ts';
import { LineIndex } from './lines.ts';
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
    const reached = this.walk(at);
    return reached.steps === at.length ? reached.node : undefined;
  }

  span(place: Place): Span {
    const reached = this.walk(place.at);
    if (reached.node === undefined) return this.firstLine(this.extent.start);
    if (reached.steps < place.at.length) return this.keySpan(reached);
    const key = this.keySpan(reached);
    if (place.part === 'key') return key;
    const { node } = reached;
    if (place.part === 'entry') return { start: Math.min(key.start, node.start), end: Math.max(key.end, node.end) };
    return node.start < node.end ? { start: node.start, end: node.end } : key;
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

  /** Goes along a path as far as there is something. */
  private walk(at: Path): Reached {
    let reached: Reached = { node: this.root, steps: 0, entry: undefined };
    for (const step of at) {
      const next = child(reached, step);
      if (!next) break;
      reached = next;
    }
    return reached;
  }

  private keySpan({ node, entry }: Reached): Span {
    if (entry && entry.keySpan.start < entry.keySpan.end) return entry.keySpan;
    if (entry) return this.before(this.contentFrom(entry.keySpan.end) + 1);
    if (!node) return this.firstLine(this.extent.start);
    if (node === this.root) return this.firstLine(node.start);
    return node.start < node.end ? { start: node.start, end: node.end } : this.before(node.start);
  }

  /** Where something stands at or behind an offset: of a key without words that is its colon, lines below at times. */
  private contentFrom(offset: number): number {
    const { text } = this.stream;
    const blanks = text.slice(offset).search(/\S/);
    return blanks < 0 ? offset : offset + blanks;
  }

  /** The unit before an offset, such as the dash of an element with nothing behind it. */
  private before(offset: number): Span {
    const end = Math.min(Math.max(offset, 1), this.stream.text.length);
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
}

function child({ node, steps, entry }: Reached, step: string | number): Reached | undefined {
  if (node?.kind === 'map') {
    const found = node.entries.get(String(step));
    if (found) return { node: found.node, steps: steps + 1, entry: found };
  }
  if (node?.kind === 'list') {
    const item = node.items[Number(step)];
    return item && { node: item, steps: steps + 1, entry: undefined };
  }
  const single = node !== undefined && Number(step) === 0 && !(node.kind === 'scalar' && node.value === null);
  return single ? { node, steps: steps + 1, entry } : undefined;
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
