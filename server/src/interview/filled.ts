import { tableRows } from './cells.ts';
import type { COLUMNS } from './csv.ts';
import { readMarkdown } from './read-markdown.ts';
import { fileOf } from './reference.ts';

/** What somebody wrote below a question. */
export interface FilledAnswer {
  readonly reference: string;
  /** As it was written, line by line; empty where nothing was. */
  readonly text: string;
  readonly who: string;
  readonly date: string;
  /** The line of the sheet, from 1; of a table, the row. */
  readonly line: number;
}

/** A sheet as it came back. */
export interface FilledSheet {
  readonly answers: readonly FilledAnswer[];
  /** Lines that hold something and belong to no question. */
  readonly stray: readonly { readonly line: number; readonly text: string }[];
}

/** Reads a sheet in Markdown or as a table. Undefined where the text is neither. Never throws. */
export function readSheet(text: string): FilledSheet | undefined {
  const rows = tableRows(text);
  const columns = (rows[0] ?? []).map((name) => name.trim().toLowerCase());
  if (columns.includes('ref') && columns.includes('answer')) return readTable(rows, columns);
  return readMarkdown(text);
}

/** The answers of a sheet by the file each is for; under an empty name those that name none. */
export function answersByFile({ answers }: FilledSheet): ReadonlyMap<string, readonly FilledAnswer[]> {
  const files = new Map<string, FilledAnswer[]>();
  for (const answer of answers) {
    const file = fileOf(answer.reference) ?? '';
    files.set(file, [...(files.get(file) ?? []), answer]);
  }
  return files;
}

function readTable(rows: readonly (readonly string[])[], columns: readonly string[]): FilledSheet {
  const cell = (row: readonly string[], name: (typeof COLUMNS)[number]): string =>
    (row[columns.indexOf(name)] ?? '').trim();
  const all = rows.slice(1).map((row, i) => ({
    reference: cell(row, 'ref'),
    text: cell(row, 'answer'),
    who: cell(row, 'who'),
    date: cell(row, 'date'),
    line: i + 2,
  }));
  return {
    answers: all.filter(({ reference }) => reference !== '' && !isTheme(reference)),
    stray: all.filter(({ reference, text }) => reference === '' && text !== ''),
  };
}

/** A topic of the walk-through; what was said to it goes into no field. */
export const isTheme = (reference: string): boolean => reference.startsWith('theme ');
