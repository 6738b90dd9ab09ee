import type { Limits } from './limits.ts';
import type { MapEntry, MapNode, Span, TextProblem, YamlNode } from './node.ts';

/** Ends the reading of a document early; caught where the tree is built. */
export class LimitReached extends Error {
  constructor(readonly problem: TextProblem) {
    super(problem.code);
  }
}

/** The maps that a merge key brings in, and the place that names them. */
export interface Reached {
  readonly maps: readonly MapNode[];
  readonly use: Span;
}

interface Anchored {
  readonly node: YamlNode;
  size: number;
  levels: number;
}

/** The anchors seen so far, and what the aliases that use them cost. Everything is counted before it is copied. */
export class Anchors {
  /** The anchored nodes that some alias uses. */
  readonly used = new Set<YamlNode>();
  private readonly known = new Map<string, Anchored | 'open'>();
  private expanded = 0;

  constructor(private readonly limits: Limits) {}

  /** From here to `close` the anchored node is being read: an alias to it would lead back to itself. */
  open(name: string): void {
    this.known.set(name, 'open');
  }

  close(name: string, node: YamlNode): void {
    // A node inside that carries the same name has taken it over by now.
    if (this.known.get(name) === 'open') this.known.set(name, { node, size: -1, levels: 0 });
  }

  /** The node an alias stands for; undefined when there is none of that name. */
  use(name: string, span: Span, depth: number): YamlNode | undefined {
    const anchored = this.known.get(name);
    if (anchored === undefined) return undefined;
    if (anchored === 'open') throw new LimitReached({ code: 'alias-limit', ...span });
    if (anchored.size < 0) Object.assign(anchored, measure(anchored.node));
    this.expanded += anchored.size;
    if (this.expanded > this.limits.max_alias_expansion_nodes) throw new LimitReached({ code: 'alias-limit', ...span });
    if (depth + anchored.levels - 1 > this.limits.max_depth) {
      throw new LimitReached({ code: 'depth-limit', limit: this.limits.max_depth, ...span });
    }
    this.used.add(anchored.node);
    return anchored.node;
  }
}

function measure(node: YamlNode): { size: number; levels: number } {
  let size = 1;
  let levels = 0;
  for (const child of children(node)) {
    const inner = measure(child);
    size += inner.size;
    levels = Math.max(levels, inner.levels);
  }
  return { size, levels: levels + 1 };
}

function children(node: YamlNode): readonly YamlNode[] {
  if (node.kind === 'list') return node.items;
  return node.kind === 'map' ? [...node.entries.values()].map((entry) => entry.node) : [];
}

/** A copy of a node and all below it that lies where its alias stands. */
export function copyAt(node: YamlNode, { start, end }: Span): YamlNode {
  const place = { start, end, aliased: true };
  if (node.kind === 'scalar') return { ...node, ...place };
  if (node.kind === 'list') {
    return { kind: 'list', flow: node.flow, items: node.items.map((item) => copyAt(item, place)), ...place };
  }
  const entries = new Map<string, MapEntry>();
  for (const [key, entry] of node.entries) {
    entries.set(key, { ...entry, keySpan: { start, end }, node: copyAt(entry.node, place) });
  }
  return { kind: 'map', flow: node.flow, entries, ...place };
}
