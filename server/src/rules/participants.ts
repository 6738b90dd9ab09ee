import type { WorkSystem } from '../model/work-system.ts';
import type { Rule } from './rule.ts';

/** Participants. */
export const participants: readonly Rule<WorkSystem>[] = [];
