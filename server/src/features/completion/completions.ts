import type { CompletionList, Position } from 'vscode-languageserver';
import { namedKind } from '../../check/check.ts';
import { KINDS, type Kind } from '../../formats/common.ts';
import type { FeatureFile, World } from '../world.ts';
import { type CompletionOptions, type Context, contextOf, documentIn, kindAt } from './context.ts';
import { commentOffers } from './exceptions.ts';
import { keyOffers } from './keys.ts';
import { itemsOf, type Offer } from './offer.ts';
import { Lines } from './page.ts';
import { NOTHING, type Spot } from './spot.ts';
import { starterOffer } from './starter.ts';
import { elementOffers, valueOffers } from './values.ts';
import { spotAt } from './where.ts';

/** What can be written at a position: keys, values, ids, whole items. Nothing in files that are none of ours. */
export function completions(world: World, uri: string, position: Position, options: CompletionOptions): CompletionList {
  const file = world.file(uri);
  const items = file ? offered(world, file, position, options) : [];
  // What a new item is called follows what is typed, so the list is asked for again with each letter.
  return { isIncomplete: items.some(({ label }) => label.startsWith('A new ')), items };
}

function offered(world: World, file: FeatureFile, position: Position, options: CompletionOptions) {
  const { stream } = file;
  const offset = Math.min(stream.lines.offset(position), stream.lines.end(position.line));
  const lines = new Lines(stream, stream.lines.position(offset).line);
  const document = documentIn(file, lines.start(lines.first), lines.end(lines.last - 1));
  const kind = kindAt(file, document, lines);
  const spot = spotAt(stream, offset);
  if (!spot) return [];
  if (!kind) return stream.text.trim() === '' && 'word' in spot ? newDocument(file) : [];
  const context = contextOf(world, file, document, kind, options);
  if ('comment' in spot) {
    const { offers, word } = commentOffers(context, spot, offset);
    return itemsOf(context, { ...NOTHING, word, column: 0 }, offers);
  }
  return itemsOf(context, spot, offersAt(context, spot, stream.text.slice(spot.word.start, offset)));

  function newDocument({ checked }: FeatureFile) {
    const empty = contextOf(world, file, undefined, 'work-system', options);
    return checked.documents.length > 0 ? [] : itemsOf(empty, spot as Spot, starters(empty, KINDS));
  }
}

function offersAt(context: Context, spot: Spot, typed: string): Offer[] {
  const offers = [
    ...(spot.alone && spot.column === 0 ? starters(context, [namedKind(context.file.uri) ?? context.kind]) : []),
    ...valueOffers(context, spot, typed),
    ...elementOffers(context, spot, typed),
    ...keyOffers(context, spot, typed),
  ];
  return offers.sort((a, b) => a.group - b.group);
}

const starters = ({ world, eol, snippets }: Context, kinds: readonly Kind[]): Offer[] =>
  kinds.map((kind) => starterOffer(kind, world.today(), eol, snippets));
