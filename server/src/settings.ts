import * as z from 'zod';
import { SENSITIVITY } from './formats/choices.ts';
import { ownRuleSchema } from './own-rule.ts';

const level = z.enum(['error', 'warning', 'information', 'hint', 'off']);

/**
 * What a project may change. The same shape stands in `worksec.config.yaml` and, in camel case, in the editor's
 * settings; the file wins.
 */
export const settingsSchema = z.strictObject({
  severity: z
    .record(z.string(), level)
    .default({})
    .describe('Severity of a rule or of all rules with a prefix; off silences it. For example: { wording: hint }'),
  sensitive_from: z
    .enum(Object.keys(SENSITIVITY) as [keyof typeof SENSITIVITY])
    .default('confidential')
    .describe('Lowest class that counts as sensitive'),
  effort_limit_minutes: z
    .number()
    .positive()
    .default(15)
    .describe('Security effort for each person and day, in minutes'),
  evidence_max_age_months: z
    .number()
    .positive()
    .default(12)
    .describe('Months after which evidence of knowledge is old'),
  description_max_age_months: z.number().positive().default(12).describe('Months after which a description is old'),
  workaround_check_within_months: z
    .number()
    .positive()
    .default(3)
    .describe('Months after go-live within which people are asked about short cuts'),
  one_class_min_items: z.number().int().positive().default(6).describe('Items from which one class for all is odd'),
  snapshot_max_items: z.number().int().positive().default(60).describe('Items that still fit one picture'),
  repeated_text_min: z.number().int().min(2).default(3).describe('Places from which a repeated sentence is spoken of'),
  privacy_screening: z.boolean().default(true).describe('Ask whether a privacy assessment is needed'),
  inlay_hints: z.boolean().default(false).describe('In the editor: show the name behind an id, in grey'),
  small_team: z.boolean().optional().describe('Fewer than ten people, where a description does not say'),
  ignore: z.array(z.string()).default([]).describe('Paths that are not checked, as in .gitignore'),
  rules: z.array(ownRuleSchema).default([]).describe('Questions of your own, asked like all others'),
  max_file_bytes: z.number().int().positive().default(5_242_880).describe('Largest file that is checked, in bytes'),
  max_alias_expansion_nodes: z.number().int().positive().default(100_000).describe('Nodes aliases may expand to'),
  max_depth: z.number().int().positive().max(64).default(64).describe('Levels of nesting that are followed'),
});

export type Settings = z.output<typeof settingsSchema>;

/** What the schema says holds where nothing is set; it need not read anything for that. */
export const defaultSettings = Object.fromEntries(
  Object.entries(settingsSchema.shape).flatMap(([name, schema]) =>
    schema instanceof z.ZodDefault ? [[name, schema.def.defaultValue]] : [],
  ),
) as Settings;
