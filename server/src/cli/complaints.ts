import { visible } from '../text/visible.ts';
import type { Terminal } from './terminal.ts';

/** What went wrong on the way, told at once; the rest of the work goes on. */
export class Complaints {
  private readonly told = new Set<string>();

  constructor(private readonly terminal: Terminal) {}

  add(message: string): void {
    // Several arguments may lead to the same trouble.
    if (this.told.has(message)) return;
    this.told.add(message);
    this.mention(message);
  }

  /** Tells what is not as it was meant, but takes nothing away from the result. */
  mention(message: string): void {
    const { err } = this.terminal;
    err.write(`${err.paint.red('worksec:')} ${visible(message)}\n`);
  }

  get all(): readonly string[] {
    return [...this.told];
  }

  get any(): boolean {
    return this.told.size > 0;
  }
}

/** Why the file system refused something, in plain words. */
export function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  return (code && REASONS[code]) || (error instanceof Error ? error.message : String(error));
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'it may not be opened with your rights',
  EPERM: 'it may not be opened with your rights',
  ENOENT: 'it is not there',
  ENOTDIR: 'a part of its path is no folder',
  EISDIR: 'it is a folder',
  ELOOP: 'it is a link that leads back to itself',
  ENAMETOOLONG: 'its name is too long',
  EMFILE: 'too many files are open',
  ENOSPC: 'no space is left',
  EROFS: 'nothing can be written there',
  EEXIST: 'it is there already',
};
