import { resolve } from 'node:path';
import { isWithin } from '../disk/names.ts';
import { UsageError } from './command.ts';
import { type Revision, revisionSide } from './diff-revision.ts';
import { type Compare, diskSide, kindOnDisk, type Side } from './diff-side.ts';
import { Repository } from './git.ts';

/** The two sides of a comparison, and the path of each that file names are compared from. */
export interface Sides {
  readonly old: Side;
  readonly now: Side;
  readonly oldBase: string;
  readonly nowBase: string;
  readonly oldIsRevision: boolean;
}

/** What a word on the command line means. A revision without a path is that of what it is compared with. */
interface Meant {
  readonly word: string;
  readonly revision?: Revision;
  readonly path?: string;
}

/** Finds out what is compared. Throws a UsageError where that cannot be. */
export function sidesOf(words: readonly string[], limits: readonly string[], compare: Compare): Sides {
  const { cwd } = compare.terminal;
  const old = meaning(words[0]!, cwd);
  if (words.length === 1 && !old.revision)
    throw new UsageError(
      `Say what ${words[0]} is to be compared with.`,
      `To compare it with what git has: worksec diff HEAD ${words[0]}`,
    );
  const now: Meant = words.length === 1 ? { word: 'the working tree' } : meaning(words[1]!, cwd);
  if (limits.length > 0 && (old.path ?? now.path) !== undefined)
    throw new UsageError('Paths behind -- choose among the files of revisions; OLD and NEW then have no path.');
  const oldBase = old.path ?? now.path ?? cwd;
  const nowBase = now.path ?? old.path ?? cwd;
  for (const [{ revision, word }, base] of [[old, oldBase] as const, [now, nowBase] as const])
    if (revision && !isWithin(base, revision.repository.top))
      throw new UsageError(`${base} is not in the git repository. Say what to look at in ${word}: ${word}:path`);
  const chosen = limits.map((each) => resolve(cwd, each));
  const sides = {
    old: sideOf(old, chosen.length > 0 ? chosen : [oldBase], compare),
    now: sideOf(now, chosen.length > 0 ? chosen : [nowBase], compare),
    oldBase,
    nowBase,
    oldIsRevision: old.revision !== undefined,
  };
  for (const [i, path] of chosen.entries())
    if (!sides.old.kindOf(path) && !sides.now.kindOf(path))
      throw new UsageError(`There is no file or folder ${limits[i]}, neither in ${old.word} nor in ${now.word}.`);
  checkBases(sides, [old, now]);
  return sides;
}

const sideOf = ({ word, revision }: Meant, paths: readonly string[], compare: Compare): Side =>
  revision ? revisionSide(revision, paths, compare) : diskSide(word, paths, compare);

/** What a revision that is not there may come from. */
const MAY_BE_MISSING =
  'A revision may be missing because only the newest ones were fetched; git fetch --unshallow gets all.';

/** The revision a word stands for, as the earlier state of files that must lie in its repository. */
export function revisionOf(word: string, paths: readonly string[], cwd: string): Revision {
  const repository = Repository.at(cwd);
  if (!repository) throw new UsageError(`This folder is in no git repository, so there is no revision ${word}.`);
  const outside = paths.find((path) => !isWithin(path, repository.top));
  if (outside !== undefined)
    throw new UsageError(`${outside} is not in the git repository, so nothing is known of it in ${word}.`);
  const commit = repository.commit(word);
  if (!commit) throw new UsageError(`There is no git revision ${word}.`, MAY_BE_MISSING);
  return { repository, commit, label: word };
}

/** A file or folder where there is one, else a revision or `revision:path`. */
function meaning(word: string, cwd: string): Meant {
  const path = resolve(cwd, word);
  if (kindOnDisk(path)) return { word, path };
  const repository = Repository.at(cwd);
  if (!repository)
    throw new UsageError(
      `There is no file or folder ${word}.`,
      'It could be a revision of a git repository, but this folder is in none.',
    );
  const [name, inside] = /^([^:]*):(.*)$/s.exec(word)?.slice(1) ?? [word];
  const commit = repository.commit(name!);
  if (!commit) throw new UsageError(`There is no file, folder or git revision ${word}.`, MAY_BE_MISSING);
  const revision = { repository, commit, label: word };
  if (inside === undefined) return { word, revision };
  // As git has it: from the top of the repository, or with ./ from here.
  return { word, revision, path: resolve(/^\.\.?(?:\/|$)/.test(inside) ? cwd : repository.top, inside) };
}

/** A file is compared with a file and a folder with a folder; what a word names must be there. */
function checkBases({ old, now, oldBase, nowBase }: Sides, [oldMeant, nowMeant]: readonly [Meant, Meant]): void {
  const kinds = [old.kindOf(oldBase), now.kindOf(nowBase)];
  for (const [i, meant] of [oldMeant, nowMeant].entries())
    if (meant.path !== undefined && !kinds[i]) throw new UsageError(`There is no such file or folder: ${meant.word}.`);
  if (kinds[0] && kinds[1] && kinds[0] !== kinds[1])
    throw new UsageError(
      `${old.label} is a ${kinds[0]} and ${now.label} a ${kinds[1]}. Compare a file with a file, or a folder with a folder.`,
    );
}
