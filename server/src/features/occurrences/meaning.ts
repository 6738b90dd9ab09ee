import type { Field, SectionName } from '../../formats/field.ts';
import type { World } from '../world.ts';
import { STAKEHOLDERS } from './field-table.ts';
import { linksFrom, type Sheet, sameSheet } from './links.ts';
import { type Name, namesIn } from './names.ts';

/** What a name stands for: an item of a section, or a document as a whole. */
export interface Meant {
  readonly sheet: Sheet;
  readonly section: SectionName | 'document';
  readonly id: string;
}

export const sameMeaning = (a: Meant, b: Meant): boolean =>
  a.id === b.id && a.section === b.section && sameSheet(a.sheet, b.sheet);

/** Where names are looked up: the document itself, then the to-be description, then the as-is one. */
export class Meanings {
  private readonly linked: readonly { readonly name: 'as_is' | 'to_be'; readonly sheet: Sheet | undefined }[];

  constructor(
    world: World,
    readonly sheet: Sheet,
  ) {
    this.linked = linksFrom(world, sheet);
  }

  /** The item a name stands for, if there is one. */
  of(name: Name): Meant | undefined {
    const { role, id } = name;
    switch (role.is) {
      case 'item':
        return this.ofItem(role.section, id);
      case 'step':
        return holds(this.sheet, role.section, id) ? this.ofItem(role.section, id) : undefined;
      case 'document':
        return { sheet: this.sheet, section: 'document', id };
      case 'reference':
        return this.first(role.field.to ?? [], id, this.sheetsFor(role.field));
      case 'mention':
        return this.first(['requirements', 'risks', 'controls'], id, this.sheetsFor({ scope: 'linked' }));
      case 'link': {
        const sheet = this.linked.find(({ name: link }) => link === role.link)?.sheet;
        return sheet && { sheet, section: 'document', id };
      }
    }
  }

  /** The documents a field looks into. */
  sheetsFor({ scope }: Pick<Field, 'scope'>): readonly Sheet[] {
    const wanted = this.linked.filter(({ name }) => scope === 'linked' || (scope === 'as-is' && name === 'as_is'));
    return [this.sheet, ...wanted.flatMap(({ sheet }) => sheet ?? [])];
  }

  /** The key of a stakeholder names a group, a customer or a post where there is one; else it is a name of its own. */
  private ofItem(section: SectionName, id: string): Meant {
    const named =
      section === 'stakeholders' ? this.first(STAKEHOLDERS, id, this.sheetsFor({ scope: 'linked' })) : undefined;
    return named ?? { sheet: this.sheet, section, id };
  }

  private first(to: readonly SectionName[], id: string, sheets: readonly Sheet[]): Meant | undefined {
    for (const section of to) for (const sheet of sheets) if (holds(sheet, section, id)) return { sheet, section, id };
    return undefined;
  }
}

/** True where a section of a document has an item of this id. */
export const holds = ({ file, document }: Sheet, section: SectionName, id: string): boolean =>
  namesIn(file, document)?.items.get(section)?.has(id) === true;
