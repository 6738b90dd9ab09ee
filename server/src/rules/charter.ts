import type { Charter } from '../model/charter.ts';
import type { Rule } from './rule.ts';

/** Charter. */
export const charter: readonly Rule<Charter>[] = [];
