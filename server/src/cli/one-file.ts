import type { CheckedFile } from '../check/check.ts';
import type { Day } from '../formats/dates.ts';
import { Checking } from './checking.ts';
import { UsageError } from './command.ts';
import type { Complaints } from './complaints.ts';
import { FileFinder, type Target } from './files.ts';
import { SettingsFinder } from './project-settings.ts';
import type { Terminal } from './terminal.ts';

interface Around {
  readonly today: Day;
  readonly config: string | undefined;
  readonly terminal: Terminal;
  readonly complaints: Complaints;
}

/** Checks the one file a command is about. Undefined where that could not be done, which was told. */
export function checkOne(
  word: string,
  { today, config, terminal, complaints }: Around,
): { readonly target: Target; readonly checked: CheckedFile } | undefined {
  const settings = new SettingsFinder(terminal.cwd, complaints, config);
  const targets = new FileFinder(terminal.cwd, settings, complaints).find([word]);
  const [target, ...others] = targets;
  if (others.length > 0) throw new UsageError(`One file is needed, but ${word} leads to ${targets.length}.`);
  const checked = target && new Checking(terminal.cwd, today, complaints).check(target);
  return target && checked ? { target, checked } : undefined;
}
