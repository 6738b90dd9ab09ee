import fc from 'fast-check';

/** Plain data as descriptions hold it. */
export type Data = null | string | number | boolean | Data[] | { [key: string]: Data };

const word = fc.constantFrom(
  'claim',
  'two words',
  'é 😀',
  'yes',
  '007',
  'x: y',
  'a, b',
  '- dash',
  '',
  "it's",
  'say "so"',
  '#1',
  'c # d',
);
const single: fc.Arbitrary<Data> = fc.oneof(word, fc.integer({ min: -5, max: 5 }), fc.boolean(), fc.constant(null));
export const keys = fc.constantFrom('a', 'b', 'c', 'claim-file', 'on', 'x y', '1', 'k: l', 'é', '[k]');

/** A root map with maps, lists and single values below it. */
export const description: fc.Arbitrary<{ [key: string]: Data }> = fc.letrec<{
  value: Data;
  map: { [key: string]: Data };
}>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    single,
    tie('map'),
    fc.array(tie('value'), { maxLength: 3 }),
  ),
  map: fc.dictionary(keys, tie('value'), { maxKeys: 3, noNullPrototype: true }),
})).map;

/** The ways one may write the same data; `pick` answers each question of style. */
export interface Hand {
  readonly width: number;
  readonly dash: number;
  readonly eol: string;
  /** A number from 0 up to, not including, `count`. */
  pick(count: number): number;
}

export const hand: fc.Arbitrary<Hand> = fc
  .record({
    width: fc.constantFrom(2, 2, 4, 1, 3),
    dashes: fc.boolean(),
    eol: fc.constantFrom('\n', '\n', '\r\n', '\r'),
    answers: fc.array(fc.nat({ max: 59 }), { minLength: 40, maxLength: 40 }),
  })
  .map(({ width, dashes, eol, answers }) => {
    let asked = 0;
    const pick = (count: number): number => (answers[asked++ % answers.length] ?? 0) % count;
    return { width, dash: dashes ? width : 0, eol, pick };
  });

/** Writes a root map by hand: comments, blank lines, quotes, block texts and flow style where the hand likes them. */
export function write(root: { [key: string]: Data }, by: Hand): string {
  const names = Object.keys(root);
  if (names.length === 0) return `{}${by.eol}`;
  if (by.pick(8) === 0) return flow(root, by) + by.eol;
  const lines = mapLines(root, by);
  // Texts that went through several editors mix their line ends.
  const mixed = by.pick(4) === 0;
  const ended = lines.map((line) => line + (mixed && by.pick(2) === 0 ? '\r\n' : by.eol)).join('');
  return by.pick(4) === 0 ? ended.trimEnd() : ended;
}

function mapLines(map: { [key: string]: Data }, by: Hand): string[] {
  return Object.entries(map).flatMap(([key, value]) => [
    ...remark(by),
    ...behind(`${quoted(key, by)}:`, value, by, Array.isArray(value) ? by.dash : by.width, true),
  ]);
}

function behind(head: string, value: Data, by: Hand, indent: number, isKey: boolean): string[] {
  const tail = by.pick(5) === 0 ? ' # c, "d' : '';
  const pad = (lines: string[]): string[] => lines.map((line) => (line === '' ? '' : ' '.repeat(indent) + line));
  if (value === null) return [head + tail];
  if (typeof value === 'object') {
    const empty = Object.keys(value).length === 0;
    if (empty || by.pick(3) === 0) return flowLines(`${head} `, value, by, tail, indent);
    const lines = Array.isArray(value) ? listLines(value, by) : mapLines(value, by);
    if (isKey) return [head + tail, ...pad(lines)];
    if (lines[0]?.startsWith('#') || lines[0] === '' || by.pick(6) === 0) return [head, ...pad(lines)];
    return [`${head} ${lines[0]}`, ...pad(lines.slice(1))];
  }
  const style = typeof value === 'string' ? by.pick(8) : 8;
  if (style === 0 && value !== '' && indent > 0) return [`${head} |-`, ...pad([String(value)])];
  if (style === 1 && value !== '' && indent > 0)
    return [`${head} >-${tail}`, ...pad([String(value), '']), ...(by.pick(2) ? [''] : [])];
  if (style === 2 && value === 'two words' && indent > 0) return [`${head} two`, `${' '.repeat(indent)}words${tail}`];
  return [`${head} ${scalar(value, by, false)}${tail}`];
}

function listLines(list: Data[], by: Hand): string[] {
  return list.flatMap((item) => [...remark(by), ...behind('-', item, by, 2, false)]);
}

function remark(by: Hand): string[] {
  const kind = by.pick(12);
  return kind === 0 ? ['# about'] : kind === 1 ? [''] : [];
}

function flowLines(head: string, value: Data, by: Hand, tail: string, indent: number): string[] {
  const count = typeof value === 'object' && value !== null ? Object.keys(value).length : 0;
  if (count === 0 || by.pick(3) > 0) return [head + flow(value, by) + tail];
  const items = flowItems(value, by);
  const pad = ' '.repeat(Math.max(indent, 1) + 1);
  const last = items.length - 1;
  const comma = by.pick(3) === 0 ? ',' : '';
  const lines = items.map((item, i) => `${pad}${item}${i < last ? ',' : comma}${by.pick(4) === 0 ? ' # ]} x' : ''}`);
  return [head + (Array.isArray(value) ? '[' : '{'), ...lines, pad + (Array.isArray(value) ? ']' : '}') + tail];
}

function flowItems(value: Data, by: Hand): string[] {
  if (Array.isArray(value)) return value.map((item) => flow(item, by) || 'null');
  return Object.entries(value as { [key: string]: Data }).map(([key, one]) => {
    const text = flow(one, by);
    return `${quoted(key, by, true)}:${text === '' ? ' ' : ` ${text}`}`;
  });
}

function flow(value: Data, by: Hand): string {
  if (value === null) return '';
  if (typeof value !== 'object') return scalar(value, by, true);
  const comma = Object.keys(value).length > 0 && by.pick(5) === 0 ? ',' : '';
  const [open, close] = Array.isArray(value) ? ['[', ']'] : by.pick(2) ? ['{ ', ' }'] : ['{', '}'];
  return open + flowItems(value, by).join(by.pick(2) ? ', ' : ' , ') + comma + close;
}

function quoted(key: string, by: Hand, inFlow = false): string {
  return scalar(key, by, inFlow);
}

function scalar(value: string | number | boolean, by: Hand, _inFlow: boolean): string {
  if (typeof value !== 'string') return String(value);
  if (by.pick(2) === 0 && /^(?:[a-cé]|claim|claim-file|two words|x y|on)$/.test(value)) return value;
  return by.pick(2) ? JSON.stringify(value) : `'${value.replaceAll("'", "''")}'`;
}
