import { parseArgs } from 'node:util';

/** The numbers a script is given as `--name 5`, with those it takes where it is given none. */
export function numbersGiven<N extends string>(usual: Readonly<Record<N, number>>): Record<N, number> {
  const options = Object.fromEntries(Object.keys(usual).map((name) => [name, { type: 'string' as const }]));
  const { values } = parseArgs({ options });
  const numbers = Object.entries<number>(usual).map(([name, otherwise]) => [name, Number(values[name] ?? otherwise)]);
  const wrong = numbers.find(([, value]) => !Number.isFinite(value));
  if (wrong) throw new Error(`--${wrong[0]} takes a number.`);
  return Object.fromEntries(numbers) as Record<N, number>;
}
