import type { ReportedFile, ReportedFinding } from './reported.ts';
import { summarise } from './summary.ts';

/** The number other programs look at before they read on. It grows when the shape changes. */
const VERSION = 1;

/** A run as JSON. Its shape is a promise to other programs: see “Contracts” in the documentation. */
export function jsonReport(files: readonly ReportedFile[]): string {
  const report = {
    version: VERSION,
    files: files.flatMap(({ documents }) => documents),
    findings: files.flatMap(({ findings }) => findings.map(asJson)),
    waived: files.flatMap(({ waived }) => waived.map((each) => ({ ...asJson(each), waiver: each.waiver }))),
    summary: summarise(files),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

const asJson = (finding: ReportedFinding) => ({
  file: finding.file,
  ...(finding.document !== undefined && { document: finding.document }),
  rule: finding.rule,
  severity: finding.severity,
  at: finding.at,
  message: finding.message,
  range: finding.range,
  fingerprint: finding.fingerprint,
  ...(finding.related.length > 0 && { related: finding.related }),
});
