import type { CheckedFile } from '../check/check.ts';
import type { Finding, WaivedFinding } from '../check/finding.ts';
import { addCoverage, type Coverage } from '../check/questions.ts';
import type { Severity } from '../rules/rule.ts';
import type { Stream } from '../yaml/document.ts';
import type { Position } from '../yaml/lines.ts';
import type { Span } from '../yaml/node.ts';
import { apart } from './apart.ts';
import { type Excerpt, excerptAt } from './excerpt.ts';

/** Lines and characters counted from 0, in UTF-16 units. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export interface ReportedRelated {
  readonly file: string;
  readonly range: Range;
  readonly message: string;
}

/** A finding freed from the text it lies in, so that thousands of files can be reported without being kept. */
export interface ReportedFinding {
  readonly file: string;
  readonly document?: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly at: string;
  readonly message: string;
  readonly range: Range;
  readonly fingerprint: string;
  readonly related: readonly ReportedRelated[];
  readonly excerpt: Excerpt;
}

export interface ReportedWaived extends ReportedFinding {
  readonly waiver: WaivedFinding['waiver'];
}

/** A document, or a file that could not be read as a whole. */
export interface ReportedDocument {
  readonly file: string;
  readonly kind: string | null;
  readonly title: string | null;
  readonly document?: string;
}

/** How many findings there are of each severity. */
export type Counted = Readonly<Record<Severity, number>>;

export function counted(findings: readonly Pick<ReportedFinding, 'severity'>[]): Counted {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

export interface ReportedFile {
  readonly file: string;
  readonly documents: readonly ReportedDocument[];
  readonly findings: readonly ReportedFinding[];
  readonly waived: readonly ReportedWaived[];
  readonly coverage: Record<string, Coverage>;
  /** Of the findings that stand. */
  readonly counted: Counted;
  /** The findings as they stand in a JSON report, where somebody has written them already. */
  readonly written?: Uint8Array;
}

/** What reports keep of a file that was checked. `kind` is what its name suggests. */
export function reportFile(checked: CheckedFile, kind: string | undefined): ReportedFile {
  const { file, stream } = checked;
  const documents = checked.documents.map((document) => ({
    file,
    kind: document.kind ?? null,
    title: document.title === undefined ? null : apart(document.title),
    ...(document.id !== undefined && { document: apart(document.id) }),
  }));
  return {
    file,
    documents: documents.length > 0 ? documents : [{ file, kind: kind ?? null, title: null }],
    findings: checked.findings.map((finding) => reported(finding, file, stream)),
    waived: checked.waived.map((finding) => ({
      ...reported(finding, file, stream),
      waiver: {
        because: apart(finding.waiver.because),
        ...(finding.waiver.decided_by !== undefined && { decided_by: apart(finding.waiver.decided_by) }),
        ...(finding.waiver.until !== undefined && { until: finding.waiver.until }),
        by: finding.waiver.by,
      },
    })),
    coverage: addCoverage(checked.documents.map(({ coverage }) => coverage)),
    counted: counted(checked.findings),
  };
}

function reported(finding: Finding, file: string, stream: Stream): ReportedFinding {
  return {
    file,
    ...(finding.document !== undefined && { document: apart(finding.document) }),
    rule: finding.rule,
    severity: finding.severity,
    at: apart(finding.at.join('.')),
    message: apart(finding.message),
    range: rangeOf(finding.span, stream),
    fingerprint: apart(finding.fingerprint),
    related: finding.related.map((related) => ({
      file: related.file ?? file,
      range: rangeOf(related.span, related.stream ?? stream),
      message: apart(related.message),
    })),
    excerpt: excerptAt(finding.span, stream),
  };
}

const rangeOf = (span: Span, { lines }: Stream): Range => ({
  start: lines.position(span.start),
  end: lines.position(span.end),
});
