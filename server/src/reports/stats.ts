import { byArea } from '../check/areas.ts';
import type { Coverage } from '../check/questions.ts';
import type { Severity } from '../rules/rule.ts';
import { capital } from '../rules/wordings.ts';
import type { Paint } from './paint.ts';
import type { ReportedFile } from './reported.ts';
import { severityPaint, severityWord } from './severity.ts';
import { answeredIn, summarise } from './summary.ts';

/** How often each rule spoke, and how many questions of each element and phase are answered. */
export function statsReport(files: Iterable<ReportedFile>, paint: Paint): string {
  return [byRule(files, paint), coverageTable(summarise(files).answered, paint)]
    .filter((table) => table.length > 0)
    .map((table) => table.map((line) => `${line}\n`).join(''))
    .join('\n');
}

function byRule(files: Iterable<ReportedFile>, paint: Paint): string[] {
  const rules = new Map<string, { severity: Severity; times: number }>();
  for (const { findings } of files)
    for (const { rule, severity } of findings) rules.set(rule, { severity, times: (rules.get(rule)?.times ?? 0) + 1 });
  if (rules.size === 0) return [];
  const sorted = [...rules].sort(([a, x], [b, y]) => y.times - x.times || (a < b ? -1 : 1));
  const digits = String(sorted[0]![1].times).length;
  const lines = sorted.map(([rule, { severity, times }]) => {
    const word = severityPaint(severity, paint)(severityWord(severity).padEnd(7));
    return `  ${String(times).padStart(digits)}  ${word}  ${rule}`;
  });
  return [paint.bold('Findings by rule'), ...lines];
}

function coverageTable(answered: Record<string, Coverage>, paint: Paint): string[] {
  const areas = Object.keys(answered).sort(byArea);
  if (areas.length === 0) return [];
  const width = Math.max(...areas.map((area) => area.length));
  const lines = areas.map((area) => {
    const { questions, open, accepted, notApplicable } = answered[area]!;
    const done = answeredIn(answered[area]!);
    const digits = String(Math.max(...areas.map((each) => answered[each]!.questions))).length;
    const of = `${String(done).padStart(digits)} of ${String(questions).padStart(digits)}`;
    const more = [
      open > 0 && `${open} open`,
      accepted > 0 && `${accepted} accepted`,
      notApplicable > 0 && `${notApplicable} not applicable`,
    ].filter(Boolean);
    const colour = done === questions ? paint.green : paint.yellow;
    return `  ${capital(area).padEnd(width)}  ${colour(bar(done, questions))}  ${of}${more.length > 0 ? `  ${paint.dim(more.join(', '))}` : ''}`;
  });
  return [paint.bold('Questions answered'), ...lines];
}

/** Ten signs; full only when everything is answered, empty only when nothing is. */
function bar(done: number, of: number): string {
  const exact = (10 * done) / of;
  const full = done === of ? 10 : Math.min(9, Math.max(done > 0 ? 1 : 0, Math.floor(exact)));
  return '█'.repeat(full) + '░'.repeat(10 - full);
}
