import type * as z from 'zod';
import type { Reading } from '../formats/reading.ts';
import { sectionPath } from '../formats/section-path.ts';
import type { Fix, Related, Report, RuleFacts, Severity } from '../rules/rule.ts';
import type { Decision } from '../rules/silencing.ts';
import type { DocumentModel } from '../yaml/document.ts';
import type { Path, Place, Span } from '../yaml/node.ts';
import { dotted } from '../yaml/path.ts';
import { commonFixes, withSentences } from './common-fixes.ts';
import type { Finding, RelatedSpan, WaivedFinding } from './finding.ts';
import type { Rolled } from './roll-up.ts';

/** What findings are about: a document, or the text of a file as a whole. */
export interface Subject {
  readonly document: DocumentModel | undefined;
  /** How findings name the document in a stream of several. */
  readonly id: string | undefined;
  readonly schema: z.ZodType | undefined;
  readonly root: Reading | undefined;
}

/**
 * A report of a rule with its place in a text. There are many of them at each key, of which most are only counted and
 * put in order: what stands further from the report than its place is worked out when somebody looks.
 */
export class ConcreteFinding implements Finding {
  readonly rule: string;
  private workedOutFixes: readonly Fix[] | undefined;

  constructor(
    private readonly subject: Subject,
    private readonly facts: RuleFacts,
    readonly severity: Severity,
    readonly report: Rolled,
    readonly span: Span,
  ) {
    this.rule = facts.id;
    this.workedOutFixes = undefined;
  }

  get at(): Path {
    return this.report.at;
  }

  get message(): string {
    return this.report.message;
  }

  get document(): string | undefined {
    return this.subject.id;
  }

  get items(): readonly Path[] | undefined {
    return this.report.items?.map(({ at }) => at);
  }

  get open(): readonly Report[] {
    return this.report.items ?? [this.report];
  }

  get fingerprint(): string {
    const { id } = this.subject;
    return `${this.rule}@${id === undefined ? '' : `${id}#`}${dotted(this.at)}`;
  }

  get related(): readonly RelatedSpan[] {
    return this.beside(Number.POSITIVE_INFINITY);
  }

  beside(most: number): readonly RelatedSpan[] {
    const { related = NOTHING, at } = this.report;
    const supplying = this.supplying(at);
    if (related.length + supplying.length === 0) return NOTHING;
    return [...related.slice(0, most), ...supplying].slice(0, most).map((each) => this.relatedSpan(each));
  }

  get fixes(): readonly Fix[] {
    this.workedOutFixes ??= this.allFixes();
    return this.workedOutFixes;
  }

  private allFixes(): readonly Fix[] {
    const { document, schema } = this.subject;
    const all = [...(this.report.fixes ?? []), ...commonFixes(this.facts, this.open)];
    return schema && document ? all.map((fix) => withSentences(fix, document, schema)) : all;
  }

  /** The default that supplies the value a finding is about: nothing stands at the item itself. */
  private supplying(at: Path): readonly Related[] {
    const { root, document } = this.subject;
    const defaults = root?.fields.get('defaults');
    if (!defaults) return NOTHING;
    for (const [name, supplied] of defaults.fields) {
      const section = sectionPath(name);
      const key = at[section.length + 1];
      if (key === undefined || !section.every((step, i) => at[i] === step)) continue;
      const field = supplied.fields.get(String(key));
      if (field && !document?.node(at.slice(0, section.length + 2)))
        return [{ at: field.path, part: 'key', message: `This comes from the defaults for ${name}` }];
    }
    return NOTHING;
  }

  private relatedSpan(related: Related): RelatedSpan {
    const place: Place = { at: related.at, part: related.part ?? 'value' };
    if (!related.source) return { span: this.subject.document!.span(place), message: related.message };
    const { file, document } = related.source;
    return { span: document.span(place), message: related.message, file, stream: document.stream };
  }
}

const NOTHING: readonly never[] = [];

/** A finding that somebody decided about. */
export class SilencedFinding extends ConcreteFinding implements WaivedFinding {
  constructor(
    subject: Subject,
    facts: RuleFacts,
    severity: Severity,
    report: Rolled,
    span: Span,
    readonly waiver: Decision,
  ) {
    super(subject, facts, severity, report, span);
  }
}
