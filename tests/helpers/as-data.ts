import type { Finding, WaivedFinding } from '../../server/src/check/finding.ts';

/** All that a finding says, worked out and laid side by side, so that two of them can be compared. */
export function asData(finding: Finding | WaivedFinding): Omit<Finding, 'beside'> & { readonly waiver?: unknown } {
  const { rule, severity, at, span, message, related, fixes, fingerprint, document, items, report, open } = finding;
  const said = { rule, severity, at, span, message, related, fixes, fingerprint, document, items, report, open };
  return 'waiver' in finding ? { ...said, waiver: finding.waiver } : said;
}
