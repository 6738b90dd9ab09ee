import type { Compared } from './baseline.ts';
import { findingTexts } from './json-finding.ts';
import { jsonText, type Piece, Written } from './json-text.ts';
import type { ReportedFile, ReportedFinding } from './reported.ts';
import { summarise } from './summary.ts';

/** The number other programs look at before they read on. It grows when the shape changes. */
export const VERSION = 1;

/** One of the runs that a check was spread over, with what `merge` needs to know beside the findings. */
export interface Shard {
  /** From 1 on. */
  readonly index: number;
  readonly of: number;
  /** What went wrong. */
  readonly complaints: readonly string[];
  /** The baseline as it was named. */
  readonly baseline?: string | undefined;
}

export interface JsonOptions {
  readonly compared?: Compared | undefined;
  readonly shard?: Shard | undefined;
}

/** A run as JSON. Its shape is a promise to other programs: see “Contracts” in the documentation. */
export function* jsonReport(files: Iterable<ReportedFile>, { compared, shard }: JsonOptions = {}): Generator<Piece> {
  // Only who puts shards together wants the lines of the text as well.
  const asJson = shard ? withExcerpt : plainly;
  const summary = summarise(files);
  yield* jsonText({
    version: VERSION,
    shard,
    files: () => each(files, ({ documents }) => documents),
    findings: () => (shard ? each(files, ({ findings }) => findings.map(asJson)) : written(files)),
    waived: () =>
      summary.waived === 0
        ? []
        : each(files, ({ waived }) => waived.map((one) => ({ ...asJson(one), waiver: one.waiver }))),
    summary: { ...summary, ...(compared && { baseline: { known: compared.known, gone: compared.gone } }) },
  });
  yield '\n';
}

function* each<T>(files: Iterable<ReportedFile>, listOf: (file: ReportedFile) => readonly T[]): Generator<T> {
  for (const file of files) yield* listOf(file);
}

function* written(files: Iterable<ReportedFile>): Generator<Written> {
  for (const file of files) {
    const text = file.written ?? findingTexts(file);
    if (text.length > 0) yield new Written(text);
  }
}

const plainly = (finding: ReportedFinding) => ({
  file: finding.file,
  ...(finding.document !== undefined && { document: finding.document }),
  rule: finding.rule,
  severity: finding.severity,
  at: finding.at,
  message: finding.message,
  range: finding.range,
  fingerprint: finding.fingerprint,
  ...(finding.related.length > 0 && { related: finding.related }),
});

const withExcerpt = (finding: ReportedFinding) => ({ ...plainly(finding), excerpt: finding.excerpt });
