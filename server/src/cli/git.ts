import { execFileSync } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import { UsageError } from './command.ts';

/** A file as a revision holds it. */
export interface Blob {
  readonly hash: string;
  readonly bytes: number;
}

const HASH = /^[0-9a-f]{40,64}$/;

/** A git repository, asked through the `git` command. Nothing in it is changed. */
export class Repository {
  private constructor(
    private readonly folder: string,
    /** Its topmost folder. */
    readonly top: string,
  ) {}

  /** The repository that holds a folder; undefined where there is none. */
  static at(folder: string): Repository | undefined {
    const asked = git(folder, ['rev-parse', '--show-cdup']);
    if (typeof asked !== 'string') return new Repository(folder, resolve(folder, asked.toString().trim()));
    if (asked.includes('not a git repository')) return undefined;
    throw failure(asked);
  }

  /** The commit a revision such as `HEAD~3`, a branch or a tag stands for; undefined where there is none. */
  commit(revision: string): string | undefined {
    // What begins with a hyphen would be an option to git, and the rest are no names either.
    if (!/^[^-\p{Cc}][^\p{Cc}]*$/u.test(revision)) return undefined;
    const asked = git(this.folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]);
    const hash = typeof asked !== 'string' ? (asked.toString().trim().split('\n').at(-1) ?? '') : '';
    return HASH.test(hash) ? hash : undefined;
  }

  /** Every file of a commit by its path on this machine; symbolic links and submodules are left out. */
  files(commit: string): Map<string, Blob> {
    const listed = this.ask(['ls-tree', '-r', '-l', '-z', '--full-tree', commit]).toString();
    const files = new Map<string, Blob>();
    for (const line of listed.split('\0')) {
      const [, hash, bytes, name] = /^100\d{3} blob ([0-9a-f]+) +(\d+)\t(.+)$/s.exec(line) ?? [];
      if (name) files.set(join(this.top, name), { hash: hash!, bytes: Number(bytes) });
    }
    return files;
  }

  /** The contents of files, by hash. One process for all: starting one for each would take longer than the check. */
  contents(hashes: readonly string[]): Map<string, Uint8Array> {
    const contents = new Map<string, Uint8Array>();
    if (hashes.length === 0) return contents;
    // Unlike git show, cat-file runs no program that the repository's settings name for showing a file.
    const answer = this.ask(['cat-file', '--batch'], hashes.map((hash) => `${hash}\n`).join(''));
    for (let at = 0; at < answer.length; ) {
      const line = answer.indexOf('\n', at);
      const [hash, type, size] = answer.toString('latin1', at, line).split(' ');
      at = line + 1;
      if (type !== 'blob') continue;
      contents.set(hash!, answer.subarray(at, at + Number(size)));
      at += Number(size) + 1;
    }
    return contents;
  }

  private ask(args: readonly string[], input?: string): Buffer {
    const asked = git(this.folder, args, input);
    if (typeof asked !== 'string') return asked;
    throw failure(asked);
  }
}

const failure = (said: string): UsageError =>
  new UsageError(`git could not be asked: ${said.split('\n')[0]!.replace(/^fatal: /, '')}`);

/** What git answers, or as a text what it complains of. Never through a shell. */
function git(folder: string, args: readonly string[], input = ''): Buffer | string {
  try {
    return execFileSync('git', ['-C', folder, ...args], {
      input,
      // Windows looks for programs in the current folder first, where one may lie that only looks like git.
      cwd: dirname(process.execPath),
      env: { ...process.env, LC_ALL: 'C' },
      maxBuffer: Number.POSITIVE_INFINITY,
      stdio: 'pipe',
      windowsHide: true,
    });
  } catch (error) {
    const { code, stderr } = error as { code?: string; stderr?: Buffer };
    if (code === 'ENOENT')
      throw new UsageError('The command git is not installed, and only it can tell what a revision holds.');
    return stderr?.toString().trim() || String(error);
  }
}
