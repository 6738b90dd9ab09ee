import type { Position } from 'vscode-languageserver-protocol';

export interface Insertion {
  readonly at: Position;
  readonly text: string;
}

/** A text somebody types in. */
export class TypedText {
  private readonly lines: string[];
  private keys = 0;

  constructor(text: string) {
    this.lines = text.split('\n');
  }

  get whole(): string {
    return this.lines.join('\n');
  }

  /** A letter at the end of a sentence, each time in another part of the text. */
  letter(): Insertion {
    const part = (this.keys++ * GOLDEN) % 1;
    const sentences = [...this.lines.keys()].filter((line) => /^ {4}(?:name|does): /.test(this.lines[line]!));
    return this.insert(sentences[Math.floor(part * sentences.length)]!);
  }

  /** A line in the middle of an item that has no value yet, so that the text cannot be read as YAML. */
  break(): Insertion {
    this.brokenLine = this.lines.findIndex((line, at) => at > this.lines.length / 2 && /^ {4}name: /.test(line));
    return this.insert(this.brokenLine, '\n    protec');
  }

  /** One more letter on that line. */
  brokenLetter(): Insertion {
    return this.insert(this.brokenLine + 1);
  }

  private brokenLine = -1;

  private insert(line: number, text = 'e'): Insertion {
    const at = { line, character: this.lines[line]!.length };
    this.lines.splice(line, 1, ...(this.lines[line] + text).split('\n'));
    return { at, text };
  }
}

/** Its multiples fall evenly between whole numbers. */
const GOLDEN = (Math.sqrt(5) - 1) / 2;
