/**
 * Two documents for a rule: the first gives a finding of it, the second none. Both are executed by the tests and printed
 * on the rule's page. They are read as `example.work-system.yaml` or `example.charter.yaml` with today = 2026-11-23;
 * links lead to documents of the same stream.
 */
export interface Example {
  readonly bad: string;
  readonly good: string;
}

export type Examples = Readonly<Record<string, Example>>;
