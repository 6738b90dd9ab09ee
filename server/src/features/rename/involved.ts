import { chartersOf, isReadable, linksFrom, type Sheet, sameSheet } from '../occurrences/links.ts';
import { holds, type Meant, sameMeaning } from '../occurrences/meaning.ts';
import { namesIn } from '../occurrences/names.ts';
import type { World } from '../world.ts';

/** All that takes part in a renaming. */
export interface Involved {
  /**
   * The item and its likes: work that is described as it is and as it is to be has the same item under the same id in
   * both descriptions. What a charter compares by id keeps one id.
   */
  readonly meant: readonly Meant[];
  /** The charters that may name it. */
  readonly charters: readonly Sheet[];
  /** What these charters link to. */
  readonly linked: readonly Sheet[];
  /** Why nothing can be said about all places that name it. */
  readonly refusal?: string;
}

export function involvedIn(world: World, first: Meant): Involved {
  const meant: Meant[] = [first];
  const charters: Sheet[] = [];
  const linked: Sheet[] = [];
  let refusal = unreadable(first.sheet);
  for (const each of meant) {
    const own = namesIn(each.sheet.file, each.sheet.document)?.kind === 'project-charter' ? [each.sheet] : [];
    for (const charter of [...own, ...chartersOf(world, each.sheet)]) {
      if (charters.some((known) => sameSheet(known, charter))) continue;
      charters.push(charter);
      refusal ??= unreadable(charter);
      for (const { link, sheet } of linksFrom(world, charter)) {
        refusal ??= sheet ? unreadable(sheet) : lost(link, charter);
        if (!sheet) continue;
        if (!linked.some((known) => sameSheet(known, sheet))) linked.push(sheet);
        const alike = { ...each, sheet };
        const twin = each.section !== 'document' && own.length === 0 && holds(sheet, each.section, each.id);
        if (twin && !meant.some((known) => sameMeaning(known, alike))) meant.push(alike);
      }
    }
  }
  return { meant, charters, linked, ...(refusal !== undefined && { refusal }) };
}

/** Why a text cannot be followed, in words; undefined where it can be read. */
export function unreadable(sheet: Sheet): string | undefined {
  if (isReadable(sheet)) return undefined;
  const problem = sheet.document.problems.find(({ code }) => code !== 'duplicate-key');
  const where = problem ? ` from line ${sheet.file.stream.lines.position(problem.start).line + 1} on` : '';
  return `${nameOf(sheet)} cannot be read${where}. Mend that first, so that no place is missed.`;
}

const lost = (link: string, charter: Sheet): string =>
  `${nameOf(charter)} links to ${link}, which cannot be found. Mend that first, so that no place is missed.`;

/** A file's name without its folders. */
export function nameOf({ file }: Sheet): string {
  const last = file.uri.split('/').at(-1)!;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
