import type { Connection } from 'vscode-languageserver';
import {
  APPLY_ANSWERS,
  type ApplyAnswersParams,
  INTERVIEW,
  type InterviewParams,
  PEOPLE,
  type PeopleParams,
  REPORT,
  type ReportParams,
} from './protocol.ts';
import type { Serving } from './requests.ts';
import type { LanguageService } from './service.ts';
import { prepare } from './workspace-reports.ts';

/** Answers for what leaves the editor and may come back: reports, and sheets for interviews. */
export function answerPaper(connection: Connection, { checking, asked, library, coder }: Serving): void {
  connection.onRequest(REPORT, async ({ uri, format }: ReportParams) => {
    const uris = uri === undefined ? await library.allFiles() : [uri];
    return onWhole(uris, (service) => service.report(uris, format) ?? null);
  });
  connection.onRequest(PEOPLE, ({ uri }: PeopleParams) => onWhole([uri], (service) => service.people(uri)));
  connection.onRequest(INTERVIEW, (params: InterviewParams) =>
    onWhole([params.uri], (service) => service.interview(params) ?? null),
  );
  connection.onRequest(APPLY_ANSWERS, async (params: ApplyAnswersParams) => {
    const uris = await library.allFiles();
    const { otherwise } = params;
    return onWhole([...uris, ...(otherwise === undefined ? [] : [otherwise])], (service) => {
      const applied = service.applySheet(uris, params);
      return applied ? coder.outgoing(applied, '') : null;
    });
  });

  /** Reads files with all that a check of them needs, answers from their whole texts, and lets go what is not open. */
  async function onWhole<R>(uris: readonly string[], answer: (service: LanguageService) => R): Promise<R> {
    const closed = uris.filter((uri) => library.version(uri) === null);
    try {
      for (const uri of uris) {
        library.settle(uri);
        await prepare(uri, library, checking);
      }
      return answer(await asked());
    } finally {
      for (const uri of closed) library.release(uri);
    }
  }
}
