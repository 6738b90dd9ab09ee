import type { Terminal } from './terminal.ts';

/** How a run ended, as the shell is told. */
export const EXIT = { clean: 0, findings: 1, trouble: 2 } as const;
export type Exit = (typeof EXIT)[keyof typeof EXIT];

/** An option of a command; with `value` it takes one, which help calls by that word. */
export interface Option {
  readonly value?: string;
  /** A letter that stands for it: `-o`. */
  readonly short?: string;
  /** The value may be left out; it then has to be given as in `--name=value`, so that it is not taken for a path. */
  readonly mayBeBare?: boolean;
  readonly help: string;
}

/** Options as they were given: texts, and true for those without a value. */
export type Given = Readonly<Record<string, string | true | undefined>>;

/** A command of `worksec`. Help and reading of the arguments both go by this description. */
export interface Command {
  readonly name: string;
  /** What it does, in one line. */
  readonly summary: string;
  /** What follows the name, such as `[paths…]`; empty where nothing may. */
  readonly takes: string;
  /** What may follow `--`, where that is something else than more of the same, such as `[paths…]`. */
  readonly behind?: string;
  /** How many plain arguments there may be. */
  readonly least: number;
  readonly most: number;
  readonly options: Readonly<Record<string, Option>>;
  /** Paragraphs below the options. */
  readonly more?: readonly string[];
  readonly examples: readonly (readonly [command: string, meaning: string])[];
  readonly run: (
    words: readonly string[],
    options: Given,
    terminal: Terminal,
    behind: readonly string[],
  ) => Exit | Promise<Exit>;
}

/** The command was called in a way it does not understand, or could not do what it was told. */
export class UsageError extends Error {
  constructor(
    message: string,
    /** What to do about it, where that can be said. */
    readonly hint?: string,
  ) {
    super(message);
  }
}
