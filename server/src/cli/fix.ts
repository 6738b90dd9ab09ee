import { count } from '../rules/wordings.ts';
import { visible } from '../text/visible.ts';
import { parseStream } from '../yaml/parse.ts';
import type { Checking } from './checking.ts';
import { type Complaints, reason } from './complaints.ts';
import type { Target } from './files.ts';
import { fixText, type Made } from './fixing.ts';
import type { Terminal } from './terminal.ts';
import { writeChanged } from './writing.ts';

/** `--fix`: makes the complete fixes of all files and says what it did. */
export function fixFiles(
  targets: readonly Target[],
  checking: Checking,
  complaints: Complaints,
  terminal: Terminal,
): void {
  const { write, paint } = terminal.err;
  let [files, fixes] = [0, 0];
  for (const target of targets) {
    const made = fixFile(target, checking, complaints);
    if (made.length === 0) continue;
    files++;
    fixes += made.length;
    for (const { rule, title, line } of made)
      write(`${paint.green('fixed')} ${visible(target.name)}:${line}  ${visible(title)}  ${paint.dim(rule)}\n`);
  }
  write(
    fixes === 0
      ? 'Nothing could be fixed without a person.\n'
      : `Made ${count(fixes, 'fix', 'fixes')} in ${count(files, 'file')}.\n`,
  );
  checking.forget();
}

function fixFile(target: Target, checking: Checking, complaints: Complaints): readonly Made[] {
  const stream = checking.read(target);
  if (!stream || stream.problems.length > 0) return [];
  const fixed = fixText(stream.text, (text) =>
    checking.checkStream(target, text === stream.text ? stream : parseStream(text, target.settings)),
  );
  if (fixed.made.length === 0) return [];
  try {
    writeChanged(target.path, stream.text, fixed.text);
    return fixed.made;
  } catch (error) {
    complaints.add(`${target.name} could not be fixed: ${reason(error)}.`);
    return [];
  }
}
