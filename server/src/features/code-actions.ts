import type { CodeAction, CodeActionContext, Range } from 'vscode-languageserver';
import type { Span } from '../yaml/node.ts';
import { fixAllOffers } from './fix-all.ts';
import { actionOf, editOf, fixOffers } from './quick-fixes.ts';
import { spanOf } from './ranges.ts';
import { defaultsOffers } from './refactor/defaults.ts';
import { namedOffers } from './refactor/named-in-sentence.ts';
import { type Offer, spotAt } from './refactor/offer.ts';
import { openQuestionOffers } from './refactor/open-questions.ts';
import { roleOffers } from './refactor/role.ts';
import { sentenceOffers } from './refactor/sentence.ts';
import type { Refusal } from './rename.ts';
import type { FeatureFile, World } from './world.ts';

/** What brings an action back to its offer. */
interface ActionData {
  readonly uri: string;
  readonly version: number | null;
  /** The offsets of what was selected. */
  readonly start: number;
  readonly end: number;
  readonly about: string;
  /** Which of several that look the same. */
  readonly nth: number;
}

type Context = Pick<CodeActionContext, 'only'>;

/** What can be done at a range. The edits are worked out by {@link resolveCodeAction}, one at a time. */
export function codeActions(world: World, uri: string, range: Range, context: Context = {}): CodeAction[] {
  const file = world.file(uri);
  if (!file) return [];
  const seen = new Map<string, number>();
  const span = spanOf(file.stream, range);
  return offersAt(world, file, span).flatMap((offer) => {
    const nth = seen.get(keyOf(offer)) ?? 0;
    seen.set(keyOf(offer), nth + 1);
    if (!isWanted(offer.kind, context.only)) return [];
    const data: ActionData = { uri, version: file.version, ...span, about: offer.about, nth };
    return [{ ...actionOf(offer), data }];
  });
}

/**
 * An action with its edit. Refused where there can be none: the text has changed in the meantime, or an alias ties the
 * place to others.
 */
export function resolveCodeAction(world: World, action: CodeAction): CodeAction | Refusal {
  const data = action.data as ActionData | undefined;
  if (action.edit || !data) return action;
  const file = world.file(data.uri);
  if (!file || file.version !== data.version) return { refused: 'The text has changed since. Ask again.' };
  const alike = offersAt(world, file, data).filter(
    (offer) => offer.title === action.title && offer.kind === action.kind && offer.about === data.about,
  );
  const edits = alike[data.nth]?.edits();
  if (!edits) return { refused: 'This cannot be changed here alone: an alias (*) or a comment stands in the way.' };
  if (edits.length === 0) return { refused: 'There is nothing left to change.' };
  return { ...action, edit: editOf(file.stream, file, edits) };
}

/** The same for editors that do not ask twice: every action with its edit; those without one are left out. */
export function readyCodeActions(world: World, uri: string, range: Range, context: Context = {}): CodeAction[] {
  const ready = codeActions(world, uri, range, context).map((action) => resolveCodeAction(world, action));
  return ready.flatMap((action) => {
    if ('refused' in action || !action.edit) return [];
    const { data: _data, ...whole } = action;
    return [whole];
  });
}

function offersAt(world: World, file: FeatureFile, span: Span): Offer[] {
  const offers = [...fixOffers(file.checked, file.uri, span), ...fixAllOffers(world, file, span)];
  const spot = spotAt(world, file, span);
  if (!spot) return offers;
  return [
    ...offers,
    ...sentenceOffers(spot),
    ...defaultsOffers(spot),
    ...roleOffers(spot),
    ...namedOffers(spot),
    ...openQuestionOffers(spot),
  ];
}

const keyOf = ({ title, kind, about }: Offer): string => `${kind} ${title} ${about}`;

const isWanted = (kind: string, only: readonly string[] | undefined): boolean =>
  !only || only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
