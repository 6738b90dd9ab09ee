import { isOtherFormat, kindOf, stopsReading } from '../../check/interpret.ts';
import { idOf, splitLink } from '../../check/links.ts';
import type { LinkName } from '../../model/charter.ts';
import type { DocumentModel } from '../../yaml/document.ts';
import type { FeatureFile, World } from '../world.ts';

/** A document together with its file. */
export interface Sheet {
  readonly file: FeatureFile;
  readonly document: DocumentModel;
}

/** What a link of a charter leads to; no sheet where there is no such document, or not just one. */
export interface Followed {
  readonly name: LinkName;
  readonly link: string;
  readonly sheet: Sheet | undefined;
}

const LINK_NAMES: readonly LinkName[] = ['to_be', 'as_is'];

export const sameSheet = (a: Sheet, b: Sheet): boolean =>
  a.file.uri === b.file.uri && a.document.index === b.document.index;

/** The links of a charter, the to-be one first: in this order names are looked up. Also where its text is broken. */
export function linksFrom(world: World, { file, document }: Sheet): Followed[] {
  if (kindOf(document) !== 'project-charter') return [];
  return LINK_NAMES.flatMap((name) => {
    const link = linkText(document, name);
    return link ? [{ name, link, sheet: follow(world, file, link) }] : [];
  });
}

/** The text of a link; a charter that gives one link as a sentence means the work as it is. */
function linkText(document: DocumentModel, name: LinkName): string | undefined {
  const links = document.node(['work_system']);
  if (links?.kind === 'scalar') return name === 'as_is' ? links.text.trim() : undefined;
  const node = links?.kind === 'map' ? links.entries.get(name)?.node : undefined;
  return node?.kind === 'scalar' ? node.text.trim() : undefined;
}

function follow(world: World, from: FeatureFile, link: string): Sheet | undefined {
  const { path, id } = splitLink(link);
  const uri = path === '' ? from.uri : world.target(from.uri, path);
  const file = uri === undefined ? undefined : world.file(uri);
  if (!file) return undefined;
  const meant = file.stream.documents.filter(
    (document) => kindOf(document) === 'work-system' && (id === undefined || idOf(document, file.uri) === id),
  );
  return meant.length === 1 ? { file, document: meant[0]! } : undefined;
}

/** The charters at hand that link to a description. */
export function chartersOf(world: World, description: Sheet): Sheet[] {
  const found: Sheet[] = [];
  for (const file of world.files())
    for (const document of file.stream.documents) {
      const links = linksFrom(world, { file, document });
      if (links.some(({ sheet }) => sheet && sameSheet(sheet, description))) found.push({ file, document });
    }
  return found;
}

/** True for a document whose text and version can be read. */
export const isReadable = ({ document }: Sheet): boolean =>
  document.root !== undefined &&
  kindOf(document) !== undefined &&
  !document.problems.some(stopsReading) &&
  !isOtherFormat(document);
