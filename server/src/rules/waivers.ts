import type { Model, Rule } from './rule.ts';
import { comments } from './waivers-comments.ts';
import { exceptions } from './waivers-list.ts';
import { standIns } from './waivers-stand-ins.ts';

/** Exceptions and open questions: each needs a reason, a person and a day. Table 1, row STR.2. */
export const waivers: readonly Rule<Model>[] = [...exceptions, ...standIns, ...comments];
