import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
  type Range,
} from 'vscode-languageserver';
import type { CheckedFile } from '../check/check.ts';
import type { Finding, RelatedSpan } from '../check/finding.ts';
import type { Report, Severity } from '../rules/rule.ts';
import { ruleUrl } from '../rules/url.ts';
import type { Stream } from '../yaml/document.ts';
import type { Span } from '../yaml/node.ts';
import { rangeOf } from './ranges.ts';

const SEVERITIES: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Rules about text that nothing needs any more; editors fade it. */
const UNNECESSARY: ReadonlySet<string> = new Set(['waivers/unused', 'format/duplicate-key']);

/** The findings of a file as editors show them. `uri` is that of the file. */
export const diagnosticsOf = (checked: CheckedFile, uri: string): Diagnostic[] =>
  checked.findings.map((finding) => diagnosticOf(finding, checked.stream, uri));

/**
 * As many places beside a finding as somebody goes through in a list of problems; its message says how many there are.
 * At each key all of them are sent anew.
 */
const MOST_BESIDE = 10;

/** How what a rule said was shown the last time, and of which document of its file it was said. */
const shown = new WeakMap<Report, { readonly diagnostic: Diagnostic; readonly document: string | undefined }>();

/**
 * A finding as editors show it: the rule's id as code, linked to its page, with the way the sensitive item takes. At
 * each key all findings of a text are shown again, most of them as they were: those are the same objects.
 */
export function diagnosticOf(finding: Finding, stream: Stream, uri: string): Diagnostic {
  const related = finding.beside(MOST_BESIDE);
  const last = shown.get(finding.report);
  if (last && last.document === finding.document && isStill(last.diagnostic, finding, related, stream, uri))
    return last.diagnostic;
  const diagnostic = madeOf(finding, related, stream, uri);
  shown.set(finding.report, { diagnostic, document: finding.document });
  return diagnostic;
}

function isStill(
  known: Diagnostic,
  { severity, span }: Finding,
  related: readonly RelatedSpan[],
  stream: Stream,
  uri: string,
): boolean {
  const { relatedInformation: beside = NOTHING } = known;
  if (known.severity !== SEVERITIES[severity] || !covers(known.range, span, stream)) return false;
  if (beside.length !== related.length) return false;
  for (let i = 0; i < related.length; i++) if (!isStillBeside(beside[i]!, related[i]!, stream, uri)) return false;
  return true;
}

const isStillBeside = (
  { location, message }: DiagnosticRelatedInformation,
  related: RelatedSpan,
  stream: Stream,
  uri: string,
): boolean =>
  message === related.message &&
  location.uri === (related.file ?? uri) &&
  covers(location.range, related.span, related.stream ?? stream);

const NOTHING: readonly DiagnosticRelatedInformation[] = [];

const covers = ({ start, end }: Range, span: Span, { lines }: Stream): boolean =>
  lines.isAt(span.start, start) && lines.isAt(span.end, end);

function madeOf(finding: Finding, related: readonly RelatedSpan[], stream: Stream, uri: string): Diagnostic {
  return {
    range: rangeOf(stream, finding.span),
    severity: SEVERITIES[finding.severity],
    code: finding.rule,
    codeDescription: { href: ruleUrl(finding.rule) },
    source: 'worksec',
    message: finding.message,
    data: { fingerprint: finding.fingerprint },
    ...(UNNECESSARY.has(finding.rule) && { tags: [DiagnosticTag.Unnecessary] }),
    ...(related.length > 0 && {
      relatedInformation: related.map((each) => ({
        location: { uri: each.file ?? uri, range: rangeOf(each.stream ?? stream, each.span) },
        message: each.message,
      })),
    }),
  };
}
