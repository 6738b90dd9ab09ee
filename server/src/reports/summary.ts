import { type Coverage, CoverageSum } from '../check/questions.ts';
import { lastingMemo } from '../model/memo.ts';
import { count } from '../rules/wordings.ts';
import type { ReportedFile } from './reported.ts';
import { SEVERITIES } from './severity.ts';

/** The numbers of a run. `answered` counts the questions of each element and phase. */
export interface Summary {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly informations: number;
  readonly hints: number;
  readonly waived: number;
  readonly answered: Record<string, Coverage>;
}

/** Adds up a run, file by file. */
export class Tally {
  private readonly found = { error: 0, warning: 0, information: 0, hint: 0 };
  private files = 0;
  private waived = 0;
  private readonly answered = new CoverageSum();

  add({ counted, waived, coverage }: Pick<ReportedFile, 'counted' | 'waived' | 'coverage'>): void {
    this.files++;
    this.waived += waived.length;
    for (const severity of SEVERITIES) this.found[severity] += counted[severity];
    this.answered.add(coverage);
  }

  get summary(): Summary {
    const { error, warning, information, hint } = this.found;
    return {
      files: this.files,
      errors: error,
      warnings: warning,
      informations: information,
      hints: hint,
      waived: this.waived,
      answered: this.answered.all,
    };
  }
}

/** Adds up a run; once, since to go through all of its files takes time. */
export const summarise = lastingMemo((files: Iterable<ReportedFile>): Summary => {
  const tally = new Tally();
  for (const file of files) tally.add(file);
  return tally.summary;
});

/** “6 files: 1 error, 3 warnings, 12 notes. 41 of 60 questions are answered.” */
export function summaryLine(summary: Summary): string {
  const counts = [
    summary.errors > 0 && count(summary.errors, 'error'),
    summary.warnings > 0 && count(summary.warnings, 'warning'),
    summary.informations > 0 && count(summary.informations, 'note'),
    summary.hints > 0 && count(summary.hints, 'hint'),
  ].filter((each) => each !== false);
  const found = counts.length > 0 ? counts.join(', ') : 'nothing to report';
  const accepted = summary.waived > 0 ? ` ${count(summary.waived, 'finding')} accepted.` : '';
  return `${count(summary.files, 'file')}: ${found}.${accepted}${questionsLine(summary.answered)}`;
}

function questionsLine(answered: Record<string, Coverage>): string {
  const areas = Object.values(answered);
  const questions = areas.reduce((sum, area) => sum + area.questions, 0);
  if (questions === 0) return '';
  const settled = areas.reduce((sum, area) => sum + answeredIn(area), 0);
  if (settled === questions)
    return questions === 1 ? ' The one question is answered.' : ` All ${questions} questions are answered.`;
  return ` ${settled} of ${count(questions, 'question')} ${questions === 1 ? 'is' : 'are'} answered.`;
}

/** Answered questions; that a question does not apply, with a reason and a decider, is an answer too. */
export const answeredIn = (area: Coverage): number => area.answered + area.notApplicable;
