import {
  type Alias,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { Anchors, copyAt, LimitReached, type Reached } from './aliases.ts';
import type { Limits } from './limits.ts';
import type { ListNode, MapEntry, MapNode, ScalarNode, Span, TextProblem, YamlNode } from './node.ts';

export interface Tree {
  readonly root: YamlNode | undefined;
  readonly problems: readonly TextProblem[];
  /** The anchored nodes that an alias uses: changing one would change other places too. */
  readonly shared: readonly Span[];
  /** True where an anchor or an alias stands in it. */
  readonly anchored: boolean;
}

/**
 * Converts what the `yaml` package understood into our own tree.
 *
 * `source` may be a part of a file that begins at offset `base`: the package's offsets count from the part's
 * beginning, the tree's from the file's. So a section or an item can be read alone.
 */
export function buildTree(contents: Node | null, source: string, base: number, limits: Limits): Tree {
  const builder = new TreeBuilder(source, base, limits);
  const shared = (): Span[] => [...builder.anchors.used];
  try {
    const root = contents === null ? undefined : builder.node(contents, 1);
    return { root, problems: builder.problems, shared: shared(), anchored: builder.anchored };
  } catch (error) {
    if (!(error instanceof LimitReached)) throw error;
    return { root: undefined, problems: [error.problem], shared: [], anchored: builder.anchored };
  }
}

class TreeBuilder {
  readonly problems: TextProblem[] = [];
  readonly anchors: Anchors;
  anchored = false;
  private readonly at: (string | number)[] = [];

  constructor(
    private readonly source: string,
    private readonly base: number,
    private readonly limits: Limits,
  ) {
    this.anchors = new Anchors(limits);
  }

  node(node: Node, depth: number): YamlNode {
    if (isAlias(node)) {
      this.anchored = true;
      return this.alias(node, depth);
    }
    if (depth > this.limits.max_depth) {
      throw new LimitReached({ code: 'depth-limit', limit: this.limits.max_depth, ...this.firstLineOf(node) });
    }
    const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
    if (anchor !== undefined) {
      this.anchored = true;
      this.anchors.open(anchor);
    }
    let built: YamlNode;
    if (isMap(node)) built = this.map(node, depth);
    else if (isSeq(node)) built = this.list(node, depth);
    else built = this.scalar(node as Scalar);
    if (anchor !== undefined) this.anchors.close(anchor, built);
    return built;
  }

  private map(map: YAMLMap, depth: number): MapNode {
    const entries = new Map<string, MapEntry>();
    const merges: Reached[] = [];
    const repeated: MapEntry[] = [];
    const times = new Map<string, number>();
    let { start, end } = this.span(map);
    if (!map.flow) end = start;
    for (const pair of map.items as Pair<Node | null, Node | null>[]) {
      const key = this.key(pair.key);
      start = Math.min(start, key.span.start);
      this.at.push(key.text);
      const node = pair.value ? this.node(pair.value, depth + 1) : absent(key.span.end);
      end = Math.max(end, node.end);
      const entry: MapEntry = { key: key.text, keySpan: key.span, plainKey: key.plain, merged: false, node };
      const merge = key.plain && key.text === '<<' ? mergedMaps(node) : undefined;
      const first = merge ? undefined : entries.get(key.text);
      if (merge) {
        merges.push({ maps: merge, use: node });
      } else if (first) {
        const nth = (times.get(key.text) ?? 0) + 1;
        times.set(key.text, nth);
        repeated.push(entry);
        this.problems.push({
          code: 'duplicate-key',
          key: key.text,
          first: first.keySpan,
          at: [...this.at],
          nth,
          ...this.visible(key.span),
        });
      } else {
        entries.set(key.text, entry);
      }
      this.at.pop();
    }
    for (const merge of merges) addMerged(entries, merge);
    const flow = map.flow === true;
    return repeated.length > 0
      ? { kind: 'map', flow, entries, repeated, start, end }
      : { kind: 'map', flow, entries, start, end };
  }

  private list(list: YAMLSeq, depth: number): ListNode {
    const items: YamlNode[] = [];
    let { start, end } = this.span(list);
    if (!list.flow) end = start;
    for (const item of list.items as Node[]) {
      this.at.push(items.length);
      const node = this.node(item, depth + 1);
      this.at.pop();
      start = Math.min(start, node.start);
      end = Math.max(end, node.end);
      items.push(node);
    }
    return { kind: 'list', flow: list.flow === true, items, start, end };
  }

  private scalar(scalar: Scalar): ScalarNode {
    const { start, end } = this.span(scalar);
    const plain = scalar.type === undefined || scalar.type === 'PLAIN';
    if (plain && start === end) return { ...absent(this.afterIndicator(start)), value: plainValue(scalar) };
    const text = scalar.source ?? '';
    const block = scalar.type === 'BLOCK_LITERAL' || scalar.type === 'BLOCK_FOLDED';
    return {
      kind: 'scalar',
      value: plainValue(scalar),
      text,
      plain,
      start,
      end: block ? this.withoutBlankEnd(start, end) : end,
    };
  }

  private alias(alias: Alias, depth: number): YamlNode {
    const span = this.span(alias);
    const target = this.anchors.use(alias.source, span, depth);
    if (target) return copyAt(target, span);
    this.problems.push({ code: 'syntax', reason: `no anchor &${alias.source} stands above this alias`, ...span });
    return { kind: 'scalar', value: `*${alias.source}`, text: `*${alias.source}`, plain: true, ...span };
  }

  private key(key: Node | null): { text: string; span: Span; plain: boolean } {
    if (key === null) return { text: '', span: { start: this.base, end: this.base }, plain: true };
    const span = this.span(key);
    if (isScalar(key)) {
      const plain = key.type === undefined || key.type === 'PLAIN';
      const text = key.source ?? '';
      if (key.anchor !== undefined) {
        this.anchored = true;
        this.anchors.open(key.anchor);
        this.anchors.close(key.anchor, { kind: 'scalar', value: plainValue(key), text, plain, ...span });
      }
      return { text, span, plain };
    }
    this.anchored ||= isAlias(key);
    const target = isAlias(key) ? this.anchors.use(key.source, span, 1) : undefined;
    if (target?.kind === 'scalar') return { text: target.text, span, plain: false };
    // A map or list as a key goes by its source; that of a block runs on into the next line.
    const text = this.slice(span).trimEnd();
    return { text, span: { start: span.start, end: span.start + text.length }, plain: false };
  }

  private span(node: Node): Span {
    const [start, end] = node.range ?? [0, 0];
    const last = this.source.length;
    const from = Math.min(start, last);
    let to = Math.min(Math.max(start, end), last);
    // A list or map that is never closed ends for the package between the CR and the LF of its line.
    while (to > from && this.source[to] === '\n' && this.source[to - 1] === '\r') to--;
    return { start: this.base + from, end: this.base + to };
  }

  /** At least one unit of text: a key may be empty, a problem cannot be. */
  private visible({ start, end }: Span): Span {
    if (start < end) return { start, end };
    let shown = Math.min(start + 1 - this.base, this.source.length);
    // Nobody sees what ends a line.
    while (shown > 1 && /[\r\n]/.test(this.source.charAt(shown - 1))) shown--;
    return { start: this.base + shown - 1, end: this.base + shown };
  }

  private slice(span: Span): string {
    return this.source.slice(span.start - this.base, span.end - this.base);
  }

  private firstLineOf(node: Node): Span {
    const span = this.span(node);
    const length = this.slice(span).search(/[\r\n]/);
    return length > 0 ? { start: span.start, end: span.start + length } : span;
  }

  /** The package puts an absent value after the blanks that follow `key:`; we want the place right after the colon. */
  private afterIndicator(offset: number): number {
    let at = offset - this.base;
    while (at > 0 && (this.source[at - 1] === ' ' || this.source[at - 1] === '\t')) at--;
    return this.base + at;
  }

  /** The end of a block scalar without the line end and the blank lines after it. */
  private withoutBlankEnd(start: number, end: number): number {
    const text = this.slice({ start, end });
    let to = text.length;
    for (;;) {
      let back = to;
      while (back > 0 && (text[back - 1] === ' ' || text[back - 1] === '\t')) back--;
      // Blanks at the end of a line with words belong to it; a line of blanks alone does not.
      if (back > 0 && (text[back - 1] === '\n' || text[back - 1] === '\r')) to = back - 1;
      else return start + to;
    }
  }
}

function absent(offset: number): ScalarNode {
  return { kind: 'scalar', value: null, text: '', plain: true, start: offset, end: offset };
}

const coreTags: ReadonlySet<string> = new Set(
  ['str', 'int', 'float', 'bool', 'null'].map((t) => `tag:yaml.org,2002:${t}`),
);

/** Tags other than those of the core schema, and values they do not fit, leave the text as it is. */
function plainValue(scalar: Scalar): string | number | boolean | null {
  const text = scalar.source ?? '';
  if (scalar.tag !== undefined && !coreTags.has(scalar.tag)) return text;
  const value: unknown = scalar.value;
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  return text;
}

/** The maps a merge key brings in, or undefined when its value is none: then `<<` is a key like any other. */
function mergedMaps(node: YamlNode): readonly MapNode[] | undefined {
  if (node.kind === 'map') return [node];
  if (node.kind !== 'list' || node.items.length === 0) return undefined;
  const maps = node.items.filter((item) => item.kind === 'map');
  return maps.length === node.items.length ? maps : undefined;
}

function addMerged(entries: Map<string, MapEntry>, merge: Reached): void {
  for (const map of merge.maps) {
    for (const entry of map.entries.values()) {
      if (!entries.has(entry.key)) entries.set(entry.key, { ...entry, merged: true });
    }
  }
}
