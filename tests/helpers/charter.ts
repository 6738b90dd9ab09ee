import type { Finding } from '../../server/src/check/finding.ts';
import { applyEdits, editsFor } from '../../server/src/yaml/patch.ts';
import { check } from './check.ts';

type Options = Parameters<typeof check>[1];

const HEAD = 'kind: project-charter\nformat: 1\ntitle: Claims portal\n';

/** A description that stands in the same file behind the charter and can be linked as `#id`. */
export const described = (id: string, body = ''): string =>
  `---\nkind: work-system\nformat: 1\nid: ${id}\ntitle: ${id}\n${body}`;

function findingsOf(rule: string, body: string, options?: Options) {
  const text = HEAD + body;
  const checked = check(text, options);
  return { text, checked, findings: checked.findings.filter((finding) => finding.rule === rule) };
}

/** Where a rule speaks in a charter, by the paths that identify its findings. */
export const speaks = (rule: string, body: string, options?: Options): string[] =>
  findingsOf(rule, body, options).findings.map(({ at }) => at.join('.'));

/** What a rule says: path, underlined text, message, the texts beside, and its own fixes (those every rule has are left out). */
export function says(rule: string, body: string, options?: Options) {
  const { text, findings } = findingsOf(rule, body, options);
  return findings.map(({ at, span, message, related, fixes }) => ({
    at: at.join('.'),
    marks: text.slice(span.start, span.end),
    message,
    beside: related.map(
      (each) => `${(each.stream?.text ?? text).slice(each.span.start, each.span.end)}: ${each.message}`,
    ),
    fixes: fixes.filter(({ kind }) => kind !== 'waive').map(({ title }) => title),
  }));
}

/** The body of a charter after a fix of a rule's first finding. */
export function fixed(rule: string, title: string, body: string, options?: Options): string {
  const { text, checked, findings } = findingsOf(rule, body, options);
  const [finding] = findings as [Finding];
  const fix = finding?.fixes.find((each) => each.title === title);
  if (!fix) throw new Error(`no fix ${title} of ${rule}`);
  const edits = editsFor(checked.documents[0]!.document, fix.patches);
  if (!edits) throw new Error(`the fix ${title} of ${rule} is not possible`);
  return applyEdits(text, edits).slice(HEAD.length);
}
