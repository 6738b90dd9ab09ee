import { createColors } from 'picocolors';
import { type Paint, plain } from '../reports/paint.ts';

/** What a command may do with the world around it. */
export interface Terminal {
  /** The working directory. */
  readonly cwd: string;
  readonly out: Sink;
  readonly err: Sink;
}

/** A place to print to. */
export interface Sink {
  readonly write: (text: string) => void;
  readonly paint: Paint;
  /** Columns of a line. */
  readonly width: number;
}

/** Columns where there is no terminal to ask. */
export const USUAL_WIDTH = 100;

/** The terminal this process was started from. */
export const thisTerminal = (): Terminal => ({
  cwd: process.cwd(),
  out: sink(process.stdout),
  err: sink(process.stderr),
});

function sink(stream: NodeJS.WriteStream): Sink {
  return {
    write: (text) => void stream.write(text),
    paint: wantsColours(stream, process.env) ? createColors(true) : plain,
    width: stream.isTTY && stream.columns > 0 ? Math.min(stream.columns, 120) : USUAL_WIDTH,
  };
}

/** Colours on a terminal only, unless the usual variables say otherwise; NO_COLOR wins. */
function wantsColours(stream: NodeJS.WriteStream, env: NodeJS.ProcessEnv): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return !['0', 'false'].includes(env.FORCE_COLOR);
  return stream.isTTY === true && env.TERM !== 'dumb';
}
