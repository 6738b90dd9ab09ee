import type { Report } from './report.ts';

/** The number other programs look at before they read on. It grows when the shape changes. */
const VERSION = 1;

/** The whole report as JSON. Its shape is a promise to other programs: `docs/reviewing.md` tells it. */
export const jsonReport = (report: Report): string => `${JSON.stringify({ version: VERSION, ...report }, null, 2)}\n`;
