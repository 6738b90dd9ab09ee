import type { WorkSystem } from '../model/work-system.ts';
import type { Rule } from './rule.ts';

/** Controls. */
export const controls: readonly Rule<WorkSystem>[] = [];
