import type { Content, EntryContent, MapEntry, Span, YamlNode } from './node.ts';

/**
 * An entry as it stands when the text before it has become longer by so many units, or shorter. Most of what moves at a
 * key is not looked at before it moves again: its nodes are moved when somebody asks for them.
 */
export const moved = (entry: MapEntry, by: number): MapEntry =>
  entry instanceof MovedEntry ? new MovedEntry(entry.still, entry.by + by) : new MovedEntry(entry, by);

/** What an entry says, for those to whom it does not matter where it stands. */
export const contentOf = (entry: EntryContent): Content =>
  entry instanceof MovedEntry ? entry.still.node : entry.node;

/** An entry as it stood when it was read, with how far it has moved since: enough to say where something in it lies. */
export const stillOf = (entry: MapEntry): { readonly still: MapEntry; readonly by: number } =>
  entry instanceof MovedEntry ? entry : { still: entry, by: 0 };

class MovedEntry implements MapEntry {
  readonly key: string;
  readonly plainKey: boolean;
  readonly merged: boolean;
  readonly chunk: object | undefined;
  private there: YamlNode | undefined;

  constructor(
    readonly still: MapEntry,
    readonly by: number,
  ) {
    this.key = still.key;
    this.plainKey = still.plainKey;
    this.merged = still.merged;
    this.chunk = still.chunk;
    this.there = undefined;
  }

  get keySpan(): Span {
    return shifted(this.still.keySpan, this.by);
  }

  get node(): YamlNode {
    this.there ??= movedNode(this.still.node, this.by);
    return this.there;
  }
}

/** The same stretch of a text, further on by so many units. */
export const shifted = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

function movedNode(node: YamlNode, by: number): YamlNode {
  const { start, end } = shifted(node, by);
  switch (node.kind) {
    case 'scalar':
      return { kind: 'scalar', value: node.value, text: node.text, plain: node.plain, start, end };
    case 'list':
      return { kind: 'list', flow: node.flow, items: node.items.map((item) => movedNode(item, by)), start, end };
    case 'map': {
      const entries = new Map<string, MapEntry>();
      for (const [key, entry] of node.entries) entries.set(key, moved(entry, by));
      return { kind: 'map', flow: node.flow, entries, start, end };
    }
  }
}
