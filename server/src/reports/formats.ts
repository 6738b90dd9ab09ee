import { githubReport } from './github.ts';
import { jsonReport } from './json.ts';
import { junitReport } from './junit.ts';
import { markdownReport } from './markdown.ts';
import type { ReportedFile } from './reported.ts';
import { sarifReport } from './sarif.ts';
import { type TextOptions, textReport } from './text.ts';

/** A report: a function of what was found alone. */
export type Report = (files: readonly ReportedFile[], options: TextOptions) => string;

/** Every form that `worksec check --format` prints. */
export const FORMATS: Readonly<Record<string, Report>> = {
  text: textReport,
  json: jsonReport,
  sarif: sarifReport,
  junit: junitReport,
  github: githubReport,
  markdown: markdownReport,
};
