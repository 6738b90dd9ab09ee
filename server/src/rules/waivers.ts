import type { Model, Rule } from './rule.ts';

/** Exceptions and open questions. */
export const waivers: readonly Rule<Model>[] = [];
