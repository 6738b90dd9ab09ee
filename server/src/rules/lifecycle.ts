import type { Charter } from '../model/charter.ts';
import type { Rule } from './rule.ts';

/** Lifecycle. */
export const lifecycle: readonly Rule<Charter>[] = [];
