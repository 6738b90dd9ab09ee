import type { WorkSystem } from '../model/work-system.ts';
import type { Rule } from './rule.ts';

/** Information. */
export const information: readonly Rule<WorkSystem>[] = [];
