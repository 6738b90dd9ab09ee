import type { WorkSystem } from '../model/work-system.ts';
import type { Rule } from './rule.ts';

/** Does the picture hang together. */
export const snapshot: readonly Rule<WorkSystem>[] = [];
