import { elements } from './elements.ts';
import type { Guideline } from './guideline.ts';
import { phases } from './phases.ts';
import { themes } from './themes.ts';

export type { Evidence, Group, Guideline, Source } from './guideline.ts';

/** All guidelines, in the order of the study. */
export const guidelines: readonly Guideline[] = [...elements, ...phases, ...themes];

const byId = new Map(guidelines.map((guideline) => [guideline.id, guideline]));

/** The guideline of an id; throws for an unknown one, since ids are written in the rules. */
export function guideline(id: string): Guideline {
  const found = byId.get(id);
  if (!found) throw new Error(`no guideline ${id}`);
  return found;
}
