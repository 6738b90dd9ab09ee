import { idOf } from '../../check/links.ts';
import { ID, RESERVED, type SectionName } from '../../formats/field.ts';
import { sectionPath } from '../../formats/section-path.ts';
import type { Path } from '../../yaml/node.ts';
import { nameTable, STAKEHOLDERS } from '../occurrences/field-table.ts';
import { type Sheet, sameSheet } from '../occurrences/links.ts';
import { holds, Meanings, type Meant } from '../occurrences/meaning.ts';
import { type Name, namesIn } from '../occurrences/names.ts';
import type { World } from '../world.ts';
import { type Involved, nameOf } from './involved.ts';

const SWITCH_WORDS = /^(?:on|off|yes|no|y|n|true|false|null)$/i;

/** Why a word cannot be an id at all; undefined where it can. */
export function unfit(id: string): string | undefined {
  if (id === '') return 'Give a name.';
  if (!ID.test(id))
    return 'An id is made of letters, digits, hyphens and underscores, and begins with a letter or digit.';
  if (RESERVED.has(id)) return `“${id}” has a meaning of its own in this format. Choose another name.`;
  if (SWITCH_WORDS.test(id)) return `Some programs read “${id}” as true or false. Choose another name.`;
  return undefined;
}

/** Why an id cannot be given: something else has it, or would then be meant. Undefined where it is free. */
export function clash(world: World, { meant, charters, linked }: Involved, id: string): string | undefined {
  for (const each of meant) {
    const found =
      each.section === 'document'
        ? documentClash(each, id)
        : (sectionClash(each, each.section, charters, linked, id) ??
          captured(world, each.section, [each.sheet, ...charters], meant, id));
    if (found !== undefined) return found;
  }
  return undefined;
}

function documentClash({ sheet: { file, document } }: Meant, id: string): string | undefined {
  const taken = file.stream.documents.some((other) => other !== document && idOf(other, file.uri) === id);
  return taken ? `Another document in this file is called “${id}” already.` : undefined;
}

/** An item of that id which stands in the same section, or where a field could mean both. */
function sectionClash(
  { sheet }: Meant,
  section: SectionName,
  charters: readonly Sheet[],
  linked: readonly Sheet[],
  id: string,
): string | undefined {
  const kind = namesIn(sheet.file, sheet.document)?.kind ?? 'work-system';
  const inCharters = charters.length > 0 ? (nameTable('project-charter').rivals.get(section) ?? []) : [];
  const own = [section, ...(nameTable(kind).rivals.get(section) ?? []), ...inCharters];
  for (const other of [sheet, ...charters, ...linked]) {
    const sections = sameSheet(other, sheet) ? own : [section, ...inCharters];
    const taken = sections.find((each) => holds(other, each, id));
    if (taken === undefined) continue;
    const where = sameSheet(other, sheet) ? '' : ` in ${nameOf(other)}`;
    return taken === section
      ? `“${id}” stands under ${taken}${where} already.`
      : `“${id}” stands under ${taken}${where} already, and a field could mean either.`;
  }
  return undefined;
}

/** A word that leads nowhere now and would then mean the item. */
function captured(
  world: World,
  section: SectionName,
  sheets: readonly Sheet[],
  meant: readonly Meant[],
  id: string,
): string | undefined {
  for (const sheet of sheets) {
    const names = namesIn(sheet.file, sheet.document);
    const meanings = new Meanings(world, sheet);
    const reaches = (others: readonly Sheet[]): boolean =>
      meant.some((each) => others.some((other) => sameSheet(other, each.sheet)));
    const found = (names?.byId.get(id) ?? []).find(({ role }: Name) => {
      if (role.is === 'reference') return role.field.to?.includes(section) && reaches(meanings.sheetsFor(role.field));
      if (role.is === 'mention') return ['requirements', 'risks', 'controls'].includes(section);
      return role.is === 'item' && role.section === 'stakeholders' && STAKEHOLDERS.includes(section);
    });
    const at = found?.at ?? (reaches([sheet]) ? excepted(names?.root.walk() ?? [], section, id) : undefined);
    if (at) return `“${id}” stands already at ${at.join('.')} in ${nameOf(sheet)} and would then mean this.`;
  }
  return undefined;
}

/** A waiver whose place leads nowhere now. */
function excepted(
  readings: Iterable<{ readonly field: { readonly type: string }; readonly text: string | undefined; path: Path }>,
  section: SectionName,
  id: string,
): Path | undefined {
  const place = [...sectionPath(section), id].join('.');
  for (const { field, text, path } of readings)
    if (field.type === 'place' && `${text}.`.startsWith(`${place}.`)) return path;
  return undefined;
}
