import type { Severity } from '../rules/rule.ts';
import type { Paint } from './paint.ts';

/** The severities from the gravest down. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** The word people read for a severity. */
export const severityWord = (severity: Severity): string => (severity === 'information' ? 'note' : severity);

/** The colour of a severity. */
export function severityPaint(severity: Severity, paint: Paint): (text: string) => string {
  return { error: paint.red, warning: paint.yellow, information: paint.cyan, hint: paint.dim }[severity];
}
