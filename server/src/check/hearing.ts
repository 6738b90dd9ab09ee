import { onlookersOfChange } from '../formats/changes.ts';
import { isNoted, lookingOn, NOBODY, Onlooker, whoLooks, withFollowers } from '../formats/onlookers.ts';
import type { Reading } from '../formats/reading.ts';
import type { CheckContext, Model, Outcome, Rule } from '../rules/rule.ts';
import { basisOf } from './links.ts';

type Said = ReadonlyMap<Rule<Model>, readonly Outcome[]>;

/**
 * Hears what rules say of a document. After a change of a word or two, only those rules are asked again that looked at
 * these words, or that go by a notion that did; the others would say what they said `before`.
 */
export class Hearing {
  private readonly root: Reading;
  private readonly basis: readonly unknown[];
  private readonly said = new Map<Rule<Model>, readonly Outcome[]>();
  private readonly lasting: Said;
  /** Without notes of who looked at what, nothing that was said lasts. */
  private readonly isNoted = isNoted();
  /** Those who looked past the words, at the text or at what others say: what they said never lasts. */
  private restless = NOBODY;
  private readonly context: CheckContext;

  constructor(
    private readonly model: Model,
    context: CheckContext,
    before: Hearing | undefined,
  ) {
    this.root = model.root as Reading;
    this.basis = [context.settings, context.today, ...(model.kind === 'work-system' ? [] : basisOf(model.links))];
    this.context = new Watched(context, () => {
      this.restless = this.restless.with(whoLooks());
    });
    this.lasting = before?.isNoted ? this.lastingOf(before) : new Map();
  }

  outcomes(rule: Rule<Model>): readonly Outcome[] {
    const outcomes =
      this.lasting.get(rule) ?? lookingOn(Onlooker.named(rule.id), () => [...rule.check(this.model, this.context)]);
    this.said.set(rule, outcomes);
    return outcomes;
  }

  private lastingOf(before: Hearing): Said {
    if (before.basis.length !== this.basis.length || !before.basis.every((each, i) => each === this.basis[i]))
      return new Map();
    const concerned = onlookersOfChange(before.root, this.root);
    if (!concerned) return new Map();
    const asked = withFollowers([...concerned, ...before.restless.members]);
    return new Map([...before.said].filter(([rule]) => !asked.has(Onlooker.named(rule.id))));
  }
}

/**
 * A context that tells whenever somebody looks past the words. Its getters stand in a class: each object with getters of
 * its own would get a shape of its own, and shapes hold what they close over until all of the memory is gone through.
 */
class Watched implements CheckContext {
  readonly today: CheckContext['today'];
  readonly settings: CheckContext['settings'];
  readonly asked: CheckContext['asked'];
  readonly guidelinesFor: CheckContext['guidelinesFor'];
  readonly ruleIds: CheckContext['ruleIds'];

  constructor(
    private readonly context: CheckContext,
    private readonly past: () => void,
  ) {
    ({
      today: this.today,
      settings: this.settings,
      asked: this.asked,
      guidelinesFor: this.guidelinesFor,
      ruleIds: this.ruleIds,
    } = context);
  }

  get document(): CheckContext['document'] {
    this.past();
    return this.context.document;
  }

  get usedWaivers(): CheckContext['usedWaivers'] {
    this.past();
    return this.context.usedWaivers;
  }
}
