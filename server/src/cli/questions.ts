import { extname, resolve } from 'node:path';
import type { CheckedFile } from '../check/check.ts';
import { nearest, squeeze } from '../formats/nearest.ts';
import { SHEET_FORMATS, type SheetFormat } from '../interview/formats.ts';
import { type Interview, interviewSheets, peopleOf } from '../interview/sheet.ts';
import { choices, count } from '../rules/wordings.ts';
import { visible } from '../text/visible.ts';
import { choice, textOption } from './arguments.ts';
import { type Command, EXIT, type Exit, type Given, UsageError } from './command.ts';
import { Complaints, reason } from './complaints.ts';
import { checkOne } from './one-file.ts';
import type { Terminal } from './terminal.ts';
import { dayOfCheck } from './today.ts';
import { writeWhole } from './writing.ts';

const FORMAT_NAMES = Object.keys(SHEET_FORMATS) as SheetFormat[];

/** `worksec questions`. */
export const questions: Command = {
  name: 'questions',
  summary: 'Turn the open questions into sheets for short interviews.',
  takes: 'FILE',
  least: 1,
  most: 1,
  options: {
    for: { value: 'GROUP', help: 'Only the sheet of this participant group or post, by id or name.' },
    output: {
      value: 'FILE',
      short: 'o',
      help: 'The file to write; its ending .md, .html or .csv says how. One of these words alone: print it so.',
    },
    today: { value: 'DAY', help: 'Ask as if it were this day, such as 2027-01-31.' },
    config: { value: 'FILE', help: 'Settings to use instead of the nearest worksec.config.yaml.' },
  },
  more: [
    'Each group is asked what it can know: about the steps it does, the information and tools in them, and about ' +
      'itself. What nobody in the file could answer is put to whoever leads the work.',
    'Markdown and CSV can be filled in on a computer and given to worksec answers. HTML is for printing.',
    'Ends with 0 when the sheets are written, and with 2 when something could not be read or was not understood.',
  ],
  examples: [
    ['worksec questions lettings.work-system.yaml', 'Print the questions for every group.'],
    ['worksec questions lettings.work-system.yaml --for negotiators -o sheet.html', 'A sheet to print for one group.'],
    ['worksec questions lettings.work-system.yaml -o sheet.csv', 'A table to fill in with a spreadsheet.'],
  ],
  run,
};

function run([word]: readonly string[], options: Given, terminal: Terminal): Exit {
  const output = textOption(options, 'output');
  const isWord = output === undefined || FORMAT_NAMES.some((name) => name === output.toLowerCase());
  const ending = isWord ? (output ?? 'md').toLowerCase() : (extname(output).slice(1) || output).toLowerCase();
  const format = choice({ output: ending }, 'output', FORMAT_NAMES, 'md');
  const today = dayOfCheck(textOption(options, 'today'));
  const complaints = new Complaints(terminal);
  const found = checkOne(word!, { today, config: textOption(options, 'config'), terminal, complaints });
  if (!found) return EXIT.trouble;
  const group = groupOf(textOption(options, 'for'), found.checked);
  const interview = interviewSheets(found.checked, { today, ...(group !== undefined && { group }) });
  const text = SHEET_FORMATS[format](interview);
  if (isWord) terminal.out.write(text);
  else write(resolve(terminal.cwd, output), output, text);
  terminal.err.write(`${told(interview, isWord ? undefined : output)}\n`);
  return complaints.any ? EXIT.trouble : EXIT.clean;
}

function told({ sheets }: Interview, output: string | undefined): string {
  const asked = sheets.flatMap(({ sections }) => sections.flatMap((section) => section.questions));
  const different = new Set(asked.map(({ reference }) => reference)).size;
  const where = output === undefined ? '' : `Wrote ${visible(output)}: `;
  if (sheets.length === 0) return `${where}Nothing is open, and nobody to talk to is listed.`;
  return `${where}${count(different, 'open question')} on ${count(sheets.length, 'sheet')}.`;
}

/** The id of the group that was asked for, by id or name. */
function groupOf(asked: string | undefined, checked: CheckedFile): string | undefined {
  if (asked === undefined) return undefined;
  const people = peopleOf(checked);
  const found = people.find(({ id }) => id === asked) ?? people.find(({ name }) => squeeze(name) === squeeze(asked));
  if (found) return found.id;
  const near = nearest(asked, [...people.map(({ id }) => id), ...people.map(({ name }) => name)]);
  throw new UsageError(
    `No group or post is called ${asked}.${near ? ` Did you mean ${near}?` : ''}`,
    people.length === 0
      ? 'The file lists nobody; without --for the questions are put to whoever leads the work.'
      : `There are ${choices(people.map(({ id }) => id)).replace(/ or (?=[^ ]*$)/, ' and ')}.`,
  );
}

function write(path: string, output: string, text: string): void {
  try {
    writeWhole(path, text);
  } catch (error) {
    throw new UsageError(`The sheet cannot be written to ${output}: ${reason(error)}.`);
  }
}
