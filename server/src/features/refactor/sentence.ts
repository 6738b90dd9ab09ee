import { CodeActionKind } from 'vscode-languageserver';
import type * as z from 'zod';
import { fieldOf } from '../../formats/field.ts';
import { schemaAt, sentenceFieldAt } from '../../formats/schema-at.ts';
import type { MapNode, Patch, Path, ScalarNode, TextEdit } from '../../yaml/node.ts';
import { Page } from '../../yaml/page.ts';
import { editsFor } from '../../yaml/patch.ts';
import { headOf, valueStart } from '../../yaml/value.ts';
import { holdsShared, type Step, wayTo } from '../../yaml/way.ts';
import type { Offer, Spot } from './offer.ts';
import { after, sameApartFrom } from './same-data.ts';

/** A sentence that stands for an object becomes its fields, an answer its slots, and either goes back again. */
export function* sentenceOffers(spot: Spot): Generator<Offer> {
  // On the only field of a map, the map itself is meant as well.
  for (const at of [spot.at, spot.at.slice(0, -1)]) {
    const found = at.length > 0 ? offerAt(spot, at) : undefined;
    if (found) {
      yield found;
      return;
    }
  }
}

function offerAt(spot: Spot, at: Path): Offer | undefined {
  const schema = fieldsAt(spot, at);
  const way = schema && wayTo(spot.document, at, false);
  if (!schema || !way || way.rest.length > 0 || !way.last.holder) return undefined;
  const { node } = way.last;
  const slots = fieldOf(schema).type === 'slots';
  const sentence = sentenceFieldAt(spot.schema, at) ?? (slots ? 'notes' : undefined);
  if (sentence === undefined) return undefined;
  const about = at.join('.');
  if (node.kind === 'scalar') {
    if (at !== spot.at || node.text.trim() === '' || node.value === null) return undefined;
    const title = slots ? 'Turn the sentence into slots' : 'Turn the sentence into fields';
    const edits = () => editsFor(spot.document, fieldPatches(schema, at, sentence));
    return { title, kind: CodeActionKind.RefactorRewrite, about, edits };
  }
  const only = node.kind === 'map' ? onlyEntry(node, sentence) : undefined;
  if (node.kind !== 'map' || !only || sentence === 'notes') return undefined;
  return {
    title: 'Write it as one sentence',
    kind: CodeActionKind.RefactorRewrite,
    about,
    edits: () => sentenceEdits(spot, at, way.last, node, only),
  };
}

/** The map of fields or slots a place takes; of a list, that of its elements, as one value counts as a list of one. */
function fieldsAt({ schema: root }: Spot, at: Path): z.ZodType | undefined {
  let schema = schemaAt(root, at);
  if (schema && fieldOf(schema).type === 'list') schema = schemaAt(root, [...at, 0]);
  return schema && ['map', 'slots'].includes(fieldOf(schema).type) ? schema : undefined;
}

/**
 * Fields are added beside the sentence, which keeps its text as it is written. Where none is to be added, one comes
 * and goes.
 */
function fieldPatches(schema: z.ZodType, at: Path, sentenceField: string): Patch[] {
  const { type, needed = [] } = fieldOf(schema);
  const slots = type === 'slots' ? needed.filter((slot) => slot !== sentenceField) : [];
  const add = (key: string): Patch => ({ op: 'set', at: [...at, key], value: null, sentenceField });
  return slots.length > 0 ? slots.map(add) : [add('x-'), { op: 'remove', at: [...at, 'x-'] }];
}

/** The one scalar of a map that says nothing but the sentence. */
function onlyEntry(map: MapNode, sentence: string): ScalarNode | undefined {
  const entry = map.entries.get(sentence);
  if (!entry || map.entries.size > 1 || map.repeated || entry.merged || entry.node.aliased) return undefined;
  return entry.node.kind === 'scalar' && entry.node.text.trim() !== '' && entry.node.value !== null
    ? entry.node
    : undefined;
}

/** Takes away what stands around the sentence; undefined where a comment or an anchor would go with it. */
function sentenceEdits(
  { document }: Spot,
  at: Path,
  step: Step,
  map: MapNode,
  value: ScalarNode,
): TextEdit[] | undefined {
  const page = new Page(document);
  const [entry] = map.entries.values();
  const inner: Step = { node: value, holder: { kind: 'map', map, entry: entry! }, inFlow: step.inFlow || map.flow };
  const start = valueStart(page, inner);
  const head = headOf(page, step);
  const from = map.flow ? map.start : head.end;
  const to = map.flow ? map.end : value.end;
  const holder = page.text.slice(head.end, map.start);
  if (head.end < 0 || from > start || holder.trim() !== '' || holdsShared(document, { start: map.start, end: to }))
    return undefined;
  if (page.hasComment(from, start) || page.hasComment(value.end, to)) return undefined;
  const edits: TextEdit[] = [{ start: from, end: start, newText: map.flow ? '' : ' ' }];
  if (value.end < to) edits.push({ start: value.end, end: to, newText: '' });
  const next = after(document, edits);
  const node = next?.node(at);
  const same = node?.kind === 'scalar' && node.text === value.text && sameApartFrom(document.root, next?.root, at);
  return same ? edits : undefined;
}
