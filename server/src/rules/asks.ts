import type { Reading } from '../formats/reading.ts';
import type { Item } from '../model/sections.ts';
import type { Path, Place } from '../yaml/node.ts';
import { standing } from './answers.ts';
import { type Slots, scaffold } from './fixes.ts';
import { headline, keyAt } from './places.ts';
import type { CheckContext, Fix, Model, Outcome, Related, Rule, RuleFacts } from './rule.ts';

type Any = Reading<unknown>;

interface Question<M extends Model, T extends Item, F> extends Omit<RuleFacts, 'asks'> {
  /** The field that must be answered, as in the catalogue: `customers.*.use_limits`. */
  readonly asks: string;
  /** What the rule goes by, or nothing where it does not ask: the trigger. */
  readonly when: (item: T, model: M, context: CheckContext) => F | false | undefined | null;
  readonly message: (item: T, facts: F, model: M) => string;
  readonly related?: (item: T, facts: F, model: M) => readonly Related[];
  /** Slots the first fix inserts, and its title. */
  readonly fix: readonly [title: string, slots: Slots];
  readonly moreFixes?: (item: T, facts: F, model: M) => readonly Fix[];
  /** True where something else than the field itself answers. */
  readonly orElse?: (item: T, facts: F, model: M, context: CheckContext) => boolean;
  /** A list without entries counts as absent. */
  readonly emptyIsOpen?: boolean;
  /** Where the finding is shown; the key of the item when not given. */
  readonly place?: (item: T, facts: F, model: M) => Place;
}

interface ItemQuestion<M extends Model, T extends Item, F> extends Question<M, T, F> {
  readonly of: (model: M) => readonly T[];
}

/**
 * The shape most rules have: *for each item that matters, this field must be answered.* It fires where the field is
 * absent, leaves blanks and bare assurances to the wording rules, keeps quiet about stand-ins, and rolls up.
 */
export function asksEach<M extends Model, T extends Item, F>(question: ItemQuestion<M, T, F>): Rule<M> {
  const way = wayOf(question.asks.split('.*.')[1]!);
  return {
    ...facts(question),
    *check(model, context) {
      for (const item of question.of(model)) {
        const outcome = ask(question, model, context, item, true, way);
        if (outcome) yield outcome;
      }
    },
  };
}

/** The same shape for one field of the document as a whole, such as `security_lead` or `phases.initiation.security`. */
export function asksOnce<M extends Model, F>(question: Question<M, M['root'] & Item, F>): Rule<M> {
  const way = wayOf(question.asks);
  return {
    ...facts(question),
    *check(model, context) {
      const place = question.place ?? (() => headline(model.root));
      const outcome = ask({ ...question, place }, model, context, model.root as M['root'] & Item, false, way);
      if (outcome) yield outcome;
    },
  };
}

function ask<M extends Model, T extends Item, F>(
  question: Question<M, T, F>,
  model: M,
  context: CheckContext,
  item: T,
  inSection: boolean,
  { above, key }: Way,
): Outcome | undefined {
  const matter = question.when(item, model, context);
  if (matter === false || matter === undefined || matter === null) return undefined;
  const owner = descend(item, above);
  // A stand-in or a wrong shape anywhere on the way has its own say.
  const answer = above.length > 0 && isBlocked(owner) ? owner : owner.fields.get(key);
  const stands = answer ? standing(answer as Any, context.today, question.emptyIsOpen) : 'open';
  if (stands === 'unusable') return undefined;
  const at = identity(item, above, key);
  const section = inSection ? item.holder : undefined;
  if (stands !== 'open') return section ? { settled: stands, at, section } : { settled: stands, at };
  if (question.orElse?.(item, matter, model, context))
    return section ? { settled: 'answered', at, section } : { settled: 'answered', at };
  // What a default supplies is completed there: a slot of its own would hide the rest of the default.
  const asked = [...(owner.suppliedBy ?? owner.path), key];
  const message = question.message(item, matter, model);
  return {
    at,
    asked,
    ...(section && { section, name: item.name }),
    place: question.place?.(item, matter, model) ?? keyAt(at),
    message,
    related: question.related?.(item, matter, model) ?? [],
    fixes: [
      scaffold(question.fix[0], asked, question.fix[1], message),
      ...(question.moreFixes?.(item, matter, model) ?? []),
    ],
  };
}

/** The keys from an item to the field that must be answered: those on the way, and its own. */
interface Way {
  readonly above: readonly string[];
  readonly key: string;
}

function wayOf(field: string): Way {
  const keys = field.split('.');
  return { above: keys.slice(0, -1), key: keys.at(-1)! };
}

/** Follows keys until one is wrong or stood in for. */
function descend(from: Item, keys: readonly string[]): Item {
  let reached = from;
  for (const key of keys) {
    reached = reached.get(key);
    if (isBlocked(reached)) break;
  }
  return reached;
}

const isBlocked = ({ state }: Item): boolean =>
  state === 'wrong' || state === 'not-applicable' || state === 'ask-later';

/** The path of what lacks the field; for a field of the root, its own name. Format reference, section 3. */
function identity({ path }: Item, above: readonly string[], key: string): Path {
  if (above.length === 0) return path.length > 0 ? path : [key];
  return [...path, ...above];
}

function facts(question: RuleFacts): RuleFacts {
  const { id, severity, kind, core, title, guidelines, asks, rollUp, speaks, quiet, falseAlarms, exceptions } =
    question;
  return {
    id,
    severity,
    kind,
    core,
    title,
    guidelines,
    speaks,
    ...(asks !== undefined && { asks }),
    ...(rollUp !== undefined && { rollUp }),
    ...(quiet !== undefined && { quiet }),
    ...(falseAlarms !== undefined && { falseAlarms }),
    ...(exceptions !== undefined && { exceptions }),
  };
}
