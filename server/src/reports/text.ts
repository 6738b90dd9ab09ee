import { visible } from '../text/visible.ts';
import { padded } from '../text/width.ts';
import { underline } from './excerpt.ts';
import type { Paint } from './paint.ts';
import type { ReportedFile, ReportedFinding, ReportedWaived } from './reported.ts';
import { severityPaint, severityWord } from './severity.ts';
import { summaryLine, Tally } from './summary.ts';
import { wrap } from './wrap.ts';

export interface TextOptions {
  readonly paint: Paint;
  /** Columns of the terminal. */
  readonly width: number;
}

/** Most related places that are told of a finding. */
const MOST_RELATED = 3;
const SEVERITY_WIDTH = 'warning'.length;

/** A run for people: what was found in each file, with the line it is about, and what it comes to. */
export function* textReport(files: Iterable<ReportedFile>, options: TextOptions): Generator<string> {
  const { paint } = options;
  const tally = new Tally();
  for (const file of files) {
    tally.add(file);
    if (file.findings.length + file.waived.length > 0) yield `${fileText(file, options)}\n`;
  }
  const { summary } = tally;
  const mood = summary.errors > 0 ? paint.red : summary.warnings > 0 ? paint.yellow : paint.green;
  const [head, ...rest] = summaryLine(summary).split('. ');
  const last = [mood(paint.bold(rest.length > 0 ? `${head}.` : head!)), ...(rest.length > 0 ? [rest.join('. ')] : [])];
  yield `${last.join(' ')}\n`;
}

function fileText(file: ReportedFile, options: TextOptions): string {
  const placeWidth = Math.max(0, ...[...file.findings, ...file.waived].map((each) => placeOf(each).length));
  const blocks = file.findings.map((finding, i) =>
    findingLines(finding, { ...options, placeWidth, repeats: sameSpan(finding, file.findings[i - 1]) }),
  );
  const waived = file.waived.map((each) => waivedLines(each, { ...options, placeWidth }));
  return [heading(file, options), ...blocks, ...(waived.length > 0 ? [waived.flat()] : [])]
    .map((lines) => lines.map((line) => `${line.trimEnd()}\n`).join(''))
    .join('\n');
}

function heading({ file, documents }: ReportedFile, { paint }: TextOptions): string[] {
  const [only] = documents;
  const title = documents.length === 1 ? only?.title : `${documents.length} documents`;
  return [paint.bold(visible(file)) + (title ? paint.dim(` · ${visible(title)}`) : '')];
}

interface FindingOptions extends TextOptions {
  readonly placeWidth: number;
  /** The line is the one shown just above. */
  readonly repeats?: boolean;
}

function findingLines(finding: ReportedFinding, options: FindingOptions): string[] {
  const { paint, placeWidth } = options;
  const margin = ' '.repeat(2 + placeWidth + 2 + SEVERITY_WIDTH + 2);
  const colour = severityPaint(finding.severity, paint);
  const [first = '', ...more] = wrap(visible(finding.message), roomBeside(margin, options));
  const place = paint.dim(placeOf(finding).padStart(placeWidth));
  const which = finding.document === undefined ? '' : ` in ${visible(finding.document)}`;
  return [
    `  ${place}  ${colour(padded(severityWord(finding.severity), SEVERITY_WIDTH))}  ${first}`,
    ...more.map((line) => margin + line),
    margin + paint.dim(finding.rule + which),
    ...(options.repeats ? [] : excerptLines(finding, margin, options)),
    ...relatedLines(finding, margin, options),
  ];
}

function excerptLines(finding: ReportedFinding, margin: string, options: TextOptions): string[] {
  const { paint } = options;
  const bar = `${margin}${paint.dim('│')} `;
  const line = underline(finding.excerpt, roomBeside(margin, options) - 2);
  if (`${line.before}${line.marked}${line.after}`.trim() === '') return [];
  return [
    bar + line.before + line.marked + line.after,
    bar + line.blanks + severityPaint(finding.severity, paint)(line.marks),
  ];
}

function relatedLines(finding: ReportedFinding, margin: string, options: TextOptions): string[] {
  const { related, file } = finding;
  const shown = related.length <= MOST_RELATED ? related : related.slice(0, MOST_RELATED - 1);
  const lines = shown.flatMap((each) => {
    const where = each.file === file ? '' : `${visible(each.file)} `;
    const text = wrap(`${where}${placeOf(each)}  ${visible(each.message)}`, roomBeside(margin, options) - 2);
    return text.map((line, i) => `${margin}${i === 0 ? '→' : ' '} ${line}`);
  });
  if (shown.length < related.length) lines.push(`${margin}  and ${related.length - shown.length} more places`);
  return lines.map((line) => options.paint.dim(line));
}

/** A finding that somebody accepted: what, until when, by whom and why. */
function waivedLines({ waiver, ...finding }: ReportedWaived, options: FindingOptions): string[] {
  const { paint, placeWidth } = options;
  const margin = ' '.repeat(2 + placeWidth + 2);
  const until = waiver.until ? ` until ${waiver.until}` : '';
  const by = waiver.decided_by ? `, decided by ${waiver.decided_by}` : waiver.by === 'comment' ? ', by a comment' : '';
  const text = visible(`accepted${until}${by}: ${finding.rule}. ${waiver.because}`);
  const [first = '', ...more] = wrap(text, roomBeside(margin, options));
  return [`  ${placeOf(finding).padStart(placeWidth)}  ${first}`, ...more.map((line) => margin + line)].map((line) =>
    paint.dim(line),
  );
}

const roomBeside = (margin: string, { width }: TextOptions): number => Math.max(30, width - margin.length);

/** Line and column as people count them, from 1. */
const placeOf = ({ range }: Pick<ReportedFinding, 'range'>): string =>
  `${range.start.line + 1}:${range.start.character + 1}`;

function sameSpan(one: ReportedFinding, other: ReportedFinding | undefined): boolean {
  return other !== undefined && JSON.stringify(one.range) === JSON.stringify(other.range);
}
