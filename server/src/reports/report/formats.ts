import { htmlReport } from './html/page.ts';
import { jsonReport } from './json.ts';
import { markdownReport } from './markdown.ts';
import type { Report } from './report.ts';

/** Every form a report is written in: HTML to read and to print, Markdown for pull requests, JSON for programs. */
export const REPORT_FORMATS: Readonly<Record<'html' | 'md' | 'json', (report: Report) => string>> = {
  html: htmlReport,
  md: markdownReport,
  json: jsonReport,
};

export type ReportFormat = keyof typeof REPORT_FORMATS;
