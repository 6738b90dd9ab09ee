import { githubReport } from './github.ts';
import { type JsonOptions, jsonReport } from './json.ts';
import type { Piece } from './json-text.ts';
import { junitReport } from './junit.ts';
import { markdownReport } from './markdown.ts';
import type { ReportedFile } from './reported.ts';
import { sarifReport } from './sarif.ts';
import { type TextOptions, textReport } from './text.ts';

/**
 * A report: a function of what was found alone. Files are gone through as often as it takes, and what comes out comes
 * in pieces, so that neither has to be held as a whole.
 */
export type Report = (files: Iterable<ReportedFile>, options: TextOptions & JsonOptions) => Iterable<Piece>;

/** Every form that `worksec check --format` prints. */
export const FORMATS: Readonly<Record<string, Report>> = {
  text: textReport,
  json: jsonReport,
  sarif: sarifReport,
  junit: junitReport,
  github: githubReport,
  markdown: markdownReport,
};
