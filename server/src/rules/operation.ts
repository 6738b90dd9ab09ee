import type { Charter } from '../model/charter.ts';
import type { Rule } from './rule.ts';

/** Operation. */
export const operation: readonly Rule<Charter>[] = [];
