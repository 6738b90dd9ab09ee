import type { WorkSystem } from '../model/work-system.ts';
import type { Rule } from './rule.ts';

/** Infrastructure. */
export const infrastructure: readonly Rule<WorkSystem>[] = [];
