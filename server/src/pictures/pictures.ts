import type { CheckedDocument } from '../check/checked-document.ts';
import { flowPicture } from './flow.ts';
import { frameworkPicture } from './framework.ts';
import { questionGrid } from './grid.ts';
import { lifeCyclePicture } from './life-cycle.ts';
import type { PictureOptions } from './picture.ts';

/** A picture of a document, with what it is called above it. */
export interface NamedPicture {
  readonly id: 'framework' | 'life-cycle' | 'flow' | 'grid';
  readonly name: string;
  readonly svg: string;
}

/**
 * The pictures that tell something of a document, the most telling first: a description has elements, a charter phases.
 * `prefix` begins the ids in all of them.
 */
export function picturesOf(
  document: CheckedDocument,
  { prefix = '', ...options }: PictureOptions = {},
): NamedPicture[] {
  const framework = { id: 'framework', name: 'Work system framework', draw: frameworkPicture } as const;
  const lifeCycle = { id: 'life-cycle', name: 'Work system life cycle', draw: lifeCyclePicture } as const;
  const flow = { id: 'flow', name: 'Ways of sensitive information', draw: flowPicture } as const;
  const grid = { id: 'grid', name: 'Questions by item', draw: questionGrid } as const;
  const shown = document.kind === 'project-charter' ? [lifeCycle, flow, grid] : [framework, flow, grid, lifeCycle];
  return shown.map(({ id, name, draw }) => ({
    id,
    name,
    svg: draw(document, { ...options, prefix: `${prefix}${id}` }),
  }));
}
