import type { Sheet } from './sheet.ts';

/** What stands above the questions of a sheet. */
export const introductionTo = ({ title }: Pick<Sheet, 'title'>, day: string): string => `${title}, ${day}.`;

/** How to fill a sheet in. */
export const ADVICE =
  'A sentence or two in your own words is enough. Leave blank what you do not know; nobody is being tested.';

/** What begins the line that says what the file has on an activity. */
export const NOTE = 'So it is written down: ';
