import type { CharterSchema } from '../formats/charter.ts';
import type { Reading } from '../formats/reading.ts';
import type { WorkSystemSchema } from '../formats/work-system.ts';
import type { Linked, LinkName, Links } from '../model/charter.ts';
import { WorkSystem } from '../model/work-system.ts';
import type { Settings } from '../settings.ts';
import type { DocumentModel, Stream } from '../yaml/document.ts';
import { interpret, isOtherFormat, kindOf, rootText, stopsReading } from './interpret.ts';

/** A file that a link led to, named as findings name it. */
export interface LinkedFile {
  readonly file: string;
  readonly stream: Stream;
}

/** Finds the file of a link as it is written, relative to the charter. Undefined: not there, or outside the folder. */
export type OpenLink = (path: string) => LinkedFile | undefined;

const LINK_NAMES: readonly LinkName[] = ['as_is', 'to_be'];

/** A link's file part (empty for the same file) and the id after `#`. */
export function splitLink(link: string): { path: string; id: string | undefined } {
  const hash = link.indexOf('#');
  return hash < 0 ? { path: link, id: undefined } : { path: link.slice(0, hash), id: link.slice(hash + 1) };
}

/** The links a charter gives, as written. */
export function linksOf(root: Reading<CharterSchema>): [LinkName, string][] {
  const given = root.get('work_system');
  return LINK_NAMES.flatMap((name) => {
    const link = given.get(name).text;
    return link ? [[name, link] as [LinkName, string]] : [];
  });
}

/** The id links use: the root key `id`, or the file's name up to the first dot. */
export const idOf = (document: DocumentModel, file: string): string =>
  rootText(document, 'id') ?? (file.split(/[/\\]/).at(-1) ?? '').split('.')[0]!;

/** Follows the links of a charter and reads what they lead to. */
export function followLinks(root: Reading<CharterSchema>, here: LinkedFile, settings: Settings, open: OpenLink): Links {
  const links: Partial<Record<LinkName, Linked>> = {};
  const known = new Map<DocumentModel, Linked>();
  for (const [name, link] of linksOf(root)) {
    const followed = follow(link, here, settings, open);
    // Both links may lead to the same document: it is then the same description, not two.
    if (followed.status === 'read') {
      const same = known.get(followed.source.document);
      links[name] = same?.status === 'read' ? { ...same, link } : followed;
      known.set(followed.source.document, links[name]);
    } else links[name] = followed;
  }
  return links;
}

function follow(link: string, here: LinkedFile, settings: Settings, open: OpenLink): Linked {
  const { path, id } = splitLink(link);
  const target = path === '' ? here : open(path);
  if (!target) return { link, status: 'missing' };
  const { stream, file } = target;
  const whole = stream.problems[0];
  if (whole)
    return { link, status: 'unreadable', reason: 'this file cannot be read', start: whole.start, end: whole.end };

  const matches = stream.documents.filter(
    (document) => kindOf(document) === 'work-system' && (id === undefined || idOf(document, file) === id),
  );
  const readable = matches.flatMap((document) => {
    const { root: found } = interpret(document);
    return found ? [{ document, found: found as unknown as Reading<WorkSystemSchema> }] : [];
  });
  const [only] = readable;
  if (readable.length === 1 && only && (id !== undefined || matches.length === 1)) {
    return {
      link,
      status: 'read',
      source: { file, document: only.document },
      system: new WorkSystem(only.found, settings),
    };
  }
  const suspects = id === undefined ? matches : stream.documents;
  const broken = suspects.find((document) => document.problems.some(stopsReading) || isOtherFormat(document));
  if (broken && readable.length === 0) {
    const problem = broken.problems.find(stopsReading) ?? broken.span({ at: ['format'] });
    return {
      link,
      status: 'unreadable',
      source: { file, document: broken },
      reason: 'this document cannot be read',
      start: problem.start,
      end: problem.end,
    };
  }
  const ids = stream.documents
    .filter((document) => kindOf(document) === 'work-system')
    .map((document) => idOf(document, file));
  return { link, status: 'not-one', ids };
}
