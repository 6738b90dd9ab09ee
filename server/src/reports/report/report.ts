import type { CheckedFile } from '../../check/check.ts';
import type { CheckedDocument } from '../../check/checked-document.ts';
import type { Coverage } from '../../check/questions.ts';
import type { Kind } from '../../formats/common.ts';
import type { Day } from '../../formats/dates.ts';
import { type NamedPicture, picturesOf } from '../../pictures/pictures.ts';
import type { Severity } from '../../rules/rule.ts';
import type { Settings } from '../../settings.ts';
import type { Comparison } from '../diff.ts';
import { documentReports } from './document-report.ts';
import type { Exception } from './exceptions.ts';
import { type Listed, listedIn, type Shared, sharedAmong } from './shared.ts';

/** A checked file that is to be reported on, with the settings it was checked by. */
export interface ReportableFile {
  readonly checked: CheckedFile;
  readonly settings: Settings;
  /** The same file as it was before, where a comparison is asked for; not there where it did not exist then. */
  readonly before?: CheckedFile | 'unreadable' | undefined;
}

export interface ReportOptions {
  readonly today: Day;
  /** What the earlier state is called, where the files are compared with one. */
  readonly since?: string | undefined;
  /** Files of the earlier state that are no longer there. */
  readonly gone?: readonly string[];
  /** True where pictures are wanted too: laying them out takes longer than all the rest. */
  readonly pictures?: boolean;
}

/** Everything a report says, as plain data; its renderings only lay it out. */
export interface Report {
  readonly today: Day;
  readonly since?: string;
  readonly gone?: readonly string[];
  readonly documents: readonly DocumentReport[];
  /** What several of the documents have in common. */
  readonly shared: readonly Shared[];
}

/** One description or charter, or a file that could not be read as one. */
export interface DocumentReport {
  readonly file: string;
  /** In a file of several documents: the document's id, or its number from 0. */
  readonly document?: string;
  readonly kind?: Kind;
  readonly title?: string;
  readonly purpose?: string;
  /** The day on which a description was true. */
  readonly describedOn?: string;
  /** How things stand, in a few sentences. */
  readonly summary: readonly string[];
  readonly counts: Coverage;
  /** By element or phase, in the order people read them; what belongs to none comes last. */
  readonly areas: readonly AreaReport[];
  /** Who could answer what is open, those with most of it first. */
  readonly people: readonly Person[];
  readonly exceptions: readonly Exception[];
  readonly since?: Since;
  readonly figures: readonly string[];
  readonly standards: readonly StandardReport[];
  /** Without a style sheet: the page around them has it once for all. */
  readonly pictures?: readonly NamedPicture[];
}

export interface AreaReport {
  readonly id: string;
  readonly name: string;
  readonly counts: Coverage;
  readonly open: readonly OpenPoint[];
  readonly answers: readonly Answer[];
  /** How many more questions are answered by what is listed elsewhere, without words of their own. */
  readonly implied: number;
}

/** Something that is open: a question, or an observation that somebody should look at. */
export interface OpenPoint {
  readonly rule: string;
  /** Not there for a question that somebody will settle later. */
  readonly severity?: Severity;
  /** The question in the words of the file or, where it is open for several items, in general. */
  readonly question: string;
  readonly items: readonly OpenItem[];
}

export interface OpenItem extends Spot {
  readonly message: string;
  /** Who could answer, by name; empty where nobody is named. */
  readonly who: readonly string[];
  /** The day by which somebody said it would be settled. */
  readonly by?: string;
}

export interface Person {
  readonly name: string;
  /** How many open points they could answer, and under which elements or phases. */
  readonly open: number;
  readonly areas: readonly string[];
}

/** A place in a file. */
export interface Spot {
  /** The dotted path. */
  readonly at: string;
  /** What people call it. */
  readonly about: string;
  /** Lines count from 1. */
  readonly line: number;
}

/** A question that is answered, with what the file says. */
export interface Answer extends Spot {
  readonly rule: string;
  /** What was asked for, in a few words. */
  readonly field: string;
  readonly how: readonly Said[];
  readonly who: readonly string[];
  readonly when: readonly Said[];
}

/** Words of the file; `as` says which slot they fill where that is not plain. */
export interface Said {
  readonly as?: string;
  readonly text: string;
}

/** What happened since an earlier state. */
export interface Since extends Omit<Comparison, 'exceptions'> {
  /** The counts of then; not there for a document that is new. */
  readonly counts?: Coverage;
}

export interface StandardReport {
  readonly standard: string;
  readonly places: readonly { readonly place: string; readonly about?: string }[];
}

/** Said in every report, whatever it shows. */
export const NO_CLAIM =
  'They help to find further reading. Naming them claims no conformity with any standard, and neither does this report.';

/**
 * Puts together what is to be said about checked files, one after the other, so that none of them has to be kept.
 * Nothing is read from anywhere, and nothing depends on the clock.
 */
export function reportOf(
  files: Iterable<ReportableFile>,
  { today, since, gone = [], pictures }: ReportOptions,
): Report {
  const documents: DocumentReport[] = [];
  const listed: Listed[] = [];
  for (const file of files) {
    const reports = documentReports(file, today, since);
    const drawings = pictures ? file.checked.documents.map((each, i) => drawingsOf(each, documents.length + i)) : [];
    documents.push(...reports.map((each, i) => (drawings[i] ? { ...each, pictures: drawings[i] } : each)));
    listed.push(...listedIn(file.checked));
  }
  return {
    today,
    ...(since !== undefined && { since }),
    ...(gone.length > 0 && { gone }),
    documents,
    shared: sharedAmong(listed),
  };
}

/** The pictures of a document, with ids that no other document has. */
const drawingsOf = (checked: CheckedDocument, index: number): NamedPicture[] =>
  checked.model ? picturesOf(checked, { prefix: `d${index + 1}-`, style: false }) : [];
