import type * as z from 'zod';
import { ownRuleSchema } from '../own-rule.ts';
import { defaultSettings, settingsSchema } from '../settings.ts';

/** The settings as a page: every name with what it does and what it is when nobody says. */
export function settingsPage(): string {
  const rows = Object.entries(settingsSchema.shape).map(([name, schema]) => {
    const value = defaultSettings[name as keyof typeof defaultSettings];
    const shown = value === undefined ? '' : `\`${JSON.stringify(value)}\``;
    return `| \`${name}\` | ${describe(schema)} | ${shown} |`;
  });
  const own = Object.entries(ownRuleSchema.shape).map(([name, schema]) => `| \`${name}\` | ${describe(schema)} |`);
  return `${[
    '# Settings',
    'They stand in `worksec.config.yaml` at the root of your work; a folder below it may have a file of its own, which then holds there instead. In VS Code the same names, in camel case, stand under `worksec.`, apart from `rules` and the limits that begin with `max_`; where both are given, the file wins.',
    ['| name | what it does | without it |', '| --- | --- | --- |', ...rows].join('\n'),
    '## Severities',
    'A rule is named by its id, a group of rules by what stands before the slash; `off` silences. The id goes before the group.',
    fence(`severity:\n  wording: hint\n  activities/unwatched: off`),
    '## Questions of your own',
    'A firm or a project can ask more, without code: for each item of a section that meets all conditions, a field must be answered. Such a rule rolls up, is answered, put off and waived like all others.',
    ['| name | what it is |', '| --- | --- |', ...own].join('\n'),
    fence(`rules:
  - id: own/backup-place
    question: Where is the backup of {name}, and who can restore it?
    why: Our insurer asks for it every year.
    severity: warning
    for: information
    where:
      sensitive: true
      sensitivity: { in: [confidential, restricted] }
    answer: x-backup`),
    'A condition is a word the field must hold, or a map with `equals`, `in` or `present`. `sensitive` is true of sensitive information and of every item that touches, handles, hosts, carries or receives some; `touching` is asked of activities, `handler` of participants.',
  ].join('\n\n')}\n`;
}

const describe = (schema: z.ZodType): string => schema.description ?? schema.meta()?.description ?? '';

const fence = (text: string): string => `\`\`\`yaml\n${text}\n\`\`\``;
