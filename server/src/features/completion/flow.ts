import type { Path } from '../../yaml/node.ts';
import { closingQuote } from './tokens.ts';

/** A list or map in brackets that is being read. */
export interface FlowFrame {
  readonly kind: 'list' | 'map';
  readonly path: Path;
  /** Keys read so far with their single values. */
  readonly entries: Map<string, string>;
  /** Single values read so far. */
  readonly elements: string[];
  key: string;
  position: number;
  /** What may come next: an element or a key, the value behind a colon, or only a comma. */
  state: 'item' | 'value' | 'after';
}

const ENDS = new Set([' ', '\t', '\r', '\n', ',', ']', '}', undefined]);
const isSpace = (unit: string | undefined): boolean => unit === ' ' || unit === '\t' || unit === '\n' || unit === '\r';

export const flowFrame = (kind: FlowFrame['kind'], path: Path, state: FlowFrame['state'] = 'item'): FlowFrame => ({
  kind,
  path,
  entries: new Map(),
  elements: [],
  key: '',
  position: 0,
  state,
});

/** Reads text in brackets unit by unit and can stop anywhere: what it holds then tells where that is. */
export class FlowReader {
  readonly stack: FlowFrame[] = [];
  /** The quotation mark behind which the reader stands. */
  quote: string | undefined;
  /** Where the word begins that is being read; -1 between words. */
  tokenStart = -1;
  /** Where it ends, so far. */
  tokenEnd = -1;
  /** Where the comment begins in which the reader stands; -1 outside comments. */
  comment = -1;

  constructor(
    private readonly text: string,
    private readonly base: Path,
  ) {}

  get top(): FlowFrame | undefined {
    return this.stack.at(-1);
  }

  /** Reads on. Returns the offset behind the last closing bracket, or -1 while brackets are open. */
  read(from: number, to: number): number {
    this.comment = -1;
    for (let at = from; at < to; at++) {
      const unit = this.text[at]!;
      if (this.quote !== undefined) {
        const close = closingQuote(this.text, at, to, this.quote);
        if (close < 0) return -1;
        this.quote = undefined;
        this.tokenEnd = close + 1;
        at = close;
      } else if (unit === '#' && (at === from || isSpace(this.text[at - 1]))) {
        const line = this.text.slice(at, to).search(/[\r\n]/);
        if (line < 0) this.comment = at;
        at = line < 0 ? to : at + line;
      } else if (this.readUnit(unit, at)) {
        return at + 1;
      }
    }
    return -1;
  }

  /** True where the last bracket closes. */
  private readUnit(unit: string, at: number): boolean {
    const { top } = this;
    if (isSpace(unit)) return false;
    if (unit === '[' || unit === '{') {
      this.dropToken();
      this.stack.push(flowFrame(unit === '[' ? 'list' : 'map', this.inner()));
    } else if (unit === ']' || unit === '}') {
      this.finish();
      this.stack.pop();
      if (this.top) this.top.state = 'after';
      return this.stack.length === 0;
    } else if (unit === ',' && top) {
      this.finish();
      top.position++;
      top.state = 'item';
    } else if (unit === ':' && top && (ENDS.has(this.text[at + 1]) || this.isQuoted())) {
      top.key = this.token() ?? '';
      if (top.kind === 'map') top.entries.set(top.key, '');
      top.state = top.kind === 'map' ? 'value' : 'after';
      this.dropToken();
    } else {
      if (this.tokenStart < 0) {
        this.tokenStart = at;
        if (unit === '"' || unit === "'") this.quote = unit;
      }
      this.tokenEnd = at + 1;
    }
    return false;
  }

  /** The path of what stands where the reader is. */
  inner(): Path {
    const { top } = this;
    if (!top) return this.base;
    return [...top.path, top.kind === 'map' ? top.key : top.position];
  }

  private isQuoted(): boolean {
    return this.tokenStart >= 0 && /["']/.test(this.text[this.tokenStart]!);
  }

  private token(): string | undefined {
    if (this.tokenStart < 0) return undefined;
    const cut = this.isQuoted() ? 1 : 0;
    return this.text.slice(this.tokenStart + cut, this.tokenEnd - cut);
  }

  private finish(): void {
    const [token, { top }] = [this.token(), this];
    this.dropToken();
    if (token === undefined || !top || top.state === 'after') return;
    if (top.kind === 'list') top.elements.push(token);
    else top.entries.set(top.state === 'item' ? token : top.key, token);
  }

  private dropToken(): void {
    this.tokenStart = -1;
  }
}
