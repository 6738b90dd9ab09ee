import { type FilledAnswer, type FilledSheet, isTheme } from './filled.ts';
import { NOTE } from './words.ts';

/** The mark of a line that the sheet itself has; whatever is not marked was written by a person. */
const MARK = /<!-- ?worksec((?: [^\s<>]+)*) ?-->/;
/** A question whose mark was taken out. */
const UNMARKED = /^### \d+\. /;
const LABEL = /^\s*\**(Answered by|Date)\**\s*:\**(.*)/i;

interface Block {
  readonly reference: string;
  readonly line: number;
  readonly lines: string[];
}

/** Reads a sheet in Markdown. Undefined where the text has no mark of one. */
export function readMarkdown(text: string): FilledSheet | undefined {
  return MARK.test(text) ? new Reader().read(text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)) : undefined;
}

class Reader {
  private readonly answers: FilledAnswer[] = [];
  private readonly stray: { line: number; text: string }[] = [];
  private who = '';
  private date = '';
  /** Where a line belongs to: what stands above the first question, a heading, or an answer. */
  private at: 'head' | 'heading' | Block = 'head';
  private label: 'who' | 'date' | undefined;

  read(lines: readonly string[]): FilledSheet {
    lines.forEach((line, i) => {
      const mark = MARK.exec(line);
      if (mark) this.begin(line, mark, i + 1);
      else this.add(line, i + 1);
    });
    this.end();
    return { answers: this.answers, stray: this.stray };
  }

  private begin(line: string, mark: RegExpExecArray, number: number): void {
    this.end();
    const [whole] = mark;
    const reference = mark[1]!.trim();
    if (reference !== '') {
      const behind = line.slice(mark.index + whole.length).trim();
      this.at = { reference, line: number, lines: behind === '' ? [] : [behind] };
    } else if (/^# /.test(line)) {
      this.at = 'head';
      this.who = '';
      this.date = '';
    } else this.at = 'heading';
  }

  private add(line: string, number: number): void {
    if (typeof this.at === 'object') {
      if (!UNMARKED.test(line)) this.at.lines.push(line);
      else {
        this.end();
        this.at = 'heading';
        this.stray.push({ line: number, text: line.trim() });
      }
    } else if (this.at === 'head') this.head(line);
    else if (line.trim() !== '' && !line.startsWith(NOTE)) this.stray.push({ line: number, text: line.trim() });
  }

  /** Who answered, and when: behind the label or below it. */
  private head(line: string): void {
    const label = LABEL.exec(line);
    if (label) this.label = label[1]!.toLowerCase() === 'date' ? 'date' : 'who';
    const value = (label ? label[2]! : line).trim();
    if (value === '' || !this.label) return;
    this[this.label] = value;
    this.label = undefined;
  }

  private end(): void {
    this.label = undefined;
    if (typeof this.at !== 'object' || isTheme(this.at.reference)) return;
    const { reference, line, lines } = this.at;
    this.answers.push({ reference, line, text: answerIn(lines), who: this.who, date: this.date });
  }
}

/** The answer in the lines below a question: without the label, and without the signs of a quotation. */
function answerIn(lines: readonly string[]): string {
  const label = lines.findIndex((line) => /^\s*\**Answer\**:/i.test(line));
  const said = lines.map((line, i) => (i === label ? line.replace(/^\s*\**Answer\**:\**/i, '') : line).trim());
  const filled = said.filter((line) => line !== '');
  const quoted = filled.length > 0 && filled.every((line) => line.startsWith('>'));
  return said
    .map((line) => (quoted ? line.replace(/^>\s?/, '') : line))
    .join('\n')
    .trim();
}
