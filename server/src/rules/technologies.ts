import type { WorkSystem } from '../model/work-system.ts';
import type { Rule } from './rule.ts';

/** Technologies. */
export const technologies: readonly Rule<WorkSystem>[] = [];
