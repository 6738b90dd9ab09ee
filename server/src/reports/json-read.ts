import * as z from 'zod';
import type { Coverage } from '../check/questions.ts';
import type { Compared } from './baseline.ts';
import type { Excerpt } from './excerpt.ts';
import { type Shard, VERSION } from './json.ts';
import { counted, type ReportedFile, type ReportedFinding, type ReportedWaived } from './reported.ts';
import { SEVERITIES } from './severity.ts';

const count = z.number().int().nonnegative();
const position = z.object({ line: count, character: count });
const range = z.object({ start: position, end: position });

const finding = z.object({
  file: z.string(),
  document: z.string().exactOptional(),
  rule: z.string(),
  severity: z.enum(SEVERITIES),
  at: z.string(),
  message: z.string(),
  range,
  fingerprint: z.string(),
  related: z.array(z.object({ file: z.string(), range, message: z.string() })).default([]),
  // Only parts have it; without it no line is shown.
  excerpt: z
    .object({ text: z.string(), start: count, end: count, cutBefore: z.boolean(), cutAfter: z.boolean() })
    .default({ text: '', start: 0, end: 0, cutBefore: false, cutAfter: false } satisfies Excerpt),
});

const waived = finding.extend({
  waiver: z.object({
    because: z.string(),
    decided_by: z.string().exactOptional(),
    until: z.string().exactOptional(),
    by: z.enum(['waiver', 'comment']),
  }),
});

const coverage = z.object({
  questions: count,
  answered: count,
  open: count,
  accepted: count,
  notApplicable: count,
}) satisfies z.ZodType<Coverage>;

const report = z.object({
  version: z.number(),
  shard: z
    .object({
      index: count,
      of: count,
      complaints: z.array(z.string()),
      baseline: z.string().exactOptional(),
    })
    .exactOptional(),
  files: z.array(
    z.object({
      file: z.string(),
      kind: z.string().nullable(),
      title: z.string().nullable(),
      document: z.string().exactOptional(),
    }),
  ),
  findings: z.array(finding),
  waived: z.array(waived),
  summary: z.object({
    answered: z.record(z.string(), coverage),
    baseline: z.object({ known: count, gone: count }).exactOptional(),
  }),
});

/** A JSON report that was read back. */
export interface Part {
  readonly files: readonly ReportedFile[];
  readonly compared?: Compared;
  readonly shard?: Shard;
}

/** Reads a JSON report; a text instead says what is wrong with it. */
export function readPart(text: string): Part | string {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return 'it is no JSON, or not all of it';
  }
  const { data, error } = report.safeParse(value);
  if (!data) {
    const [first] = error.issues;
    return first!.path.length === 0
      ? 'it is no report of worksec check'
      : `it is no report of worksec check, or not all of it: ${first!.path.join('.')} is not as it should be`;
  }
  if (data.version !== VERSION)
    return `it is of version ${data.version}, and this worksec knows version ${VERSION} only`;
  const { shard, summary } = data;
  return {
    files: filesOf(data),
    ...(shard && { shard }),
    ...(summary.baseline && { compared: summary.baseline }),
  };
}

interface OneFile extends ReportedFile {
  readonly documents: ReportedFile['documents'][number][];
  readonly findings: ReportedFinding[];
  readonly waived: ReportedWaived[];
}

function filesOf({ files, findings, waived, summary }: z.output<typeof report>): ReportedFile[] {
  const byName = new Map<string, OneFile>();
  const fileOf = (file: string): OneFile => {
    // Questions are counted over all files of a report; with the first they are counted once.
    const coverage = byName.size === 0 ? summary.answered : {};
    const known = byName.get(file) ?? { file, documents: [], findings: [], waived: [], coverage, counted: NONE };
    byName.set(file, known);
    return known;
  };
  for (const document of files) fileOf(document.file).documents.push(document);
  for (const finding of findings) fileOf(finding.file).findings.push(finding);
  for (const finding of waived) fileOf(finding.file).waived.push(finding);
  return [...byName.values()].map((file) => ({ ...file, counted: counted(file.findings) }));
}

const NONE = counted([]);
