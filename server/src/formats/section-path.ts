import type { Path } from '../yaml/node.ts';

/** Where the items of a section lie. */
export function sectionPath(section: string): Path {
  if (section === 'policies') return ['environment', 'policies'];
  if (section === 'outputs') return ['phases', 'development', 'outputs'];
  return [section];
}
