import Papa from 'papaparse';

/**
 * A table as text that spreadsheets open as it is meant: UTF-8 with its mark, lines as RFC 4180 has them, and no cell
 * that a spreadsheet would take for a formula and work out.
 */
export const tableText = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${Papa.unparse(
    rows.map((row) => row.map(guarded)),
    { newline: '\r\n' },
  )}\r\n`;

/**
 * The rows of a table that a person or a spreadsheet has saved, with commas, semicolons or tabs between the cells: the
 * first line, which holds plain words only, tells which.
 */
export function tableRows(text: string): string[][] {
  const table = text.replace(/^\ufeff?(?:sep=.\r?\n)?/i, '');
  const [head = ''] = table.split(/[\r\n]/, 1);
  const cells = (separator: string): number => head.split(separator).length;
  const delimiter = [',', ';', '\t'].reduce((best, each) => (cells(each) > cells(best) ? each : best));
  const { data } = Papa.parse<string[]>(table, { delimiter });
  return data.map((row) => row.map(unguarded));
}

/** What a spreadsheet takes for a formula when a cell begins with it, behind any quotes that already guard it. */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/;

const guarded = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell);

const unguarded = (cell: string): string => (cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell);
