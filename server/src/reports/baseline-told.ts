import { count } from '../rules/wordings.ts';
import { visible } from '../text/visible.ts';
import type { Compared } from './baseline.ts';
import { escaped } from './markdown-text.ts';

/** “Compared with worksec.baseline.json: 41 known findings left out, 3 gone.” */
export const comparedLine = ({ known, gone }: Compared, baseline: string): string =>
  `Compared with ${visible(baseline)}: ${count(known, 'known finding')} left out, ${gone} gone.`;

/** A report that also says how the run compares with a baseline; undefined where its format has no place for that. */
export function withCompared(report: string, format: string, compared: Compared, baseline: string): string | undefined {
  switch (format) {
    case 'text':
    case 'github':
      return `${report}${comparedLine(compared, baseline)}\n`;
    case 'markdown':
      return `${report}\n${comparedLine(compared, escaped(baseline))}\n`;
    case 'json':
      return jsonWith(report, compared);
    default:
      return undefined;
  }
}

function jsonWith(report: string, { known, gone }: Compared): string {
  const parsed = JSON.parse(report) as { summary: object };
  return `${JSON.stringify({ ...parsed, summary: { ...parsed.summary, baseline: { known, gone } } }, null, 2)}\n`;
}
