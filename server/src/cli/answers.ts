import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isWithin, nameOf } from '../disk/names.ts';
import { type Applied, applyAnswers, type Told } from '../interview/apply.ts';
import { answersByFile, type FilledSheet, readSheet } from '../interview/filled.ts';
import { clip, count } from '../rules/wordings.ts';
import { visible } from '../text/visible.ts';
import { applyEdits } from '../yaml/patch.ts';
import { textOption } from './arguments.ts';
import { type Command, EXIT, type Exit, type Given, UsageError } from './command.ts';
import { Complaints, reason } from './complaints.ts';
import type { Target } from './files.ts';
import { checkOne } from './one-file.ts';
import { patchText } from './patch-text.ts';
import type { Terminal } from './terminal.ts';
import { dayOfCheck } from './today.ts';
import { markOf, writeChanged } from './writing.ts';

/** `worksec answers`. */
export const answers: Command = {
  name: 'answers',
  summary: 'Put a filled-in sheet into its description, as a change to review.',
  takes: 'SHEET',
  least: 1,
  most: 1,
  options: {
    file: { value: 'FILE', help: 'The description or charter, where it is no longer where the sheet says.' },
    write: { help: 'Make the change; without this it is only shown.' },
    today: { value: 'DAY', help: 'Check as if it were this day, such as 2027-01-31.' },
    config: { value: 'FILE', help: 'Settings to use instead of the nearest worksec.config.yaml.' },
  },
  more: [
    'SHEET is a sheet of worksec questions in Markdown or as a table (CSV). Each answer goes into the field its ' +
      'question asks for; what cannot be put in is told and left out. Nothing that was answered in the meantime is ' +
      'written over, and every other line stays as it is.',
    'The change is printed as a patch, which git apply takes from the top folder of the repository. What became of ' +
      'the answers is told beside it.',
    'Ends with 0 when every answer was taken, 1 when some were left, 2 when something could not be read or was not ' +
      'understood.',
  ],
  examples: [
    ['worksec answers sheet.md', 'Show what would change.'],
    ['worksec answers sheet.csv --write', 'Make the change.'],
    ['worksec answers sheet.md --file lettings.work-system.yaml', 'Into a file that was moved.'],
  ],
  run,
};

function run([name]: readonly string[], options: Given, terminal: Terminal): Exit {
  const complaints = new Complaints(terminal);
  const path = resolve(terminal.cwd, name!);
  const sheet = sheetAt(path, name!);
  const around = {
    today: dayOfCheck(textOption(options, 'today')),
    config: textOption(options, 'config'),
    terminal,
    complaints,
  };
  const told: Told[] = [];
  for (const [file, part] of partsOf(sheet, textOption(options, 'file'))) {
    const word = textOption(options, 'file') ?? placeOf(file, dirname(path), terminal);
    const found = checkOne(word, around);
    if (!found) continue;
    const applied = applyAnswers(found.checked, part);
    told.push(...applied.told);
    change(found.target, found.checked.stream.text, applied, options.write === true, around);
  }
  tell(told, sheet, name!, terminal);
  if (complaints.any) return EXIT.trouble;
  return sheet.stray.length > 0 || told.some(({ fate }) => fate === 'left') ? EXIT.findings : EXIT.clean;
}

function sheetAt(path: string, name: string): FilledSheet {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new UsageError(`The sheet ${name} cannot be read: ${reason(error)}.`);
  }
  const sheet = readSheet(textOf(bytes));
  if (sheet && sheet.answers.length > 0) return sheet;
  throw new UsageError(
    `${name} holds no questions of worksec.`,
    'A sheet is made with worksec questions, in Markdown or with -o csv; a printed one is typed into one of these.',
  );
}

/** What spreadsheets save is not always UTF-8: some write the older code page, or two bytes for each sign. */
function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The answers by the file they are for; all of them where the file is named. */
function partsOf(sheet: FilledSheet, named: string | undefined): [string, FilledSheet][] {
  if (named !== undefined) return [[named, sheet]];
  return [...answersByFile(sheet)].map(([file, answers]) => [file, { answers, stray: [] }]);
}

/**
 * The file a sheet names, from here or beside the sheet. A sheet may come from anywhere, so it leads to no file outside
 * of both unless a person names it.
 */
function placeOf(file: string, beside: string, { cwd }: Terminal): string {
  const name = file.split('/').at(-1)!;
  const places = [resolve(cwd, file), join(beside, name)];
  const found = places.find((path) => (isWithin(path, cwd) || isWithin(path, beside)) && isThere(path));
  if (file !== '' && found !== undefined) return nameOf(found, cwd);
  throw new UsageError(
    file === '' ? 'A question of the sheet names no file.' : `The sheet is about ${file}, which is not there.`,
    'Name the description or charter: --file FILE.',
  );
}

function isThere(path: string): boolean {
  try {
    readFileSync(path);
    return true;
  } catch {
    return false;
  }
}

function change(
  target: Target,
  before: string,
  { edits }: Applied,
  write: boolean,
  { terminal, complaints }: { readonly terminal: Terminal; readonly complaints: Complaints },
): void {
  if (edits.length === 0) return;
  const after = applyEdits(before, edits);
  try {
    const mark = markOf(target.path);
    if (!write) {
      terminal.out.write(patchText(target.name, mark + before, mark + after));
      return;
    }
    writeChanged(target.path, before, after);
    terminal.err.write(`${terminal.err.paint.green('changed')} ${visible(target.name)}\n`);
  } catch (error) {
    complaints.add(`${target.name} could not be changed: ${reason(error)}.`);
  }
}

function tell(told: readonly Told[], sheet: FilledSheet, name: string, { err }: Terminal): void {
  for (const { fate, line, question, answer, why } of told) {
    if (fate !== 'left') continue;
    const about = question === '' ? '' : `${visible(question)}\n  `;
    err.write(
      `${err.paint.yellow('left out')} ${visible(name)}:${line}  ${about}${why}\n  “${visible(clip(answer, 200))}”\n`,
    );
  }
  for (const { line, text } of sheet.stray)
    err.write(
      `${err.paint.yellow('left out')} ${visible(name)}:${line}  This belongs to no question: “${visible(clip(text, 200))}”\n`,
    );
  const number = (fate: Told['fate']): number => told.filter((each) => each.fate === fate).length;
  err.write(
    `${count(number('taken'), 'answer')} taken, ${number('left') + sheet.stray.length} left out, ${number('blank')} still open.\n`,
  );
}
