import { type EdgeLabel, Graph, type GraphLabel, layout, type NodeLabel, type RankerFunction } from '@dagrejs/dagre';
import type { FlowGraph, Stop } from './flow-graph.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where a stop stands; `x` and `y` are its middle. */
export interface PlacedStop extends Stop, Point {}

/** A step with the points it passes between its stops. */
export interface PlacedStep {
  readonly from: PlacedStop;
  readonly to: PlacedStop;
  readonly by: readonly Point[];
}

export interface FlowLayout {
  readonly stops: readonly PlacedStop[];
  readonly steps: readonly PlacedStep[];
  readonly height: number;
  /** The columns that have stops, with their middles. */
  readonly columns: readonly { readonly column: number; readonly x: number }[];
}

type Arranged = Graph<GraphLabel, NodeLabel, EdgeLabel>;

export const STOP = { width: 200, height: 56 };
const GAP = 74;

/** Places stops in their columns, in an order in which few steps cross. */
export function layOut({ stops, steps }: FlowGraph): FlowLayout {
  const columns = [...new Set(stops.map(({ column }) => column))].sort();
  const graph = arranged({ stops, steps }, columns);
  const x = (column: number): number => columns.indexOf(column) * (STOP.width + GAP) + STOP.width / 2;
  const placed = new Map(stops.map((stop) => [stop.id, { ...stop, x: x(stop.column), y: graph.node(stop.id).y! }]));
  return {
    stops: [...placed.values()],
    steps: steps.map(({ from, to }) => ({
      from: placed.get(from)!,
      to: placed.get(to)!,
      // The first and the last point lie on the rims of the stops, some others between the columns.
      by: graph
        .edge(from, to)
        .points!.slice(1, -1)
        .filter((point) => columns.some((column) => x(column) === point.x)),
    })),
    height: graph.graph().height!,
    columns: columns.map((column) => ({ column, x: x(column) })),
  };
}

let last: { readonly key: string; readonly graph: Arranged } | undefined;

/** The library's arrangement. It takes a while, and most of what people type leaves the ways as they were. */
function arranged({ stops, steps }: FlowGraph, columns: readonly number[]): Arranged {
  const key = JSON.stringify([stops.map(({ id, column }) => [id, column]), steps]);
  if (last?.key === key) return last.graph;
  const graph: Arranged = new Graph();
  // The library wants a rank between two columns, for labels of edges, and half of `ranksep` on each side of it. Its types
  // do not know yet that a function may rank.
  graph.setGraph({ rankdir: 'LR', nodesep: 16, edgesep: 12, ranksep: GAP, ranker: keepColumns as never });
  for (const { id, column } of stops) graph.setNode(id, { ...STOP, rank: 2 * columns.indexOf(column) });
  for (const { from, to } of steps) graph.setEdge(from, to, {});
  layout(graph);
  last = { key, graph };
  return graph;
}

/** The columns are given, not worked out; only the helping node that the library adds has none yet. */
const keepColumns: RankerFunction = (graph) => {
  for (const id of graph.nodes()) graph.node(id).rank ??= 0;
};
