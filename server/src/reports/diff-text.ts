import { visible } from '../text/visible.ts';
import type { Comparison } from './diff.ts';
import { comparisonLine, endWords, exceptionWords, isOver, type Names } from './diff-words.ts';
import type { ReportedFinding } from './reported.ts';
import { severityPaint, severityWord } from './severity.ts';
import type { TextOptions } from './text.ts';
import { wrap } from './wrap.ts';

/** A comparison for people: what is new, closed or graver than before, each with its place. */
export function diffText(comparison: Comparison, { old, now }: Names, options: TextOptions): string {
  const { paint } = options;
  const { created, closed, changed, exceptions } = comparison;
  const word = ({ severity }: Pick<ReportedFinding, 'severity'>): string =>
    severityPaint(severity, paint)(severityWord(severity));
  const parts = [
    part('New', created, (each) => finding(each, word(each), options), options),
    part(
      `Closed, with their places in ${old}`,
      closed,
      (each) => finding(each, each.accepted ? 'accepted' : 'closed', options),
      options,
    ),
    part(
      'Of another severity',
      changed,
      (each) => finding(each, `${word(each)}, was ${severityWord(each.was)}`, options),
      options,
    ),
    part(
      'Exceptions that end soon or have ended',
      exceptions,
      (each) => [
        `${paint.dim(placeOf(each))}  ${(isOver(each) ? paint.yellow : paint.cyan)(endWords(each))}`,
        ...text(exceptionWords(each), options),
      ],
      options,
    ),
  ];
  const line = comparisonLine(comparison);
  const mood = created.length > 0 ? paint.yellow : paint.green;
  return [...parts.filter((each) => each !== ''), `${visible(old)} → ${visible(now)}: ${mood(line)}\n`].join('\n');
}

function part<E>(title: string, entries: readonly E[], lines: (entry: E) => string[], { paint }: TextOptions): string {
  if (entries.length === 0) return '';
  return [paint.bold(visible(title)), ...entries.flatMap((entry) => lines(entry).map((line) => `  ${line}`))]
    .map((line) => `${line.trimEnd()}\n`)
    .join('');
}

const finding = (each: ReportedFinding, how: string, options: TextOptions): string[] => [
  `${options.paint.dim(placeOf(each))}  ${how}`,
  ...text(each.message, options),
  `  ${options.paint.dim(visible(each.rule))}`,
];

const text = (words: string, { width }: TextOptions): string[] =>
  wrap(visible(words), Math.max(30, Math.min(width, 100) - 4)).map((line) => `  ${line}`);

/** File, line and column as people count them; in a stream of several also the document. */
const placeOf = ({ file, document, range }: Pick<ReportedFinding, 'file' | 'document' | 'range'>): string =>
  `${visible(file)}:${range.start.line + 1}:${range.start.character + 1}${document === undefined ? '' : ` in ${visible(document)}`}`;
