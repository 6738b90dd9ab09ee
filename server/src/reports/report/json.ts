import { json } from '../../text/json.ts';
import type { Report } from './report.ts';

/** The number other programs look at before they read on. It grows when the shape changes. */
const VERSION = 1;

/** The whole report as JSON, without pictures. Its shape is a promise to other programs: `docs/reviewing.md` tells it. */
export function jsonReport({ documents, ...report }: Report): string {
  const told = documents.map(({ pictures: _pictures, ...document }) => document);
  return `${json({ version: VERSION, ...report, documents: told })}\n`;
}
