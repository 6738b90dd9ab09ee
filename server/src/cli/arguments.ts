import { parseArgs } from 'node:util';
import { nearest } from '../formats/nearest.ts';
import { type Command, type Given, type Option, UsageError } from './command.ts';

/** Options every command has. */
export const COMMON_OPTIONS: Readonly<Record<string, Option>> = { help: { short: 'h', help: 'Show this help.' } };

export interface Arguments {
  readonly words: readonly string[];
  readonly options: Given;
  /** What follows `--`, of a command that sets it apart. */
  readonly behind: readonly string[];
}

/** Reads what follows a command's name. Says in plain words what does not fit. */
export function readArguments(command: Command, args: readonly string[]): Arguments {
  const known = { ...command.options, ...COMMON_OPTIONS };
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      Object.entries(known).map(([name, { value, mayBeBare, short }]) => [
        name,
        { type: value && !mayBeBare ? ('string' as const) : ('boolean' as const), ...(short && { short }) },
      ]),
    ),
    allowPositionals: true,
    // Not strict, since its own messages are made for programmers; what it would refuse is refused below.
    strict: false,
    tokens: true,
  });
  const words: string[] = [];
  const behind: string[] = [];
  let positionals = words;
  const options: Record<string, string | true> = {};
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind === 'option-terminator' && command.behind !== undefined) positionals = behind;
    if (token.kind !== 'option') continue;
    options[token.name] = optionValue(command, token, known);
  }
  if (!options.help) checkCount(command, words);
  return { words, options, behind };
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

function optionValue(
  command: Command,
  { name, rawName, value, inlineValue }: OptionToken,
  known: Readonly<Record<string, Option>>,
): string | true {
  const option = Object.hasOwn(known, name) ? known[name] : undefined;
  const help = `worksec ${command.name} --help lists the options.`;
  if (!option) {
    const near = nearest(name, Object.keys(known));
    throw new UsageError(
      `${command.name} has no option ${rawName}.${near ? ` Did you mean --${near}?` : ''}`,
      near ? undefined : help,
    );
  }
  if (!option.value) {
    if (value !== undefined) throw new UsageError(`${rawName} takes no value.`, help);
    return true;
  }
  if (option.mayBeBare && value === undefined) return true;
  if (value === undefined || value === '' || (!inlineValue && /^-./.test(value)))
    throw new UsageError(`${rawName} needs a value: ${rawName} ${option.value}.`, help);
  return value;
}

function checkCount(command: Command, words: readonly string[]): void {
  const help = `worksec ${command.name} --help shows how it is used.`;
  if (words.length < command.least) throw new UsageError(`${command.name} needs ${command.takes}.`, help);
  if (words.length > command.most)
    throw new UsageError(
      command.most === 0
        ? `${command.name} takes no arguments, but ${words[0]} was given.`
        : `${command.name} takes ${command.takes} only, but ${words[command.most]} was given too.`,
      help,
    );
}

/** The value of an option that is one of a few words. */
export function choice<W extends string>(options: Given, name: string, words: readonly W[], otherwise: W): W {
  const given = options[name];
  if (given === undefined) return otherwise;
  const found = words.find((word) => word === given);
  if (found) return found;
  const near = nearest(String(given), words);
  throw new UsageError(
    `--${name} takes ${words.slice(0, -1).join(', ')} or ${words.at(-1)}, not ${given}.${near ? ` Did you mean ${near}?` : ''}`,
  );
}

/** The value of an option that takes one. */
export const textOption = (options: Given, name: string): string | undefined => {
  const given = options[name];
  return given === true ? undefined : given;
};
