import { memo } from '../model/memo.ts';
import { gather } from '../rules/gathered.ts';
import { isFixed, type Report } from '../rules/rule.ts';
import type { Decision, DisableComment, Waiver } from '../rules/silencing.ts';
import type { DocumentModel } from '../yaml/document.ts';
import type { Span } from '../yaml/node.ts';
import { dotted } from '../yaml/path.ts';

/** The first waiver that covers a report: its node and all below, or the very field that is asked for. */
export function waiverFor(rule: string, report: Report, waivers: readonly Waiver[]): Waiver | undefined {
  if (waivers.length === 0) return undefined;
  const ofRule = byPlace(waivers).get(rule);
  if (!ofRule) return undefined;
  const places = [report.at, ...(report.asked ? [report.asked] : [])].map(dotted);
  let first = ofRule.get(0)?.get('');
  // Of each length there is one place only that can cover another: no need to look at waiver after waiver.
  for (const [length, covering] of ofRule)
    for (const place of places) {
      if (place.length !== length && place[length] !== '.') continue;
      const nr = covering.get(place.slice(0, length));
      if (nr !== undefined && (first === undefined || nr < first)) first = nr;
    }
  return first === undefined ? undefined : waivers[first];
}

/** The number of the first waiver for each place, by its rule and the length of the place; 0 for the whole document. */
const byPlace = memo((waivers: readonly Waiver[]) => {
  const found = new Map<string, Map<number, Map<string, number>>>();
  for (const [nr, { rule, at = '' }] of waivers.entries()) {
    const ofRule = found.get(rule) ?? new Map<number, Map<string, number>>();
    const ofLength = ofRule.get(at.length) ?? new Map<string, number>();
    if (!ofLength.has(at)) ofLength.set(at, nr);
    found.set(rule, ofRule.set(at.length, ofLength));
  }
  return found;
});

/** The comment that silences a rule's finding at a place, as a decision; undefined where there is none. */
export function silencedBy(
  rule: string,
  span: Span,
  comments: readonly DisableComment[],
  document: DocumentModel,
): Decision | undefined {
  if (comments.length === 0 || isFixed(rule)) return undefined;
  const { line } = document.stream.lines.position(span.start);
  const comment = byLine(comments)
    .get(line)
    ?.find((each) => each.rule === rule);
  return comment && { because: comment.reason, by: 'comment' };
}

/** The comments that give a reason, by the line they speak of. */
const byLine = memo((comments: readonly DisableComment[]) => {
  const found = new Map<number, DisableComment[]>();
  for (const comment of comments) if (comment.reason !== '') gather(found, comment.line, comment);
  return found;
});
