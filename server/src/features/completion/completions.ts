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
  return file ? offered(world, file, position, options) : NONE;
}

const NONE: CompletionList = { isIncomplete: false, items: [] };

function offered(world: World, file: FeatureFile, position: Position, options: CompletionOptions): CompletionList {
  const { stream } = file;
  const offset = stream.lines.offset(position);
  const lines = new Lines(stream, stream.lines.position(offset).line);
  const spot = spotAt(stream, offset);
  if (!spot) return NONE;
  const document = documentIn(file, lines.start(lines.first), lines.end(lines.last - 1));
  const kind = kindAt(file, document, lines);
  if (!kind && stream.text.trim() !== '') return NONE;
  const context = contextOf(world, file, document, kind ?? 'work-system', options);
  if ('comment' in spot) {
    const { offers, word } = commentOffers(context, spot, offset);
    return listOf(context, { ...NOTHING, word, column: 0 }, offers);
  }
  // A file with another name may become either.
  const offers = kind ? offersAt(context, spot, stream.text.slice(spot.word.start, offset)) : starters(context, KINDS);
  return listOf(context, spot, offers);
}

const listOf = (context: Context, spot: Spot, offers: readonly Offer[]): CompletionList => ({
  isIncomplete: offers.some(({ followsTyping }) => followsTyping),
  items: itemsOf(context, spot, offers),
});

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
