import type { Charter } from '../model/charter.ts';
import type { Rule } from './rule.ts';

/** Development. */
export const development: readonly Rule<Charter>[] = [];
