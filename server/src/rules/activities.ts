import type { WorkSystem } from '../model/work-system.ts';
import type { Rule } from './rule.ts';

/** Activities. */
export const activities: readonly Rule<WorkSystem>[] = [];
