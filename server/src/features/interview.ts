import type { CheckedFile } from '../check/check.ts';
import { applyAnswers, type Told } from '../interview/apply.ts';
import { answersByFile, type FilledAnswer, readSheet } from '../interview/filled.ts';
import { SHEET_FORMATS } from '../interview/formats.ts';
import { interviewSheets, peopleOf } from '../interview/sheet.ts';
import type { AppliedAnswers, ApplyAnswersParams, ChangedFile, InterviewParams, PersonChoice } from '../protocol.ts';
import { rangeOf } from './ranges.ts';
import { nameOf, type World } from './world.ts';

/** Everybody who can be asked about the work or project of a file. */
export function people(world: World, uri: string): PersonChoice[] {
  const checked = checkedAs(world, uri);
  return checked ? peopleOf(checked) : [];
}

/** The open questions of a file as sheets. Undefined where nothing is open and nobody is there to talk to. */
export function interview(world: World, { uri, format, group }: InterviewParams): string | undefined {
  const checked = checkedAs(world, uri);
  const made = checked && interviewSheets(checked, { today: world.today(), ...(group !== undefined && { group }) });
  return made && made.sheets.length > 0 ? SHEET_FORMATS[format](made) : undefined;
}

/**
 * What a filled-in sheet changes in the files of a workspace. A sheet may come from anywhere, so it leads to none but
 * these. Undefined where the text is no sheet.
 */
export function applySheet(
  world: World,
  uris: readonly string[],
  { sheet: text, beside, otherwise }: ApplyAnswersParams,
): AppliedAnswers | undefined {
  const sheet = readSheet(text);
  if (!sheet || sheet.answers.length === 0) return undefined;
  const missing: string[] = [];
  const parts = new Map<string, FilledAnswer[]>();
  for (const [name, answers] of answersByFile(sheet)) {
    const uri = fileCalled(name, world, uris, beside) ?? otherwise;
    if (uri === undefined) missing.push(name);
    else parts.set(uri, [...(parts.get(uri) ?? []), ...answers]);
  }
  const files: ChangedFile[] = [];
  const told: Told[] = [];
  for (const [uri, answers] of parts) {
    const file = world.file(uri);
    if (!file) continue;
    const applied = applyAnswers(file.checked, { answers, stray: [] });
    told.push(...applied.told);
    const edits = applied.edits.map((edit) => ({ range: rangeOf(file.stream, edit), newText: edit.newText }));
    if (edits.length > 0) files.push({ uri, version: file.version, edits });
  }
  const stray = sheet.stray.map(({ line, text: answer }) => ({
    line,
    question: '',
    answer,
    why: 'This belongs to no question.',
  }));
  const left = told.flatMap(({ fate, ...rest }) => (fate === 'left' ? [rest] : []));
  return {
    files,
    taken: told.filter(({ fate }) => fate === 'taken').length,
    blank: told.filter(({ fate }) => fate === 'blank').length,
    left: [...left, ...stray],
    missing,
  };
}

/** A file as it was checked, under the name people know: a sheet is handed to others, and may come back elsewhere. */
function checkedAs(world: World, uri: string): CheckedFile | undefined {
  const checked = world.file(uri)?.checked;
  return checked && { ...checked, file: nameOf(world, uri) };
}

/** The file a sheet names: by its path or, where it was moved, beside the sheet or as the only one of its name. */
function fileCalled(name: string, world: World, uris: readonly string[], beside = ''): string | undefined {
  if (name === '') return undefined;
  const called = uris.filter((uri) => nameOf(world, uri) === name);
  const alike = uris.filter((uri) => lastOf(nameOf(world, uri)) === lastOf(name));
  for (const found of [called, alike]) {
    const near = found.find((uri) => folderOf(uri) === folderOf(beside));
    if (near !== undefined || found.length === 1) return near ?? found[0];
  }
  return undefined;
}

const lastOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

const folderOf = (uri: string): string => uri.slice(0, uri.lastIndexOf('/'));
