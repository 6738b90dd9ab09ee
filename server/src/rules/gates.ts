import type { Charter } from '../model/charter.ts';
import type { Rule } from './rule.ts';

/** Gates. */
export const gates: readonly Rule<Charter>[] = [];
