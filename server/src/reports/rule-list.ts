import type { AnyRule } from '../rules/rule.ts';
import { ruleUrl } from '../rules/url.ts';
import { capital, count } from '../rules/wordings.ts';
import { json } from '../text/json.ts';
import type { Paint } from './paint.ts';
import { severityPaint, severityWord } from './severity.ts';
import { wrap } from './wrap.ts';

/** Every rule as JSON, for other programs. */
export function rulesAsJson(rules: readonly AnyRule[]): string {
  const all = rules.map(({ id, severity, kind, core, title, guidelines }) => ({
    id,
    severity,
    kind,
    core,
    title,
    guidelines,
    url: ruleUrl(id),
  }));
  return `${json(all)}\n`;
}

/** Every rule for people, by what it is about. */
export function rulesAsText(rules: readonly AnyRule[], paint: Paint, width: number): string {
  const groups = new Map<string, AnyRule[]>();
  for (const rule of rules) {
    const [group] = rule.id.split('/') as [string];
    groups.set(group, [...(groups.get(group) ?? []), rule]);
  }
  const longest = Math.max(0, ...rules.map(({ id }) => id.length));
  const margin = 2 + longest + 2 + 'warning'.length + 2;
  const blocks = [...groups].map(([group, members]) => [
    paint.bold(capital(group)),
    ...members.flatMap(({ id, severity, title }) => {
      const [first = '', ...more] = wrap(title, Math.max(30, width - margin));
      const word = severityPaint(severity, paint)(severityWord(severity).padEnd('warning'.length));
      return [`  ${id.padEnd(longest)}  ${word}  ${first}`, ...more.map((line) => ' '.repeat(margin) + line)];
    }),
    '',
  ]);
  const lines = [...blocks.flat(), `${count(rules.length, 'rule')}. worksec explain RULE tells what one asks and why.`];
  return lines.map((line) => `${line}\n`).join('');
}
