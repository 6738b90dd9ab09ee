import { wrap } from '../reports/wrap.ts';
import { visible } from '../text/visible.ts';
import { COMMON_OPTIONS } from './arguments.ts';
import type { Command, Option } from './command.ts';
import type { Sink } from './terminal.ts';

/** Help on `worksec` as a whole. */
export function generalHelp(commands: readonly Command[], { paint, width }: Sink): string {
  const check = commands.find(({ name }) => name === 'check');
  return lines([
    'worksec asks the security questions inside the description of the work: it checks',
    'work system descriptions (*.work-system.yaml) and project charters (*.charter.yaml).',
    '',
    paint.bold('Usage'),
    '  worksec COMMAND [options]',
    '',
    paint.bold('Commands'),
    ...table(
      commands.map(({ name, takes, summary }) => [`${name} ${takes}`.trim(), summary]),
      width,
    ),
    '',
    paint.bold('Options'),
    ...table(
      [
        ['--help', 'Show this help; behind a command, help on that command.'],
        ['--version', 'Show the version.'],
      ],
      width,
    ),
    '',
    paint.bold('Examples'),
    ...table(check?.examples.slice(0, 3) ?? [], width),
  ]);
}

/** Help on one command. */
export function commandHelp(command: Command, { paint, width }: Sink): string {
  const options = Object.entries({ ...command.options, ...COMMON_OPTIONS });
  return lines([
    command.summary,
    '',
    paint.bold('Usage'),
    `  worksec ${[command.name, command.takes, '[options]', command.behind && `-- ${command.behind}`].filter(Boolean).join(' ')}`,
    '',
    paint.bold('Options'),
    ...table(
      options.map(([name, option]) => [usage(name, option), option.help]),
      width,
    ),
    ...(command.more ?? []).flatMap((paragraph) => ['', ...wrap(paragraph, width)]),
    '',
    paint.bold('Examples'),
    ...table(command.examples, width),
  ]);
}

const usage = (name: string, { value, mayBeBare, short }: Option): string =>
  `${short ? `-${short}, ` : ''}--${name}${value === undefined ? '' : mayBeBare ? `[=${value}]` : ` ${value}`}`;

function table(rows: readonly (readonly [string, string])[], width: number): string[] {
  const first = Math.max(0, ...rows.map(([left]) => left.length));
  return rows.flatMap(([left, right]) => {
    const [head = '', ...more] = wrap(visible(right), Math.max(30, width - first - 4));
    return [`  ${left.padEnd(first)}  ${head}`, ...more.map((line) => ' '.repeat(first + 4) + line)];
  });
}

const lines = (all: readonly string[]): string => all.map((line) => `${line.trimEnd()}\n`).join('');
