import { count } from '../rules/wordings.ts';
import { visible } from '../text/visible.ts';
import type { Compared } from './baseline.ts';
import { escaped } from './markdown-text.ts';

/** “Compared with worksec.baseline.json: 41 known findings left out, 3 gone.” */
export const comparedLine = ({ known, gone }: Compared, baseline: string): string =>
  `Compared with ${visible(baseline)}: ${count(known, 'known finding')} left out, ${gone} gone.`;

/** What stands below a report; undefined where its format has no place for that. JSON has it among its numbers. */
export function comparedBelow(format: string, compared: Compared, baseline: string): string | undefined {
  switch (format) {
    case 'text':
    case 'github':
      return `${comparedLine(compared, baseline)}\n`;
    case 'markdown':
      return `\n${comparedLine(compared, escaped(baseline))}\n`;
    case 'json':
      return '';
    default:
      return undefined;
  }
}
