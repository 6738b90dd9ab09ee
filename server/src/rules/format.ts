import type { FormatRule } from './rule.ts';

export const format: readonly FormatRule[] = [];
