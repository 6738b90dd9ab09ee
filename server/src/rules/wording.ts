import type { Model, Rule } from './rule.ts';
import { blanks } from './wording-blanks.ts';
import { claims } from './wording-claims.ts';
import { collectiveOwner } from './wording-owner.ts';
import { repeated } from './wording-repeated.ts';

/** Does an answer say anything. Table 1, row ENV.1, and section 4 of the study. */
export const wording: readonly Rule<Model>[] = [...blanks, ...claims, repeated, collectiveOwner];
