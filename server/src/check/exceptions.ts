import type { Day } from '../formats/dates.ts';
import type { Reading } from '../formats/reading.ts';
import type { Item } from '../model/sections.ts';
import { says } from '../rules/answers.ts';
import { isFixed, type Report } from '../rules/rule.ts';
import type { DocumentModel } from '../yaml/document.ts';
import type { Path, Span } from '../yaml/node.ts';
import type { WaivedFinding } from './finding.ts';

type Decision = WaivedFinding['waiver'];

/** A waiver that holds today. */
export interface Waiver {
  readonly path: Path;
  readonly rule: string;
  readonly at: string | undefined;
  readonly decision: Decision;
}

/** The waivers of a document that are complete and have not ended. */
export function holdingWaivers(root: Item, today: Day): Waiver[] {
  return (root.get('waivers') as Reading).elements.flatMap((entry) => {
    const rule = entry.fields.get('rule')?.text;
    const until = entry.fields.get('until')?.text;
    if (!rule || !until || until < today || isFixed(rule)) return [];
    const [because, decided_by] = [entry.fields.get('because'), entry.fields.get('decided_by')];
    if (!says(because) || !says(decided_by)) return [];
    return [
      {
        path: entry.path,
        rule,
        at: entry.fields.get('at')?.text,
        decision: { because: because!.text!, decided_by: decided_by!.text!, until, by: 'waiver' },
      },
    ];
  });
}

/** The first waiver that covers a report: its node and all below, or the very field that is asked for. */
export function waiverFor(rule: string, report: Report, waivers: readonly Waiver[]): Waiver | undefined {
  const places = [report.at, ...(report.asked ? [report.asked] : [])].map((path) => path.join('.'));
  return waivers.find(
    (waiver) =>
      waiver.rule === rule &&
      (!waiver.at || places.some((place) => place === waiver.at || place.startsWith(`${waiver.at}.`))),
  );
}

/** A comment `# worksec-disable-next-line <rule>: <reason>`, taken apart. */
export interface DisableComment {
  readonly span: Span;
  readonly rule: string;
  readonly reason: string;
  /** The line its findings begin on. */
  readonly line: number;
}

const COMMENT = /^#\s*worksec-disable-next-line(?![\w-])\s*([^\s:]*)\s*:?\s*(.*)$/s;

/** The silencing comments within a document, complete or not. */
export function disableComments(document: DocumentModel): DisableComment[] {
  const { stream, extent } = document;
  if (!stream.text.includes('worksec-disable-next-line')) return [];
  return stream.comments().flatMap((comment) => {
    const match = COMMENT.exec(comment.text);
    if (!match || comment.start < extent.start || comment.start > extent.end) return [];
    return [
      {
        span: { start: comment.start, end: comment.end },
        rule: match[1]!,
        reason: match[2]!.trim(),
        line: stream.lines.position(comment.start).line + 1,
      },
    ];
  });
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
