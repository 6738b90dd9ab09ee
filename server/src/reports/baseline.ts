import type { CheckedFile } from '../check/check.ts';
import type { Finding } from '../check/finding.ts';
import { json } from '../text/json.ts';
import { isReadable, only, pairsOf } from './baseline-items.ts';

/** Grows when the shape of the file or the making of fingerprints changes. */
const VERSION = 1;

/** The findings that are known, as fingerprints of rule and item, by file. */
export type Baseline = ReadonlyMap<string, ReadonlySet<string>>;

/** The name of a file as baselines look it up: written on one machine, read on another. */
export const baselineName = (file: string): string => file.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');

/**
 * Known findings as JSON: one to a line and sorted, so that people see in a comparison of two versions what came and
 * went. Neither dates nor wordings are in it, and no file without findings.
 */
export function baselineText(files: Iterable<readonly [file: string, pairs: Iterable<string>]>): string {
  const sorted = [...files]
    .map(([file, pairs]) => [baselineName(file), [...pairs].sort()] as const)
    .filter(([, pairs]) => pairs.length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `${json({ version: VERSION, files: Object.fromEntries(sorted) })}\n`;
}

/** Reads a baseline; a text instead says what is wrong with it. */
export function readBaseline(text: string): Baseline | string {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return 'it is no JSON';
  }
  const { version, files } = (value ?? {}) as { version?: unknown; files?: unknown };
  if (typeof version !== 'number') return 'it is no baseline of worksec';
  if (version !== VERSION) return `it is of version ${version}, and this worksec knows version ${VERSION} only`;
  if (!isMap(files)) return 'its list of files is missing';
  const baseline = new Map<string, ReadonlySet<string>>();
  for (const [file, pairs] of Object.entries(files)) {
    if (!Array.isArray(pairs) || !pairs.every((pair) => typeof pair === 'string'))
      return `what it holds for ${file} is no list of fingerprints`;
    const name = baselineName(file);
    baseline.set(name, new Set([...(baseline.get(name) ?? []), ...pairs]));
  }
  return baseline;
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** How a run compares with a baseline, counted by rule and item. */
export interface Compared {
  /** Findings that are known and therefore left out. */
  readonly known: number;
  /** Known findings that are there no more. */
  readonly gone: number;
}

/** The findings of a file that are not known yet, and what became of the known ones. */
export function newSince(checked: CheckedFile, known: ReadonlySet<string>): Compared & { findings: Finding[] } {
  const pairs = pairsOf(checked.findings);
  const still = [...known].filter((pair) => pairs.has(pair)).length;
  return {
    findings: only(checked.findings, ({ fingerprint }) => !known.has(fingerprint)),
    known: still,
    gone: isReadable(checked) ? known.size - still : 0,
  };
}
