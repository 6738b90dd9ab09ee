import * as z from 'zod';
import { KINDS } from './formats/common.ts';
import { jsonSchema } from './formats/json-schema.ts';
import { guidelinesPage, rulesIndex } from './reports/guidelines-page.ts';
import { noisePage } from './reports/noise-page.ts';
import { rulePage } from './reports/rule-page.ts';
import { settingsPage } from './reports/settings-page.ts';
import { rules } from './rules/index.ts';
import { settingsSchema } from './settings.ts';

/** Lists of single values and lone references stand on one line, so that people can read a schema. */
const asJson = (value: unknown): string =>
  JSON.stringify(value, null, 2)
    .replace(/\[\n\s+([^[\]{}]+?)\n\s+\]/g, (_all, inside: string) => `[${inside.replace(/\n\s+/g, ' ')}]`)
    .replace(/\{\n\s+("\$ref": "[^"]*")\n\s+\}/g, '{ $1 }')
    .concat('\n');

/** The schema of `worksec.config.yaml`. Every name may be left out, and one with nothing behind it sets nothing. */
const settingsJson = () => ({
  title: 'Settings of worksec',
  ...z.toJSONSchema(settingsSchema, { io: 'input', target: 'draft-7' }),
});

/**
 * Every file that is made from the code, by its path from the root. A test keeps them true. `samples` are the texts of
 * the samples by file name.
 */
export function generatedFiles(samples: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries([
    ...KINDS.map((kind) => [`schemas/${kind}.schema.json`, asJson(jsonSchema(kind))]),
    ['schemas/worksec.config.schema.json', asJson(settingsJson())],
    ['docs/guidelines.md', guidelinesPage()],
    ['docs/settings.md', settingsPage()],
    ['docs/noise.md', noisePage(samples)],
    ['docs/rules/README.md', rulesIndex()],
    ...rules.map((rule) => [`docs/rules/${rule.id}.md`, rulePage(rule)]),
  ]);
}
