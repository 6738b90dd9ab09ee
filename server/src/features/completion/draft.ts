import { keyText, type RenderStyle } from '../../yaml/render.ts';

/**
 * Text to be inserted, with places for a person to fill: a stop (with words that stand there at first), fixed text, a
 * list, a map, or a place below the key where something else goes on.
 */
export type Draft =
  | { readonly stop: string }
  | { readonly text: string }
  | { readonly list: readonly Draft[]; readonly block?: boolean }
  | { readonly fields: readonly (readonly [string, Draft])[] }
  | { readonly below: true };

export const stop = (words = ''): Draft => ({ stop: words });
export const fixed = (text: string): Draft => ({ text });
export const fields = (entries: readonly (readonly [string, Draft])[]): Draft => ({ fields: entries });

/** How a draft is written: the indentation of the document, its line end, and whether the editor takes tab stops. */
export interface Writing {
  readonly style: RenderStyle;
  readonly eol: string;
  readonly snippets: boolean;
}

/** A draft as text to insert; `snippet` is true where it has tab stops in it. */
export interface Written {
  readonly text: string;
  readonly snippet: boolean;
}

/** `key: value` in brackets, or as lines from a column on: the first line has no indentation of its own. */
export function writeEntry(
  key: string | Draft,
  value: Draft,
  flow: boolean,
  column: number,
  writing: Writing,
): Written {
  const pen = new Pen(writing);
  const name = typeof key === 'string' ? escaped(keyText(key, flow)) : pen.flow(key);
  return pen.finish(flow ? [`${name}: ${pen.flow(value)}`] : pen.entry(name, value), column);
}

/** A value in brackets or behind a dash, its further lines indented to a column. */
export function writeValue(value: Draft, flow: boolean, column: number, writing: Writing): Written {
  const pen = new Pen(writing);
  return pen.finish(flow ? [pen.flow(value)] : pen.lines(value), column);
}

/** A value on lines of its own below its key; the text begins with the end of the key's line. */
export function writeBelow(value: Draft, column: number, writing: Writing): Written {
  const pen = new Pen(writing);
  const by = 'list' in value ? writing.style.dash : writing.style.width;
  return pen.finish(['', ...pen.lines(value).map((line) => indent(line, by))], column);
}

/** A draft as `- value` from a column on. */
export function writeElement(value: Draft, column: number, writing: Writing): Written {
  const pen = new Pen(writing);
  return pen.finish(pen.element(value), column);
}

class Pen {
  private stops = 0;
  private worded = false;

  constructor(private readonly writing: Writing) {}

  flow(draft: Draft): string {
    if ('stop' in draft) return this.stop(draft.stop);
    if ('text' in draft) return escaped(draft.text);
    if ('list' in draft) return `[${draft.list.map((each) => this.flow(each)).join(', ')}]`;
    if ('below' in draft) return `{ ${this.stop('')} }`;
    return `{ ${draft.fields.map(([key, value]) => `${key}: ${this.flow(value)}`).join(', ')} }`;
  }

  lines(draft: Draft): string[] {
    if ('list' in draft && draft.block) return draft.list.flatMap((each) => this.element(each));
    if ('fields' in draft) return draft.fields.flatMap(([key, value]) => this.entry(key, value));
    return ['below' in draft ? this.stop('') : this.flow(draft)];
  }

  entry(key: string, value: Draft): string[] {
    const { style } = this.writing;
    if ('fields' in value || 'below' in value)
      return [`${key}:`, ...this.lines(value).map((line) => indent(line, style.width))];
    if ('list' in value && value.block)
      return [`${key}:`, ...this.lines(value).map((line) => indent(line, style.dash))];
    return [`${key}: ${this.flow(value)}`];
  }

  element(value: Draft): string[] {
    const [first = '', ...rest] = this.lines(value);
    return [`- ${first}`, ...rest.map((line) => indent(line, 2))];
  }

  private stop(words: string): string {
    this.stops++;
    if (words === '') return `$${this.stops}`;
    this.worded = true;
    return `\${${this.stops}:${escaped(words)}}`;
  }

  finish(lines: readonly string[], column: number): Written {
    const text = lines.map((line, i) => (i === 0 ? line : indent(line, column))).join(this.writing.eol);
    // One blank place is where the cursor ends up; at the end of the text it does so by itself.
    const ended = this.stops === 1 && !this.worded ? text.replace(/(?<!\\)\$1/, '$0').replace(/(?<!\\)\$0$/, '') : text;
    const snippet = this.writing.snippets && /(?<!\\)\$/.test(ended);
    return { text: snippet ? ended : withoutStops(ended), snippet };
  }
}

const indent = (line: string, by: number): string => (line === '' ? '' : ' '.repeat(by) + line);

/** Text in which nothing stands for a tab stop. */
export const escaped = (text: string): string => text.replace(/[\\$}]/g, '\\$&');

/** A snippet as plain text: each stop with the words that stand there at first. */
export const withoutStops = (snippet: string): string =>
  snippet.replace(/\\([\\$}])|\$\d+|\$\{\d+:((?:[^\\}]|\\.)*)\}/g, (_all, unit: string | undefined, words = '') =>
    unit !== undefined ? unit : words.replace(/\\([\\$}])/g, '$1'),
  );
