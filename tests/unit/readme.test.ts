import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { plain } from '../../server/src/reports/paint.ts';
import { reportFile } from '../../server/src/reports/reported.ts';
import { textReport } from '../../server/src/reports/text.ts';
import { check } from '../helpers/check.ts';
import { whole } from './reports/run.ts';

const file = join(import.meta.dirname, '../../README.md');
const readme = readFileSync(file, 'utf8');

const part = (name: string): string =>
  new RegExp(`<!-- ${name} -->\n([\\s\\S]*?)<!-- /${name} -->`).exec(readme)?.[1] ?? '';

const fenced = (text: string): string => /```\w*\n([\s\S]*?)```/.exec(text)?.[1] ?? '';

describe('the README', () => {
  it('prints what the tool says about its first file; run with UPDATE=1 to write it anew', () => {
    const checked = check(fenced(part('first-file')), { file: 'claims.work-system.yaml' });
    const blocks = whole(textReport([reportFile(checked, 'work-system')], { paint: plain, width: 92 })).split(
      /\n\s*\n/,
    );
    // The first findings, as they stand; the rest is much the same.
    const output = `\`\`\`text\n${blocks.slice(0, 5).join('\n\n').trimEnd()}\n\n…\n\n${blocks.at(-1)!.trim()}\n\`\`\`\n`;
    if (process.env.UPDATE)
      writeFileSync(
        file,
        readme.replace(`${part('first-output')}<!-- /first-output`, () => `${output}<!-- /first-output`),
      );
    else expect(part('first-output')).toBe(output);
  });
});
