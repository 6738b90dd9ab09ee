import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import type { CheckedFile } from '../check/check.ts';
import type { Finding } from '../check/finding.ts';
import type { Severity } from '../rules/rule.ts';
import { ruleUrl } from '../rules/url.ts';
import type { Stream } from '../yaml/document.ts';
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

/** A finding as editors show it: the rule's id as code, linked to its page, with the way the sensitive item takes. */
export function diagnosticOf(finding: Finding, stream: Stream, uri: string): Diagnostic {
  return {
    range: rangeOf(stream, finding.span),
    severity: SEVERITIES[finding.severity],
    code: finding.rule,
    codeDescription: { href: ruleUrl(finding.rule) },
    source: 'worksec',
    message: finding.message,
    data: { fingerprint: finding.fingerprint },
    ...(UNNECESSARY.has(finding.rule) && { tags: [DiagnosticTag.Unnecessary] }),
    ...(finding.related.length > 0 && {
      relatedInformation: finding.related.map((related) => ({
        location: { uri: related.file ?? uri, range: rangeOf(related.stream ?? stream, related.span) },
        message: related.message,
      })),
    }),
  };
}
