import type { CheckedFile } from '../../check/check.ts';
import type { CheckedDocument } from '../../check/checked-document.ts';
import { apart } from '../apart.ts';
import { byItem } from '../baseline-items.ts';

/** Sections whose items may be the same ones in several pieces of work, in the order reports tell them. */
export const SHAREABLE = ['infrastructure', 'technologies', 'policies', 'participants', 'roles'] as const;

/** Something that several documents list, under the same id or the same name. */
export interface Shared {
  readonly section: (typeof SHAREABLE)[number];
  readonly name: string;
  readonly in: readonly SharedIn[];
}

export interface SharedIn {
  readonly file: string;
  readonly document?: string;
  /** How many points are open about it there. */
  readonly open: number;
}

/** An item that may be shared, freed from the text it stands in. */
export interface Listed extends SharedIn {
  readonly section: Shared['section'];
  readonly id: string;
  readonly name: string;
}

/** The items of a file that other documents may list too. */
export const listedIn = ({ file, documents }: CheckedFile): Listed[] =>
  documents.flatMap((document) => SHAREABLE.flatMap((section) => itemsOf(file, document, section)));

function itemsOf(file: string, { model, id, findings }: CheckedDocument, section: Shared['section']): Listed[] {
  const items = [...(model?.sections.get(section)?.values() ?? [])];
  if (items.length === 0) return [];
  const open = findings.flatMap(byItem).map(({ at }) => `${at.join('.')}.`);
  return items.map((item) => ({
    section,
    file,
    ...(id !== undefined && { document: apart(id) }),
    id: apart(item.id),
    name: apart(item.name),
    open: open.filter((at) => at.startsWith(`${item.path.join('.')}.`)).length,
  }));
}

/** What is listed in more than one document. */
export const sharedAmong = (all: readonly Listed[]): Shared[] =>
  SHAREABLE.flatMap((section) =>
    groups(all.filter((each) => each.section === section)).flatMap((group): Shared[] => {
      const places = new Map(
        group.map(({ file, document, open }) => [JSON.stringify([file, document]), { file, document, open }]),
      );
      if (places.size < 2) return [];
      return [
        {
          section,
          name: group[0]!.name,
          in: [...places.values()].map(({ document, ...place }) => ({
            ...place,
            ...(document !== undefined && { document }),
          })),
        },
      ];
    }),
  );

/** Puts together what has an id or a name in common, whatever its case; in the order in which it was first listed. */
function groups(listed: readonly Listed[]): Listed[][] {
  const known = new Map<string, Set<Listed>>();
  for (const each of listed) {
    const keys = [`id ${each.id}`, `name ${each.name.trim().toLowerCase()}`];
    const together = new Set(keys.flatMap((key) => [...(known.get(key) ?? [])]));
    together.add(each);
    for (const member of together)
      for (const key of [`id ${member.id}`, `name ${member.name.trim().toLowerCase()}`]) known.set(key, together);
  }
  return [...new Set(known.values())].map((group) => [...group]);
}
