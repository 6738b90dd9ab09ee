import { commands, type Disposable, l10n, ProgressLocation, type Uri, window } from 'vscode';
import { REPORT, type ReportFormat, type ReportParams } from '../../server/src/protocol.ts';
import type { Ask } from './new-charter.ts';
import { askPlaceFor, type Form, placeAt, saveText } from './save-text.ts';
import { tellingErrors } from './telling-errors.ts';
import type { Overviews } from './views/overviews.ts';
import { type Clicked, clickedFile, EVERYTHING, pickFile } from './which-document.ts';

/** What another program may say instead of a person; a report on all of the workspace where no file is named. */
interface Given {
  readonly report: Uri;
  readonly on?: Uri;
}

const forms = (): Form<ReportFormat>[] => [
  { format: 'html', name: l10n.t('Page to read and to print (HTML)'), endings: ['html', 'htm'] },
  { format: 'md', name: 'Markdown', endings: ['md', 'markdown'] },
  { format: 'json', name: l10n.t('Data for other programs (JSON)'), endings: ['json'] },
];

/** “Export report…”: what is open, who could answer and what was decided, as a file to hand on. */
export const exportReportCommand = (overviews: Overviews, ask: Ask): Disposable =>
  commands.registerCommand(
    'worksec.exportReport',
    tellingErrors(async (from: Clicked | Given) => {
      const given = from && 'report' in from ? from : undefined;
      const on = given ? (given.on ?? EVERYTHING) : (clickedFile(from as Clicked) ?? (await pick(overviews)));
      if (!on) return;
      const file = on === EVERYTHING ? undefined : on;
      const place = given
        ? placeAt(given.report, forms())
        : await askPlaceFor(forms(), l10n.t('Export report'), file, 'report');
      if (!place) return;
      const params: ReportParams = { format: place.format, ...(file && { uri: file.toString() }) };
      const text = await window.withProgress(
        { location: ProgressLocation.Notification, title: l10n.t('The report is being written…') },
        () => ask<string | null>(REPORT, params),
      );
      if (text === null) throw new Error(l10n.t('There is no description or charter here yet.'));
      await saveText(place.file, text);
    }),
  );

const pick = (overviews: Overviews) =>
  pickFile(overviews, {
    title: l10n.t('Export report'),
    placeHolder: l10n.t('What is the report to be about?'),
    everything: true,
  });
