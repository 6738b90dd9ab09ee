import type { WorkSystem } from '../model/work-system.ts';
import type { Rule } from './rule.ts';

/** Strategies. */
export const strategies: readonly Rule<WorkSystem>[] = [];
