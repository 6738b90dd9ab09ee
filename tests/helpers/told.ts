import type { Finding } from '../../server/src/check/finding.ts';
import { applyEdits, editsFor } from '../../server/src/yaml/patch.ts';
import { check } from './check.ts';

type Options = Parameters<typeof check>[1];

/** The head that every description in the tests of the rules has. */
export const description = (body: string): string => `kind: work-system\nformat: 1\ntitle: Claims\n${body}`;

function findingsOf(rule: string, body: string, options?: Options) {
  const text = description(body);
  const checked = check(text, options);
  return { text, checked, findings: checked.findings.filter((finding) => finding.rule === rule) };
}

/** Where a rule speaks in a description, by the paths that identify its findings. */
export const speaksAt = (rule: string, body: string, options?: Options): string[] =>
  findingsOf(rule, body, options).findings.map(({ at }) => at.join('.'));

/** What a rule says: path, underlined text, message, the texts beside, and its own fixes (those that every rule has are left out). */
export function told(rule: string, body: string, options?: Options) {
  const { text, findings } = findingsOf(rule, body, options);
  const words = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);
  return findings.map(({ at, span, message, related, fixes }) => ({
    at: at.join('.'),
    marks: words(span),
    message,
    beside: related.map((each) => `${words(each.span)}: ${each.message}`),
    fixes: fixes.filter(({ kind }) => kind !== 'waive').map(({ title }) => title),
  }));
}

/** The body of a description after a fix of a rule's first finding. */
export function fixedBy(rule: string, title: string, body: string, options?: Options): string {
  const { text, checked, findings } = findingsOf(rule, body, options);
  const [finding] = findings as [Finding];
  const fix = finding?.fixes.find((each) => each.title === title);
  if (!fix) throw new Error(`no fix ${title} of ${rule}`);
  const edits = editsFor(checked.documents[0]!.document, fix.patches);
  if (!edits) throw new Error(`the fix ${title} of ${rule} is not possible`);
  return applyEdits(text, edits).slice(description('').length);
}
