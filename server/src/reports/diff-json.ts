import { json } from '../text/json.ts';
import type { Comparison } from './diff.ts';
import { bySeverity, isOver, type Names } from './diff-words.ts';
import type { ReportedFinding } from './reported.ts';

/** Grows when the shape changes. */
const VERSION = 1;

/** A comparison for other programs. Findings have the shape they have in the report of a check. */
export function diffJson({ created, closed, changed, exceptions }: Comparison, { old, now }: Names): string {
  const ended = exceptions.filter(isOver).length;
  const report = {
    version: VERSION,
    compared: { old, new: now },
    new: created.map(asJson),
    closed: closed.map((each) => ({ ...asJson(each), accepted: each.accepted })),
    changed: changed.map((each) => ({ ...asJson(each), was: each.was })),
    exceptions,
    summary: {
      new: bySeverity(created),
      closed: closed.length,
      accepted: closed.filter(({ accepted }) => accepted).length,
      changed: changed.length,
      ending: exceptions.length - ended,
      ended,
    },
  };
  return `${json(report)}\n`;
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
