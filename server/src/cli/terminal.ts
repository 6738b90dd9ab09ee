import { createColors } from 'picocolors';
import { type Paint, plain } from '../reports/paint.ts';

/** What a command may do with the world around it. */
export interface Terminal {
  /** The working directory. */
  readonly cwd: string;
  readonly out: Sink;
  readonly err: Sink;
  /** The script of this program, from which workers can be started; undefined where it runs within another. */
  readonly program?: string;
}

/** A place to print to. */
export interface Sink {
  readonly write: (text: string) => void;
  readonly paint: Paint;
  /** Columns of a line. */
  readonly width: number;
  /** True for a screen on which a line can be written over. */
  readonly isLive?: boolean;
}

/** Columns where there is no terminal to ask. */
export const USUAL_WIDTH = 100;

/** The terminal this process was started from. */
export const thisTerminal = (program: string): Terminal => ({
  program,
  cwd: process.cwd(),
  out: sink(process.stdout),
  err: sink(process.stderr),
});

function sink(stream: NodeJS.WriteStream): Sink {
  return {
    write: (text) => void stream.write(text),
    paint: wantsColours(stream, process.env) ? createColors(true) : plain,
    isLive: stream.isTTY === true && process.env.TERM !== 'dumb',
    width: stream.isTTY && stream.columns > 0 ? Math.min(stream.columns, 120) : USUAL_WIDTH,
  };
}

/** Colours on a terminal only, unless the usual variables say otherwise; NO_COLOR wins. */
function wantsColours(stream: NodeJS.WriteStream, env: NodeJS.ProcessEnv): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return !['0', 'false'].includes(env.FORCE_COLOR);
  return stream.isTTY === true && env.TERM !== 'dumb';
}
