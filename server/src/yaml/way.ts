import type { DocumentModel } from './document.ts';
import type { ListNode, MapEntry, MapNode, Path, Span, YamlNode } from './node.ts';

/** One step on the way to a place: a node and what holds it. */
export interface Step {
  readonly node: YamlNode;
  /** What holds the node; undefined for the root. */
  readonly holder: Holder | undefined;
  /** True when the node stands between brackets or braces. */
  readonly inFlow: boolean;
}

export type Holder =
  | { readonly kind: 'map'; readonly map: MapNode; readonly entry: MapEntry }
  | { readonly kind: 'list'; readonly list: ListNode; readonly position: number };

export interface Way {
  readonly steps: readonly Step[];
  /** The deepest node that is there. */
  readonly last: Step;
  /** The part of the path that is not there yet. */
  readonly rest: Path;
}

/**
 * Goes along a path; undefined where an edit there would change other places too, or there is nothing to edit. With
 * `asWhole`, what stands at the end of the path is not to be written into but to be replaced, moved or taken out.
 */
export function wayTo(document: DocumentModel, at: Path, asWhole: boolean): Way | undefined {
  if (!document.root) return undefined;
  let last: Step = { node: document.root, holder: undefined, inFlow: false };
  const steps = [last];
  let done = 0;
  for (; done < at.length; done++) {
    const next = stepInto(last, at[done]!);
    if (!next) break;
    if (next !== last) steps.push(next);
    last = next;
  }
  const rest = at.slice(done);
  const entered = asWhole && rest.length === 0 ? steps.slice(0, -1) : steps;
  const tied = isMerged(last) || entered.some(({ node }) => node.aliased || document.shared.includes(node));
  return tied ? undefined : { steps, last, rest };
}

function stepInto(step: Step, key: string | number): Step | undefined {
  const { node } = step;
  const inFlow = step.inFlow || (node.kind !== 'scalar' && node.flow);
  if (node.kind === 'map') {
    const entry = node.entries.get(String(key));
    if (entry) return { node: entry.node, holder: { kind: 'map', map: node, entry }, inFlow };
  }
  if (node.kind === 'list') {
    const position = Number(key);
    const item = node.items[position];
    return item && { node: item, holder: { kind: 'list', list: node, position }, inFlow };
  }
  // A single value counts as a list of one.
  return key === 0 && !(node.kind === 'scalar' && node.value === null) ? step : undefined;
}

function isMerged({ holder }: Step): boolean {
  return holder?.kind === 'map' && holder.entry.merged;
}

/** True when something inside a stretch is used by an alias elsewhere, so that it cannot be taken away. */
export function holdsShared(document: DocumentModel, span: Span): boolean {
  return document.shared.some((one) => one.start >= span.start && one.end <= span.end);
}
