import type { MapEntry, YamlNode } from './node.ts';

/** An entry as it stands when the text before it has become longer by so many units, or shorter. */
export function moved(entry: MapEntry, by: number): MapEntry {
  const { key, keySpan, plainKey, merged, node, chunk } = entry;
  const span = { start: keySpan.start + by, end: keySpan.end + by };
  return { key, keySpan: span, plainKey, merged, node: movedNode(node, by), chunk };
}

function movedNode(node: YamlNode, by: number): YamlNode {
  const start = node.start + by;
  const end = node.end + by;
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
