import type { Kind } from '../formats/common.ts';
import type { Day } from '../formats/dates.ts';
import type { FormatProblem } from '../formats/problem.ts';
import type { Charter, Source } from '../model/charter.ts';
import type { WorkSystem } from '../model/work-system.ts';
import type { Settings } from '../settings.ts';
import type { DocumentModel, Stream } from '../yaml/document.ts';
import type { Patch, Path, Place, Span, TextProblem } from '../yaml/node.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';
export type Model = WorkSystem | Charter;

/**
 * `complete` mends the text without saying anything new, `decision` states something a person must know or decide,
 * `scaffold` leaves slots for a person to fill, `waive` records that a question waits or does not arise.
 */
export interface Fix {
  readonly title: string;
  readonly kind: 'complete' | 'decision' | 'scaffold' | 'waive';
  readonly patches: readonly Patch[];
}

/** Another place that helps to understand a finding; `source` where it lies in another document. */
export interface Related extends Place {
  readonly message: string;
  readonly source?: Source;
}

/** Something a rule has to say. */
export interface Report {
  /** The dotted path that, with the rule's id, is the finding's stable identity. */
  readonly at: Path;
  /** Where it is shown; the key at `at` when not given. */
  readonly place?: Place | Span;
  readonly message: string;
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
  /** The field that is asked for, where the finding is about an absent one. */
  readonly asked?: Path;
  /** In a rolled-up rule: the section the item belongs to, and what the item is called in the list. */
  readonly section?: Path;
  readonly name?: string;
}

/** A question that needs no finding: it is answered, does not apply, or another rule speaks about its blank. */
export interface Settled {
  /** `later`: somebody settles it by a date. `pending`: blank, an assurance, or a stand-in that lacks something. */
  readonly settled: 'answered' | 'not-applicable' | 'later' | 'pending';
  readonly at: Path;
  readonly section?: Path;
}

export type Outcome = Report | Settled;

/** What rules know besides the model. Every rule is a function of these alone. */
export interface CheckContext {
  readonly today: Day;
  readonly settings: Settings;
  readonly document: DocumentModel;
  /** Patterns of the fields some rule asks for, such as `customers.*.use_limits`. */
  readonly asked: ReadonlySet<string>;
  /** The guidelines that the rules asking for a field cite, by its pattern. */
  readonly guidelinesFor: ReadonlyMap<string, readonly string[]>;
  /** Every rule's id, for waivers and comments that name one. */
  readonly ruleIds: ReadonlySet<string>;
  /** Dotted paths of the waivers that silenced something in this run; known to rules that run `last`. */
  readonly usedWaivers: ReadonlySet<string>;
}

/** What can be said of a document before (and beside) its meaning: text, kind, version, shapes. */
export interface Manuscript {
  readonly stream: Stream;
  /** Undefined where the whole file cannot be read. */
  readonly document: DocumentModel | undefined;
  readonly textProblems: readonly TextProblem[];
  readonly formatProblems: readonly FormatProblem[];
  /** The kind the document is checked as; undefined where it has none that is known. */
  readonly kind: Kind | undefined;
  /** The kind the file's name suggests. */
  readonly namedKind: Kind | undefined;
}

/** What the catalogue says of a rule, apart from how it is worked out. */
export interface RuleFacts {
  readonly id: string;
  readonly severity: Severity;
  readonly kind: Kind | 'both';
  readonly core: boolean;
  readonly title: string;
  readonly guidelines: readonly string[];
  /** The field the rule asks for, as a pattern; a blank there is left to `wording/placeholder`. */
  readonly asks?: string;
  /** One finding for a whole section until somebody starts answering. */
  readonly rollUp?: boolean;
  /** When it speaks and when it stays quiet, known false alarms, and when an exception is reasonable, for its page. */
  readonly speaks: string;
  readonly quiet?: string;
  readonly falseAlarms?: string;
  readonly exceptions?: string;
}

export interface Rule<M extends Model = Model> extends RuleFacts {
  check(model: M, context: CheckContext): Iterable<Outcome>;
  /** Runs after waivers were applied. */
  readonly last?: boolean;
}

/** A rule about the text and its shape; it runs even where there is no model. */
export interface FormatRule extends RuleFacts {
  inspect(manuscript: Manuscript, settings: Settings): Iterable<Report>;
}

export type AnyRule = Rule<WorkSystem> | Rule<Charter> | Rule<Model> | FormatRule;

/** Rules whose findings can be neither waived nor silenced by a comment. */
export const isFixed = (id: string): boolean =>
  id.startsWith('format/') || id.startsWith('waivers/') || id === 'reference/unknown-id';

/** The severity the settings give a rule: that of its id, else of its prefix, else its own; undefined for `off`. */
export function levelOf(rule: Pick<RuleFacts, 'id' | 'severity'>, { severity }: Settings): Severity | undefined {
  const [prefix] = rule.id.split('/') as [string];
  const level =
    severity[rule.id] ?? severity[prefix] ?? severity[`${prefix}/`] ?? severity[`${prefix}/*`] ?? rule.severity;
  return level === 'off' ? undefined : level;
}
