import type { WorkSystem } from '../model/work-system.ts';
import type { Rule } from './rule.ts';

/** Governance. */
export const governance: readonly Rule<WorkSystem>[] = [];
