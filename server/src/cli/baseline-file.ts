import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { CheckedFile } from '../check/check.ts';
import { nameOf } from '../disk/names.ts';
import { type Baseline, baselineName, type Compared, newSince, readBaseline } from '../reports/baseline.ts';
import { UsageError } from './command.ts';
import { reason } from './complaints.ts';

export const BASELINE_FILE = 'worksec.baseline.json';

/** How a baseline names a file: relative to itself, so that it does not matter where a check is started. */
export const nameInBaseline = (path: string, baseline: string): string => baselineName(nameOf(path, dirname(baseline)));

/** Tells new findings from those a baseline knows, file by file. */
export class KnownFindings {
  private readonly path: string;
  private readonly baseline: Baseline;
  private readonly seen = new Set<string>();
  private known = 0;
  private gone = 0;

  /** Throws a UsageError where the baseline cannot be used: without it, all old findings would look new. */
  constructor(
    /** The baseline as it was named on the command line. */
    readonly name: string,
    cwd: string,
  ) {
    this.path = resolve(cwd, name);
    const read = contentOf(this.path);
    if (typeof read !== 'string') this.baseline = read;
    else
      throw new UsageError(
        `The baseline ${name} cannot be read: ${read}.`,
        `To write it anew from what is found today: worksec baseline --output ${name}`,
      );
  }

  /** A file with only those of its findings that are new. */
  newIn(checked: CheckedFile, path: string): CheckedFile {
    const name = nameInBaseline(path, this.path);
    const { findings, known, gone } = newSince(checked, this.baseline.get(name) ?? new Set());
    this.seen.add(name);
    this.known += known;
    this.gone += gone;
    return { ...checked, findings };
  }

  /** What became of the known findings, of the files looked at and of those that are there no more. */
  compared(): Compared {
    const lost = [...this.baseline].filter(
      ([name]) => !this.seen.has(name) && !existsSync(resolve(dirname(this.path), name)),
    );
    return { known: this.known, gone: lost.reduce((sum, [, pairs]) => sum + pairs.size, this.gone) };
  }
}

function contentOf(path: string): Baseline | string {
  try {
    return readBaseline(readFileSync(path, 'utf8'));
  } catch (error) {
    return reason(error);
  }
}

/** True for a file that is no JSON at all, such as a description: a baseline must not take its place. */
export function isOtherFile(path: string): boolean {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return false;
  return !/^\ufeff?\s*(?:\{|$)/.test(readFileSync(path, 'utf8'));
}
