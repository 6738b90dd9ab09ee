import { isFixed, type Report } from '../rules/rule.ts';
import type { Decision, DisableComment, Waiver } from '../rules/silencing.ts';
import type { DocumentModel } from '../yaml/document.ts';
import type { Span } from '../yaml/node.ts';
import { dotted } from '../yaml/path.ts';

/** The first waiver that covers a report: its node and all below, or the very field that is asked for. */
export function waiverFor(rule: string, report: Report, waivers: readonly Waiver[]): Waiver | undefined {
  if (waivers.length === 0) return undefined;
  const places = [report.at, ...(report.asked ? [report.asked] : [])].map(dotted);
  return waivers.find(
    (waiver) =>
      waiver.rule === rule &&
      (!waiver.at || places.some((place) => place === waiver.at || place.startsWith(`${waiver.at}.`))),
  );
}

/** The comment that silences a rule's finding at a place, as a decision; undefined where there is none. */
export function silencedBy(
  rule: string,
  span: Span,
  comments: readonly DisableComment[],
  document: DocumentModel,
): Decision | undefined {
  if (comments.length === 0 || isFixed(rule)) return undefined;
  const { line } = document.stream.lines.position(span.start);
  const comment = comments.find((each) => each.rule === rule && each.line === line && each.reason !== '');
  return comment && { because: comment.reason, by: 'comment' };
}
