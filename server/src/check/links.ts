import type { CharterSchema } from '../formats/charter.ts';
import type { Reading } from '../formats/reading.ts';
import type { WorkSystemSchema } from '../formats/work-system.ts';
import type { Linked, LinkName, Links, Source } from '../model/charter.ts';
import { memo } from '../model/memo.ts';
import { WorkSystem } from '../model/work-system.ts';
import type { Settings } from '../settings.ts';
import type { DocumentModel, Stream } from '../yaml/document.ts';
import type { TextProblem } from '../yaml/node.ts';
import { interpret, isOtherFormat, kindOf, rootText, stopsReading } from './interpret.ts';

/** A file that a link led to, named as findings name it. */
export interface LinkedFile {
  readonly file: string;
  readonly stream: Stream;
}

/** Finds the file of a link as it is written, relative to the charter. Undefined: not there, or outside the folder. */
export type OpenLink = (path: string) => LinkedFile | undefined;

const LINK_NAMES: readonly LinkName[] = ['as_is', 'to_be'];

/** A link's file part (empty for the same file) and the id after `#`, where one is given. */
export function splitLink(link: string): { path: string; id: string | undefined } {
  const hash = link.indexOf('#');
  return hash < 0
    ? { path: link, id: undefined }
    : { path: link.slice(0, hash), id: link.slice(hash + 1) || undefined };
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
  const known = new Map<string, Linked>();
  for (const [name, link] of linksOf(root)) {
    const followed = follow(link, here, settings, open);
    if (followed.status !== 'read') {
      links[name] = followed;
      continue;
    }
    // Both links may lead to the same document: it is then the same description, not two.
    const { file, document } = followed.source;
    const same = known.get(`${document.index} ${file}`);
    links[name] = same ? { ...same, link } : followed;
    known.set(`${document.index} ${file}`, links[name]);
  }
  return links;
}

/** All that a charter's links led to; the same as long as they lead to the same. */
export const basisOf = (links: Links): unknown[] =>
  LINK_NAMES.flatMap((name) => {
    const linked = links[name];
    return linked ? [linked.link, linked.status, ...ledTo(linked)] : [undefined];
  });

function ledTo(linked: Linked): unknown[] {
  if (linked.status === 'read') return [linked.source.document];
  if (linked.status === 'not-one') return [linked.ids.join()];
  if (linked.status === 'unreadable') return [linked.source?.document, linked.reason, linked.start, linked.end];
  return [];
}

function follow(link: string, here: LinkedFile, settings: Settings, open: OpenLink): Linked {
  const { path, id } = splitLink(link);
  const target = path === '' ? here : open(path);
  if (!target) return { link, status: 'missing' };
  const { stream, file } = target;
  const whole = stream.problems[0];
  if (whole) return { link, status: 'unreadable', reason: reasonOf(whole), start: whole.start, end: whole.end };

  const descriptions = stream.documents.filter((document) => kindOf(document) === 'work-system');
  const matches = descriptions.filter((document) => id === undefined || idOf(document, file) === id);
  const readable = matches.flatMap((document) => {
    const { root: found } = interpret(document);
    return found ? [{ document, found: found as unknown as Reading<WorkSystemSchema> }] : [];
  });
  const [only] = readable;
  if (only && readable.length === 1 && (id !== undefined || matches.length === 1)) {
    return {
      link,
      status: 'read',
      source: { file, document: only.document },
      system: systemOf(settings)(only.found),
    };
  }
  const broken = readable.length === 0 && suspects(stream, id).find(isBroken);
  if (broken) return unreadable(link, { file, document: broken });
  return { link, status: 'not-one', ids: descriptions.map((document) => idOf(document, file)) };
}

/** Documents that may be the one that is meant: with an id, any whose own id cannot be made out. */
const suspects = (stream: Stream, id: string | undefined): readonly DocumentModel[] =>
  id === undefined ? stream.documents.filter((document) => kindOf(document) !== 'project-charter') : stream.documents;

const isBroken = (document: DocumentModel): boolean =>
  document.problems.some(stopsReading) || (kindOf(document) === 'work-system' && isOtherFormat(document));

/** A description that several charters link, or one again and again, is thought through once. */
const systemOf = memo((settings: Settings) =>
  memo((root: Reading<WorkSystemSchema>) => new WorkSystem(root, settings)),
);

function unreadable(link: string, source: Source): Linked {
  const problem = source.document.problems.find(stopsReading);
  const { start, end } = problem ?? source.document.span({ at: ['format'] });
  return { link, status: 'unreadable', source, reason: reasonOf(problem), start, end };
}

function reasonOf(problem: TextProblem | undefined): string {
  switch (problem?.code) {
    case undefined:
      return 'This version of the format is not known';
    case 'too-large':
      return 'This file is too large';
    case 'alias-limit':
      return 'The aliases here stand for too much text';
    case 'depth-limit':
      return 'This is nested too deeply';
    default:
      return 'The text cannot be read from here on';
  }
}
