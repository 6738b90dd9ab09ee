import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { nameOf } from '../disk/names.ts';
import { type Baseline, baselineName, type Compared, readBaseline } from '../reports/baseline.ts';
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
    private readonly cwd: string,
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

  /** What is known of a file. */
  in(path: string): readonly string[] {
    return [...(this.baseline.get(nameInBaseline(path, this.path)) ?? [])];
  }

  /** Counts a file that was looked at. */
  add(path: string, { known, gone }: Compared): void {
    this.seen.add(nameInBaseline(path, this.path));
    this.known += known;
    this.gone += gone;
  }

  /**
   * What became of the known findings, of the files looked at and of those that are there no more and would have been
   * looked at, by the name a check has for them.
   */
  compared(isOurs: (name: string) => boolean): Compared {
    const lost = [...this.baseline].filter(([name]) => {
      const path = resolve(dirname(this.path), name);
      return !this.seen.has(name) && isOurs(nameOf(path, this.cwd)) && !existsSync(path);
    });
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
