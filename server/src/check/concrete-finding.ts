import { lazy } from '../model/memo.ts';
import type { Decision } from '../rules/silencing.ts';
import type { Finding, WaivedFinding } from './finding.ts';

type Facts = Omit<Finding, 'fixes'>;

/**
 * A finding whose fixes are made when somebody looks at them. The getter stands in a class: an object with a getter of
 * its own gets a shape of its own, and a shape holds what its getter closes over until all of the memory is gone through.
 */
export class ConcreteFinding implements Finding {
  readonly rule: Finding['rule'];
  readonly severity: Finding['severity'];
  readonly at: Finding['at'];
  readonly span: Finding['span'];
  readonly message: Finding['message'];
  readonly related: Finding['related'];
  readonly fingerprint: Finding['fingerprint'];
  declare readonly document?: NonNullable<Finding['document']>;
  declare readonly items?: NonNullable<Finding['items']>;
  readonly open: Finding['open'];
  readonly #fixes: () => Finding['fixes'];

  constructor(facts: Facts, fixes: () => Finding['fixes']) {
    this.rule = facts.rule;
    this.severity = facts.severity;
    this.at = facts.at;
    this.span = facts.span;
    this.message = facts.message;
    this.related = facts.related;
    this.fingerprint = facts.fingerprint;
    this.open = facts.open;
    if (facts.document !== undefined) this.document = facts.document;
    if (facts.items !== undefined) this.items = facts.items;
    this.#fixes = lazy(fixes);
  }

  get fixes(): Finding['fixes'] {
    return this.#fixes();
  }

  /** The same finding, silenced by somebody's decision. */
  waivedBy(waiver: Decision): WaivedFinding {
    return { ...this, fixes: this.fixes, waiver };
  }
}
