import type { Position } from 'vscode-languageserver';
import { chartersOf, type Sheet, sameSheet } from './occurrences/links.ts';
import { Meanings, type Meant, sameMeaning } from './occurrences/meaning.ts';
import { type Name, namesIn } from './occurrences/names.ts';
import type { World } from './world.ts';

/** A name under the cursor, and what it stands for. */
export interface SymbolAt {
  readonly sheet: Sheet;
  readonly name: Name;
  /** Undefined for a name that leads nowhere. */
  readonly meant: Meant | undefined;
}

/** A place at which something is named. */
export interface Occurrence {
  readonly sheet: Sheet;
  readonly name: Name;
  /** True for the place where it gets its name: the key of the item, the root `id` of a description. */
  readonly isDefinition: boolean;
}

/** The name at a position of a file, also above and below the place where its text is broken. */
export function symbolAt(world: World, uri: string, position: Position): SymbolAt | undefined {
  const file = world.file(uri);
  if (!file) return undefined;
  const offset = file.stream.lines.offset(position);
  const document = file.stream.documents.findLast(({ extent }) => extent.start <= offset);
  if (!document) return undefined;
  const touched = namesIn(file, document)?.all.filter(({ span }) => span.start <= offset && offset <= span.end) ?? [];
  if (touched.length === 0) return undefined;
  const sheet = { file, document };
  const meanings = new Meanings(world, sheet);
  const found = touched.map((name) => ({ sheet, name, meant: meanings.of(name) }));
  return found.find(({ name, meant }) => meant && !name.behindAlias) ?? found.find(({ meant }) => meant) ?? found[0];
}

/**
 * Every place that names something, in its own file and in the charters that link to it: each place once, text behind
 * an alias where it is written.
 */
export function occurrencesOf(world: World, meant: Meant): Occurrence[] {
  return eachPlaceOnce(sheetsNaming(world, meant).flatMap((sheet) => namingIn(world, sheet, meant)));
}

/** Text that several aliases use is written in one place. */
export function eachPlaceOnce(found: readonly Occurrence[]): Occurrence[] {
  const seen = new Set<string>();
  return found.filter(({ sheet, name: { span } }) => {
    const key = `${sheet.file.uri} ${span.start}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** The names of one document that stand for something, those behind an alias included. */
export function namingIn(world: World, sheet: Sheet, meant: Meant): Occurrence[] {
  const meanings = new Meanings(world, sheet);
  const alike = namesIn(sheet.file, sheet.document)?.byId.get(meant.id) ?? [];
  const meaning = alike.filter((name) => {
    const other = meanings.of(name);
    return other && sameMeaning(other, meant);
  });
  return meaning
    .map((name) => ({ sheet, name, isDefinition: defines(name, sheet, meant) }))
    .sort((a, b) => a.name.span.start - b.name.span.start || Number(b.isDefinition) - Number(a.isDefinition));
}

/** The documents in which something may be named: its own first, then the charters that link to it. */
export function sheetsNaming(world: World, { sheet }: Meant): Sheet[] {
  return [sheet, ...chartersOf(world, sheet).filter((charter) => !sameSheet(charter, sheet))];
}

/** Where something gets its name; undefined for a description that goes by the name of its file. */
export function definitionOf({ sheet, section, id }: Meant): Name | undefined {
  const names = namesIn(sheet.file, sheet.document);
  if (section === 'document') return names?.document?.id === id ? names.document : undefined;
  return names?.items.get(section)?.get(id);
}

const defines = (name: Name, sheet: Sheet, meant: Meant): boolean =>
  sameSheet(sheet, meant.sheet) &&
  (name.role.is === 'document' || (name.role.is === 'item' && name.role.section === meant.section));
