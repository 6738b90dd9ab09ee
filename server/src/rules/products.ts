import type { WorkSystem } from '../model/work-system.ts';
import type { Rule } from './rule.ts';

/** Products: Table 1, rows PRD.1 and PRD.2. */
export const products: readonly Rule<WorkSystem>[] = [];
