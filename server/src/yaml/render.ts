/** How new text is indented, taken from the text it goes into. */
export interface RenderStyle {
  /** Blanks one level of a map is indented by. */
  readonly width: number;
  /** Blanks the dashes of a list are indented by, counted from its key. */
  readonly dash: number;
}

/** Longest list of single values that is written on one line. */
const longestLine = 80;

/** True for a value that is written behind its key: single values, empty ones and short lists of single values. */
export function isInline(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isSingle) && flowText(value).length <= longestLine;
  return isSingle(value) || Object.keys(value as object).length === 0;
}

function isSingle(value: unknown): boolean {
  return value === null || typeof value !== 'object';
}

/** A value on one line. Null is an empty slot, which inside a list has to be spelled out. */
export function flowText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flowElement).join(', ')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = given(value).map(([key, one]) => flowEntry(key, one));
    return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
  }
  return singleText(value, true);
}

/** A value as it stands between brackets. */
export function flowElement(value: unknown): string {
  return flowText(value) || 'null';
}

/** `key: value` as it stands between braces. */
export function flowEntry(key: string, value: unknown): string {
  return `${keyText(key, true)}:${behind(flowText(value))}`;
}

/** The text behind a colon or a dash. */
export function behind(text: string): string {
  return text === '' ? '' : ` ${text}`;
}

/** `key: value` as lines of a block map, indented from the key's own column. */
export function entryLines(key: string, value: unknown, style: RenderStyle): string[] {
  const name = `${keyText(key, false)}:`;
  if (isInline(value)) return [name + behind(inlineText(value))];
  const by = Array.isArray(value) ? style.dash : style.width;
  return [name, ...indented(blockLines(value, style), by)];
}

/** The entries of a map or the elements of a list as lines, for values that are not written behind their key. */
export function blockLines(value: unknown, style: RenderStyle): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => elementLines(item, style));
  return given(value as object).flatMap(([key, one]) => entryLines(key, one, style));
}

/** `- value` as lines of a block list. */
export function elementLines(value: unknown, style: RenderStyle): string[] {
  if (isInline(value)) return [`-${behind(inlineText(value))}`];
  const [first = '', ...rest] = blockLines(value, style);
  return [`- ${first}`, ...indented(rest, 2)];
}

/** A value that {@link isInline}, as it stands behind a key of a block map. */
export function inlineText(value: unknown): string {
  return isSingle(value) ? singleText(value, false) : flowText(value);
}

/** A remark as lines of comment. */
export function commentLines(comment: string | undefined): string[] {
  return comment === undefined || comment === ''
    ? []
    : comment.split(/\r\n|\n|\r/).map((line) => `# ${line}`.trimEnd());
}

function indented(lines: readonly string[], by: number): string[] {
  return lines.map((line) => ' '.repeat(by) + line);
}

function given(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, one]) => one !== undefined);
}

function singleText(value: unknown, inFlow: boolean): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return numberText(value);
  return typeof value === 'string' ? stringText(value, inFlow) : String(value);
}

function numberText(value: number): string {
  if (Number.isNaN(value)) return '.nan';
  if (Number.isFinite(value)) return Object.is(value, -0) ? '-0' : String(value);
  return value < 0 ? '-.inf' : '.inf';
}

/** A key, in quotes where it needs them; `like` keeps the quotes of the key it replaces. */
export function keyText(key: string, inFlow: boolean, like = ''): string {
  if (like === "'" && !needsEscapes(key)) return singleQuoted(key);
  return like === '"' ? doubleQuoted(key) : stringText(key, inFlow);
}

function stringText(text: string, inFlow: boolean): string {
  if (isPlain(text, inFlow)) return text;
  const single = /["\\]/.test(text) && !text.includes("'") && !needsEscapes(text);
  return single ? singleQuoted(text) : doubleQuoted(text);
}

function isPlain(text: string, inFlow: boolean): boolean {
  if (text === '' || text !== text.trim() || needsEscapes(text)) return false;
  if (/^[-?:,[\]{}#&*!|>'"%@`=]|^\.\.\.|^<<$/.test(text)) return false;
  if (/:(?:\s|$)|\s#/.test(text)) return false;
  if (inFlow && /[,[\]{}]|:$/.test(text)) return false;
  return !readsAsOtherType(text);
}

/**
 * Words and figures that some YAML reader takes for true, false, nothing or a number. Dates stay plain: the format
 * has them as text.
 */
function readsAsOtherType(text: string): boolean {
  if (/^(?:~|null|true|false|yes|no|on|off|y|n)$/i.test(text)) return true;
  if (/^[-+]?\.(?:inf|nan)$/i.test(text)) return true;
  if (/^[-+]?(?:0x[\da-f_]+|0o[0-7_]+|0b[01_]+)$/i.test(text)) return true;
  return (
    /^[-+]?(?:\.\d[\d_]*|\d[\d_]*(?:\.[\d_]*)?)(?:e[-+]?\d+)?$/i.test(text) ||
    /^[-+]?\d+(?::\d+)+(?:\.\d*)?$/.test(text)
  );
}

/** Characters that only double quotes can hold. */
function needsEscapes(text: string): boolean {
  return unprintable.test(text);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
const unprintable = /[\0-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/;

function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function doubleQuoted(text: string): string {
  return JSON.stringify(text).replace(new RegExp(unprintable, 'g'), (one) => {
    return `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
