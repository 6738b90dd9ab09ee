import type { Report } from '../rules/rule.ts';
import type { DocumentModel } from '../yaml/document.ts';
import type { Place, Span } from '../yaml/node.ts';
import { type Shift, shiftBetween, shiftedSpan } from '../yaml/shift.ts';

/** Where reports stood before a text changed, and what the change did. */
export interface Stood {
  readonly spans: ReadonlyMap<readonly Report[], readonly Span[]>;
  readonly shift: Shift;
}

/** Where the reports on a document stand in its text. */
export class Standing {
  private readonly spans = new Map<readonly Report[], readonly Span[]>();

  constructor(private readonly document: DocumentModel | undefined) {}

  /** The place of each report; of those that `stood` somewhere before only what the change left uncertain is looked up. */
  of(reports: readonly Report[], stood?: Stood): readonly Span[] {
    if (reports.length === 0) return NOWHERE;
    const before = stood?.spans.get(reports);
    const spans = reports.map((report, i) => {
      const place = placeOf(report);
      return (
        (before && 'at' in place ? shiftedSpan(before[i]!, place, stood!.shift) : undefined) ??
        spanOf(report, this.document)
      );
    });
    this.spans.set(reports, spans);
    return spans;
  }

  /** The same after the text has changed. */
  beforeIt(now: DocumentModel | undefined): Stood | undefined {
    return this.document && now && { spans: this.spans, shift: shiftBetween(this.document, now) };
  }
}

const NOWHERE: readonly Span[] = [];

const placeOf = ({ place, at }: Report): Place | Span => place ?? { at, part: 'key' };

/** Where in the text a report stands; one on a text without a document says so itself. */
export function spanOf(report: Report, document: DocumentModel | undefined): Span {
  const place = placeOf(report);
  return 'at' in place ? document!.span(place) : place;
}
