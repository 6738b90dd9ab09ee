import { commands, type Disposable, l10n, type QuickPickItem, type Uri, window, workspace } from 'vscode';
import {
  INTERVIEW,
  type InterviewParams,
  PEOPLE,
  type PeopleParams,
  type PersonChoice,
  type SheetFormat,
} from '../../server/src/protocol.ts';
import type { Ask } from './new-charter.ts';
import { askPlaceFor, type Form, placeAt, saveText } from './save-text.ts';
import { tellingErrors } from './telling-errors.ts';
import type { Overviews } from './views/overviews.ts';
import { type Clicked, clickedFile, EVERYTHING, pickFile } from './which-document.ts';

/** What another program may say instead of a person. */
interface Given {
  readonly about: Uri;
  /** The id of the only group that is to be asked. */
  readonly group?: string;
  readonly sheet: Uri;
}

const forms = (): Form<SheetFormat>[] => [
  { format: 'md', name: l10n.t('Text to fill in (Markdown)'), endings: ['md'] },
  { format: 'csv', name: l10n.t('Table to fill in (CSV)'), endings: ['csv'] },
  { format: 'html', name: l10n.t('Page to print (HTML)'), endings: ['html'] },
];

/** “Interview questions…”: what is open, as a sheet for those who do the work. */
export const interviewCommand = (overviews: Overviews, ask: Ask): Disposable =>
  commands.registerCommand(
    'worksec.interview',
    tellingErrors(async (from: Clicked | Given) => {
      const given = from && 'about' in from ? from : undefined;
      const about = given?.about ?? clickedFile(from as Clicked) ?? (await pick(overviews));
      if (!about || about === EVERYTHING) return;
      const uri = about.toString();
      const whom = given ? { group: given.group } : await pickPerson(uri, ask);
      if (!whom) return;
      const where = given ? placeAt(given.sheet, forms()) : await pickPlace(about);
      if (!where) return;
      const { group } = whom;
      const { format } = where;
      const params: InterviewParams = { uri, format, ...(group !== undefined && { group }) };
      const text = await ask<string | null>(INTERVIEW, params);
      if (text === null) throw new Error(l10n.t('Nothing is open there, and nobody to talk to is listed.'));
      if ('file' in where) await saveText(where.file, text);
      else await window.showTextDocument(await workspace.openTextDocument({ language: 'markdown', content: text }));
    }),
  );

const title = (): string => l10n.t('Interview questions');

const pick = (overviews: Overviews) =>
  pickFile(overviews, { title: title(), placeHolder: l10n.t('Which work or project is it about?') });

/** Whom to ask; everybody where nobody is listed. */
async function pickPerson(uri: string, ask: Ask): Promise<{ readonly group?: string | undefined } | undefined> {
  const people = await ask<PersonChoice[]>(PEOPLE, { uri } satisfies PeopleParams);
  if (people.length === 0) return {};
  type Row = QuickPickItem & { readonly group?: string };
  const rows = people.map(({ id, name }): Row => ({ label: name, ...(name !== id && { description: id }), group: id }));
  return window.showQuickPick<Row>([{ label: l10n.t('Everybody, a sheet for each') }, ...rows], {
    title: title(),
    placeHolder: l10n.t('Who is to be asked?'),
    ignoreFocusOut: true,
  });
}

/** Beside the text, to look at and to copy from, or as a file. */
async function pickPlace(about: Uri) {
  const here = { label: l10n.t('Open here, without a file yet') };
  const file = {
    label: l10n.t('Save as a file…'),
    detail: forms()
      .map(({ name }) => name)
      .join(' · '),
  };
  const picked = await window.showQuickPick([here, file], { title: title(), ignoreFocusOut: true });
  if (picked === here) return { format: 'md' as const };
  return picked && askPlaceFor(forms(), title(), about, 'questions');
}
