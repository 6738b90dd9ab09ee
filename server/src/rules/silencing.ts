import type { Day } from '../formats/dates.ts';
import type { Reading } from '../formats/reading.ts';
import { isPlaceholder } from '../formats/words.ts';
import type { Item } from '../model/sections.ts';
import type { DocumentModel } from '../yaml/document.ts';
import type { Path, Span } from '../yaml/node.ts';
import { says } from './answers.ts';
import { isFixed } from './rule.ts';

/** What somebody decided about a finding, and how it is written down. */
export interface Decision {
  readonly because: string;
  readonly decided_by?: string;
  readonly until?: string;
  /** `waiver` in the document's list, or a comment on the line before. */
  readonly by: 'waiver' | 'comment';
}

/** A waiver that holds today. */
export interface Waiver {
  readonly path: Path;
  readonly rule: string;
  readonly at: string | undefined;
  readonly decision: Decision;
}

/** The entries of a document's list of waivers that have the shape of one. */
export const waiverEntries = (root: Item): readonly Reading[] =>
  (root.get('waivers') as Reading).elements.filter(({ given }) => given);

/** The waivers of a document that are complete and have not ended. */
export function holdingWaivers(root: Item, today: Day): Waiver[] {
  return waiverEntries(root).flatMap((entry) => {
    const [rule, at, because, decided_by, until] = ['rule', 'at', 'because', 'decided_by', 'until'].map(
      (key) => entry.fields.get(key)?.text,
    );
    if (!rule || !until || until < today || isFixed(rule) || blanksOf(entry).length > 0) return [];
    return [
      { path: entry.path, rule, at, decision: { because: because!, decided_by: decided_by!, until, by: 'waiver' } },
    ];
  });
}

/** The fields a waiver needs that say nothing; a place that is there but blank would make it cover everything. */
export function blanksOf(entry: Reading): string[] {
  const needed = ['rule', 'because', 'decided_by', 'until'].filter((key) => !says(entry.fields.get(key)));
  const place = entry.fields.get('at');
  return place && !place.text ? [...needed, 'at'] : needed;
}

/** A comment `# worksec-disable-next-line <rule>: <reason>`, taken apart. */
export interface DisableComment {
  readonly span: Span;
  readonly rule: string;
  /** Empty where there is none, or only words that keep its place. */
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
        span: { start: comment.start, end: comment.start + comment.text.trimEnd().length },
        rule: match[1]!,
        reason: isPlaceholder(match[2]!) ? '' : match[2]!.trim(),
        line: stream.lines.position(comment.start).line + 1,
      },
    ];
  });
}
