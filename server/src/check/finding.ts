import type { Fix, Report, Severity } from '../rules/rule.ts';
import type { Decision } from '../rules/silencing.ts';
import type { Stream } from '../yaml/document.ts';
import type { Path, Span } from '../yaml/node.ts';

/** What somebody reads: a report of a rule, made concrete. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** The dotted path that, with the rule's id, is the finding's stable identity. */
  readonly at: Path;
  readonly span: Span;
  readonly message: string;
  readonly related: readonly RelatedSpan[];
  /** The first places of {@link related}, so many at most: where there are hundreds, nobody looks at all of them. */
  beside(most: number): readonly RelatedSpan[];
  readonly fixes: readonly Fix[];
  /** Rule and path (and, in a stream of several, the document): never lines or wording, so that baselines survive. */
  readonly fingerprint: string;
  /** In a stream of several documents: the document's id, or its number from 0. */
  readonly document?: string | undefined;
  /** The items a rolled-up finding stands for. */
  readonly items?: readonly Path[] | undefined;
  /** What the rule said: the same for as long as it says so. */
  readonly report: Report;
  /** What is open, item by item, as the rule told it: several where the finding is rolled up. */
  readonly open: readonly Report[];
}

export interface RelatedSpan {
  readonly span: Span;
  readonly message: string;
  /** The file and text the span lies in, where it is another one. */
  readonly file?: string;
  readonly stream?: Stream;
}

/** A finding that a decision of a person has silenced. */
export interface WaivedFinding extends Finding {
  readonly waiver: Decision;
}
