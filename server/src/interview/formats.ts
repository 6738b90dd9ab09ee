import { csvSheets } from './csv.ts';
import { htmlSheets } from './html.ts';
import { markdownSheets } from './markdown.ts';
import type { Interview } from './sheet.ts';

/** Every form an interview is handed out in: Markdown and tables can be read back, HTML is for paper. */
export const SHEET_FORMATS: Readonly<Record<'md' | 'html' | 'csv', (interview: Interview) => string>> = {
  md: markdownSheets,
  html: htmlSheets,
  csv: csvSheets,
};

export type SheetFormat = keyof typeof SHEET_FORMATS;
