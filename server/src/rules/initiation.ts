import type { Charter } from '../model/charter.ts';
import type { Rule } from './rule.ts';

/** Initiation. */
export const initiation: readonly Rule<Charter>[] = [];
