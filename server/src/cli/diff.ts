import { relative } from 'node:path';
import { withSlashes } from '../disk/names.ts';
import type { Day } from '../formats/dates.ts';
import { type Comparison, compareFile, together } from '../reports/diff.ts';
import { diffJson } from '../reports/diff-json.ts';
import { diffMarkdown } from '../reports/diff-markdown.ts';
import { diffText } from '../reports/diff-text.ts';
import type { Names } from '../reports/diff-words.ts';
import { counted } from '../reports/reported.ts';
import type { TextOptions } from '../reports/text.ts';
import { choice, textOption } from './arguments.ts';
import { type Command, EXIT, type Exit, type Given, UsageError } from './command.ts';
import { Complaints } from './complaints.ts';
import { type Sides, sidesOf } from './diff-words.ts';
import type { Target } from './files.ts';
import { FAIL_ON, fails } from './printing.ts';
import { SettingsFinder } from './project-settings.ts';
import type { Terminal } from './terminal.ts';
import { dayOfCheck } from './today.ts';

const FORMATS: Readonly<Record<string, (comparison: Comparison, names: Names, options: TextOptions) => string>> = {
  text: diffText,
  json: diffJson,
  markdown: diffMarkdown,
};

/** `worksec diff`. */
export const diff: Command = {
  name: 'diff',
  summary: 'Tell what is new and what is closed between two states.',
  takes: 'OLD [NEW]',
  behind: '[paths…]',
  least: 1,
  most: 2,
  options: {
    format: { value: 'FORMAT', help: `How it is printed: ${Object.keys(FORMATS).join(', ')}. Default: text.` },
    'fail-on': {
      value: 'SEVERITY',
      help: `End with 1 when something new has at least this severity: ${FAIL_ON.join(', ')}. Default: warning.`,
    },
    today: { value: 'DAY', help: 'Check as if it were this day, such as 2027-01-31.' },
    config: { value: 'FILE', help: 'Settings to use for both instead of the worksec.config.yaml that each has.' },
  },
  more: [
    'OLD and NEW are files, folders or git revisions: HEAD~3, main, or v1:path for a path in it. Without NEW, a ' +
      'revision is compared with the working tree. Where a file or folder is called like a revision, it is meant; ' +
      'write refs/heads/main for the branch.',
    'Exceptions are told that end within 30 days or have ended.',
    'Ends with 0 when nothing new is grave enough, 1 when something is, 2 when something could not be read or was ' +
      'not understood.',
  ],
  examples: [
    ['worksec diff main', 'Compare the files of this folder with those of the branch main.'],
    ['worksec diff HEAD~3 -- lettings', 'The same for the last three commits and one folder.'],
    ['worksec diff v1 v2 --format markdown', 'Compare two tags, as a comment for a pull request.'],
    ['worksec diff old.charter.yaml new.charter.yaml', 'Compare two files.'],
  ],
  run,
};

function run(words: readonly string[], options: Given, terminal: Terminal, behind: readonly string[]): Exit {
  const format = choice(options, 'format', Object.keys(FORMATS), 'text');
  const failOn = choice(options, 'fail-on', FAIL_ON, 'warning');
  const today = dayOfCheck(textOption(options, 'today'));
  const config = textOption(options, 'config');
  const complaints = new Complaints(terminal);
  const asked = config === undefined ? undefined : new SettingsFinder(terminal.cwd, complaints, config);
  const sides = sidesOf(words, behind, { terminal, today, asked });
  const { old, now } = sides;
  if (old.targets.length + now.targets.length === 0) {
    if (old.complaints.any || now.complaints.any) return EXIT.trouble;
    throw new UsageError(`There is nothing to compare, neither in ${old.label} nor in ${now.label}.`);
  }
  const comparison = compare(sides, today);
  const { paint, width } = terminal.out;
  terminal.out.write(FORMATS[format]!(comparison, { old: old.label, now: now.label }, { paint, width }));
  // What is wrong in an old revision cannot be mended any more; it was told, and that is all.
  if (complaints.any || now.complaints.any || (old.complaints.any && !sides.oldIsRevision)) return EXIT.trouble;
  return fails([{ counted: counted(comparison.created) }], failOn) ? EXIT.findings : EXIT.clean;
}

/** File by file, so that no more than two are held at a time. */
function compare({ old, now, oldBase, nowBase }: Sides, today: Day): Comparison {
  const before = byName(old.targets, oldBase);
  const after = byName(now.targets, nowBase);
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  return together(
    names.flatMap((name) => {
      const [was, is] = [before.get(name), after.get(name)];
      const [oldFile, file] = [was && old.checking.check(was), is && now.checking.check(is)];
      // What could not be read has been told. To compare its other state with nothing would mislead.
      if ((was && !oldFile) || (is && !file)) return [];
      return [compareFile(oldFile, file, today)];
    }),
  );
}

/** Files by their name below what is compared; two files that are compared with each other have none. */
const byName = (targets: readonly Target[], base: string): Map<string, Target> =>
  new Map(targets.map((target) => [withSlashes(relative(base, target.path)), target]));
