import type { Model, Rule } from './rule.ts';

/** Do names lead somewhere. */
export const reference: readonly Rule<Model>[] = [];
