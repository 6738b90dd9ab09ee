import { headRules } from './format-head.ts';
import { shapeRules } from './format-shape.ts';
import { textRules } from './format-text.ts';
import type { FormatRule } from './rule.ts';

/** Rules about the text and its shape, which run even where the meaning of a document cannot be read. */
export const format: readonly FormatRule[] = [...textRules, ...headRules, ...shapeRules];
