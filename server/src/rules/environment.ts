import type { WorkSystem } from '../model/work-system.ts';
import type { Rule } from './rule.ts';

/** Environment. */
export const environment: readonly Rule<WorkSystem>[] = [];
