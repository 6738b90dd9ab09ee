import { kindOf, rootText } from '../../check/interpret.ts';
import { idOf } from '../../check/links.ts';
import type { Context } from './context.ts';

/** A description a charter can link to. */
export interface LinkTarget {
  readonly link: string;
  readonly title: string | undefined;
  /** The state the description says it shows: `as-is` or `to-be`. */
  readonly state: string | undefined;
}

/** The descriptions of the workspace by the links that lead to them, those of the wanted state first. */
export function linkTargets({ world, file }: Context, wanted: 'as-is' | 'to-be'): LinkTarget[] {
  const targets: LinkTarget[] = [];
  for (const other of world.files()) {
    const own = other.uri === file.uri;
    const path = own ? '' : relative(file.uri, other.uri);
    if (!own && world.target(file.uri, path) !== other.uri) continue;
    const descriptions = other.stream.documents.filter((document) => kindOf(document) === 'work-system');
    for (const document of descriptions) {
      const hash = own || descriptions.length > 1 ? `#${idOf(document, other.uri)}` : '';
      targets.push({ link: path + hash, title: rootText(document, 'title'), state: rootText(document, 'state') });
    }
  }
  const rank = ({ state }: LinkTarget): number => (state === wanted ? 0 : state === undefined ? 1 : 2);
  return targets.sort((a, b) => rank(a) - rank(b) || (a.link < b.link ? -1 : a.link > b.link ? 1 : 0));
}

/** The path from one file to another, as a person writes it. */
function relative(from: string, to: string): string {
  const [start, end] = [from.split('/').slice(0, -1), to.split('/')];
  let shared = 0;
  while (shared < start.length && shared < end.length - 1 && start[shared] === end[shared]) shared++;
  return [...start.slice(shared).map(() => '..'), ...end.slice(shared).map(decoded)].join('/');
}

function decoded(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}
