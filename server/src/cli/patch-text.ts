import { formatPatch, structuredPatch } from 'diff';

/** A change of one file as a patch that `git apply` takes. */
export const patchText = (name: string, before: string, after: string): string =>
  formatPatch({
    ...structuredPatch(`a/${name}`, `b/${name}`, before, after, undefined, undefined, { context: 3 }),
    isGit: true,
  });
