import { resolve } from 'node:path';
import { baselineText } from '../reports/baseline.ts';
import { pairsOf } from '../reports/baseline-items.ts';
import { count } from '../rules/wordings.ts';
import { visible } from '../text/visible.ts';
import { textOption } from './arguments.ts';
import { BASELINE_FILE, isOtherFile, nameInBaseline } from './baseline-file.ts';
import { Checking } from './checking.ts';
import { type Command, EXIT, type Exit, type Given, UsageError } from './command.ts';
import { Complaints, reason } from './complaints.ts';
import { FileFinder } from './files.ts';
import { SettingsFinder } from './project-settings.ts';
import type { Terminal } from './terminal.ts';
import { dayOfCheck } from './today.ts';
import { writeWhole } from './writing.ts';

/** `worksec baseline`. */
export const baseline: Command = {
  name: 'baseline',
  summary: 'Note today’s findings, so that later checks report only new ones.',
  takes: '[paths…]',
  least: 0,
  most: Number.POSITIVE_INFINITY,
  options: {
    output: { value: 'FILE', short: 'o', help: `The file to write. Default: ${BASELINE_FILE}.` },
    today: { value: 'DAY', help: 'Check as if it were this day, such as 2027-01-31.' },
    config: { value: 'FILE', help: 'Settings to use instead of the nearest worksec.config.yaml.' },
  },
  more: [
    'The file names each finding by its rule and item and by nothing that changes when a text is edited or moved. ' +
      'Keep it with the descriptions. Each time it is written it holds what is found that day, so it shrinks as ' +
      'questions are answered.',
    'Nothing is written where something could not be read.',
  ],
  examples: [
    ['worksec baseline', `Note what is found in this folder in ${BASELINE_FILE}.`],
    [`worksec check --baseline ${BASELINE_FILE}`, 'From then on, report only what is new.'],
  ],
  run,
};

function run(words: readonly string[], options: Given, terminal: Terminal): Exit {
  const { cwd, out, err } = terminal;
  const output = textOption(options, 'output') ?? BASELINE_FILE;
  const path = resolve(cwd, output);
  const complaints = new Complaints(terminal);
  const settings = new SettingsFinder(cwd, complaints, textOption(options, 'config'));
  const targets = new FileFinder(cwd, settings, complaints).find(words.length > 0 ? words : ['.']);
  const checking = new Checking(cwd, dayOfCheck(textOption(options, 'today')), complaints);
  const files = targets.flatMap((target) => {
    const checked = checking.check(target);
    return checked ? [[nameInBaseline(target.path, path), pairsOf(checked.findings)] as const] : [];
  });
  if (complaints.any) {
    err.write('No baseline was written.\n');
    return EXIT.trouble;
  }
  write(path, output, baselineText(files));
  const findings = files.reduce((sum, [, pairs]) => sum + pairs.size, 0);
  out.write(
    `Wrote ${visible(output)}: ${count(findings, 'finding')} in ${count(files.length, 'file')}, item by item.\n`,
  );
  return EXIT.clean;
}

function write(path: string, output: string, text: string): void {
  try {
    if (isOtherFile(path)) throw new Error('what stands there is no baseline');
    writeWhole(path, text);
  } catch (error) {
    throw new UsageError(`The baseline cannot be written to ${output}: ${reason(error)}.`);
  }
}
