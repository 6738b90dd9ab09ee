import type { Model, Rule } from './rule.ts';

/** Does an answer say anything. */
export const wording: readonly Rule<Model>[] = [];
