import type { Charter } from '../model/charter.ts';
import type { Rule } from './rule.ts';

/** Implementation. */
export const implementation: readonly Rule<Charter>[] = [];
