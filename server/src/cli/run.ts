import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { version } from '../../../package.json';
import { nearest } from '../formats/nearest.ts';
import { visible } from '../text/visible.ts';
import { answers } from './answers.ts';
import { readArguments } from './arguments.ts';
import { baseline } from './baseline.ts';
import { check } from './check.ts';
import { type Command, EXIT, type Exit, UsageError } from './command.ts';
import { diff } from './diff.ts';
import { explain } from './explain.ts';
import { commandHelp, generalHelp } from './help.ts';
import { init } from './init.ts';
import { lsp } from './lsp.ts';
import { merge } from './merge.ts';
import { questions } from './questions.ts';
import { report } from './report.ts';
import { rules } from './rules.ts';
import type { Terminal } from './terminal.ts';

const COMMANDS: readonly Command[] = [
  check,
  merge,
  report,
  baseline,
  diff,
  questions,
  answers,
  rules,
  explain,
  init,
  lsp,
];

/** Carries out `worksec` with what follows it on the command line. */
export async function run(args: readonly string[], terminal: Terminal): Promise<Exit> {
  try {
    return await carryOut(args, terminal);
  } catch (error) {
    const { err } = terminal;
    const isUsage = error instanceof UsageError;
    const message = isUsage ? error.message : `This is a fault of worksec itself: ${faultOf(error)}`;
    err.write(`${err.paint.red('worksec:')} ${visible(message)}\n`);
    if (isUsage && error.hint) err.write(`${visible(error.hint)}\n`);
    return EXIT.trouble;
  }
}

async function carryOut(args: readonly string[], terminal: Terminal): Promise<Exit> {
  const [name, ...rest] = args;
  const { out } = terminal;
  if (name === undefined || name === '--help' || name === '-h' || (name === 'help' && rest.length === 0)) {
    out.write(generalHelp(COMMANDS, out));
    return EXIT.clean;
  }
  if (name === '--version' || name === '-v') {
    out.write(`${version}\n`);
    return EXIT.clean;
  }
  if (name === 'help') {
    out.write(commandHelp(commandNamed(rest[0]!, terminal), out));
    return EXIT.clean;
  }
  const command = commandNamed(name, terminal);
  const { words, options, behind } = readArguments(command, rest);
  if (options.help) {
    out.write(commandHelp(command, out));
    return EXIT.clean;
  }
  return command.run(words, options, terminal, behind);
}

function commandNamed(name: string, { cwd }: Terminal): Command {
  const command = COMMANDS.find((each) => each.name === name);
  if (command) return command;
  if (!name.startsWith('-') && existsSync(resolve(cwd, name)))
    throw new UsageError(`${name} is no command.`, `To check it: worksec check ${name}`);
  const near = nearest(name, [...COMMANDS.map((each) => each.name), 'help', '--help', '--version']);
  throw new UsageError(
    `${name} is no ${name.startsWith('-') ? 'option' : 'command'} of worksec.${near ? ` Did you mean ${near}?` : ''}`,
    near ? undefined : 'worksec --help shows what there is.',
  );
}

const faultOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));
