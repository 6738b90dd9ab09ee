import type { Report, RuleFacts, Settled } from '../rules/rule.ts';
import { names } from '../rules/wordings.ts';
import { dotted } from '../yaml/path.ts';

/** A report with the items it stands for, where it stands for several. */
export interface Rolled extends Report {
  readonly items?: readonly Report[];
}

/**
 * One finding for each section until somebody starts answering; then one for each remaining item (format reference,
 * "Roll-up"). Waived items are taken out before.
 */
export function rollUp(rule: RuleFacts, open: readonly Report[], settled: readonly Settled[]): Rolled[] {
  const bySection = new Map<string, Report[]>();
  const single: Rolled[] = [];
  for (const report of open) {
    if (!rule.rollUp || !report.section) single.push(report);
    else {
      const key = dotted(report.section);
      const same = bySection.get(key);
      if (same) same.push(report);
      else bySection.set(key, [report]);
    }
  }
  const started = new Set<string>();
  for (const { settled: how, section } of settled) if (how !== 'pending') started.add(section ? dotted(section) : '');
  for (const [key, reports] of bySection) {
    if (reports.length === 1 || started.has(key)) single.push(...reports);
    else single.push(together(rule, reports));
  }
  return single;
}

function together(rule: RuleFacts, reports: readonly Report[]): Rolled {
  const section = reports[0]!.section!;
  return {
    at: section,
    place: { at: section, part: 'key' },
    message: `${rule.title}: ${names(reports.map(nameOf), 4)}.`,
    related: reports.map((report) => ({ at: report.at, part: 'key', message: report.message })),
    fixes: fixesForAll(reports),
    items: reports,
  };
}

const nameOf = (report: Report): string => report.name ?? String(report.at.at(-1));

/** The first fixes of all items as one, where every item has them. */
function fixesForAll(reports: readonly Report[]) {
  const first = reports[0]!.fixes ?? [];
  return first.flatMap((fix, i) => {
    const same = reports.map((report) => report.fixes?.[i]);
    if (same.some((other) => other?.title !== fix.title)) return [];
    return [
      { ...fix, title: `${fix.title} (all ${reports.length})`, patches: same.flatMap((other) => other!.patches) },
    ];
  });
}
