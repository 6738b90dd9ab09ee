import type * as z from 'zod';
import { charter } from '../formats/charter.ts';
import { KINDS, type Kind } from '../formats/common.ts';
import type { FormatProblem } from '../formats/problem.ts';
import { type ReadResult, read } from '../formats/read.ts';
import type { Reading } from '../formats/reading.ts';
import { workSystem } from '../formats/work-system.ts';
import { memo } from '../model/memo.ts';
import type { DocumentModel } from '../yaml/document.ts';
import type { TextProblem } from '../yaml/node.ts';

/** The zod schema of each kind. */
export const SCHEMAS = { 'work-system': workSystem, 'project-charter': charter } as const;

/** A document read by the field table of its kind, as far as its text allows. */
export interface Interpretation {
  readonly kind: Kind | undefined;
  /** There where the document can be checked: readable text, a known kind and format 1. */
  readonly root?: Reading;
  readonly problems: readonly FormatProblem[];
}

const UNREADABLE: ReadonlySet<TextProblem['code']> = new Set(['syntax', 'alias-limit', 'depth-limit', 'too-large']);

/** True for a problem after which nothing else is checked in the document. */
export const stopsReading = (problem: TextProblem): boolean => UNREADABLE.has(problem.code);

/** The text of a scalar at the root of a document. */
export function rootText(document: DocumentModel, key: string): string | undefined {
  const node = document.root?.kind === 'map' ? document.root.entries.get(key)?.node : undefined;
  return node?.kind === 'scalar' ? node.text.trim() : undefined;
}

/** The kind a document says it is, if it is one of the two. */
export function kindOf(document: DocumentModel): Kind | undefined {
  const text = rootText(document, 'kind');
  return KINDS.find((kind) => kind === text);
}

/** True where `format` is given and is not 1. */
export function isOtherFormat(document: DocumentModel): boolean {
  const node = document.root?.kind === 'map' ? document.root.entries.get('format')?.node : undefined;
  return node !== undefined && !(node.kind === 'scalar' && node.value === 1);
}

/** Reads a document by its kind; each document once. Never throws. */
export const interpret = (document: DocumentModel, ownAnswers: ReadonlySet<string> = NONE): Interpretation =>
  interpretationFor(ownAnswers.size === 0 ? NONE : ownAnswers)(document);

const NONE: ReadonlySet<string> = new Set();

const interpretationFor = memo((ownAnswers: ReadonlySet<string>) =>
  memo((document: DocumentModel) => interpreted(document, ownAnswers)),
);

function interpreted(document: DocumentModel, ownAnswers: ReadonlySet<string>): Interpretation {
  const kind = kindOf(document);
  if (!kind || !document.root || document.problems.some(stopsReading) || isOtherFormat(document))
    return { kind, problems: [] };
  const result: ReadResult<z.ZodType> = read(SCHEMAS[kind], document.root, ownAnswers);
  return { kind, root: result.root as unknown as Reading, problems: result.problems };
}
