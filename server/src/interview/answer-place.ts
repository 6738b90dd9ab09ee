import type * as z from 'zod';
import { withSentences } from '../check/common-fixes.ts';
import { SCHEMAS } from '../check/interpret.ts';
import { ownAnswer } from '../formats/common.ts';
import { schemaAt } from '../formats/schema-at.ts';
import type { Model, Report } from '../rules/rule.ts';
import type { DocumentModel } from '../yaml/document.ts';
import type { Patch, Path } from '../yaml/node.ts';
import { WORDINGS } from './wordings.ts';

/** The field of a document that an answer goes into. */
export interface AnswerPlace {
  /** What is set; undefined where the answer becomes a further entry of a list. */
  readonly at: Path | undefined;
  readonly schema: z.ZodType;
  /** The change that puts a value there, and nothing else that would still have to be filled in. */
  readonly patchFor: (value: unknown) => Patch;
}

/** Where the answer to a question goes; undefined where it has no one field, and a person has to work it in. */
export function placeOf(rule: string, report: Report, model: Model, document: DocumentModel): AnswerPlace | undefined {
  const place = report.asked ? asked(report.asked, report.at, model) : blankOfFix(rule, report, model);
  // What somebody has answered in the meantime is never written over.
  if (!place || (place.at && !isFree(document, place.at))) return undefined;
  const patchFor = (value: unknown): Patch => {
    const fix = { title: '', kind: 'decision' as const, patches: [place.patchFor(value)] };
    return withSentences(fix, document, SCHEMAS[model.kind]).patches[0]!;
  };
  return { ...place, patchFor };
}

function asked(at: Path, about: Path, { kind }: Model): AnswerPlace | undefined {
  // A default would answer for every other item too, and a field beside the one in question would not settle it.
  if (!about.every((step, i) => at[i] === step)) return undefined;
  const schema = String(at.at(-1)).startsWith('x-') ? ownAnswer : schemaAt(SCHEMAS[kind], at);
  return schema && { at, schema, patchFor: (value) => ({ op: 'set', at, value }) };
}

/** Nothing stands at a path, or a blank that waits for the answer. */
function isFree(document: DocumentModel, at: Path): boolean {
  const node = document.node(at);
  if (!node) return true;
  if (node.kind === 'scalar') return node.value === null || node.text.trim() === '';
  return node.kind === 'list' ? node.items.length === 0 : node.entries.size === 0;
}

/** The blank that a rule's first fix leaves, where it is one change with one blank of that name. */
function blankOfFix(rule: string, { fixes }: Report, { kind }: Model): AnswerPlace | undefined {
  const name = WORDINGS[rule]?.blank;
  const [patch, ...others] = fixes?.find(({ kind: sort }) => sort === 'scaffold')?.patches ?? [];
  if (name === undefined || others.length > 0 || (patch?.op !== 'set' && patch?.op !== 'append')) return undefined;
  const start = patch.op === 'append' ? [...patch.at, 0] : patch.at;
  const way = isBlank(patch.value) ? wayToNamed(patch.at, name) : wayToBlank(patch.value, name);
  const at = way && [...start, ...way];
  const schema = at && schemaAt(SCHEMAS[kind], at);
  if (!schema) return undefined;
  return {
    at: patch.op === 'append' ? undefined : patch.at,
    schema,
    patchFor: (value) => ({ op: patch.op, at: patch.at, value: withBlank(patch.value, way, value) }),
  };
}

/** A change that leaves nothing but the blank has to be the field of that name; any will do where none is named. */
const wayToNamed = (at: Path, name: string): Path | undefined => (name === '' || at.at(-1) === name ? [] : undefined);

function wayToBlank(value: unknown, name: string): Path | undefined {
  if (value === null || typeof value !== 'object') return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const step = Array.isArray(value) ? Number(key) : key;
    if (step === name && isBlank(inner)) return [step];
    const deeper = wayToBlank(inner, name);
    if (deeper) return [step, ...deeper];
  }
  return undefined;
}

/** The value with the answer in its blank, and without its other blanks. */
function withBlank(value: unknown, way: Path, answer: unknown): unknown {
  const [step, ...rest] = way;
  if (step === undefined) return answer;
  if (Array.isArray(value)) return value.map((inner, i) => (i === step ? withBlank(inner, rest, answer) : inner));
  const entries = Object.entries(value as object).map(([key, inner]): [string, unknown] =>
    key === step ? [key, withBlank(inner, rest, answer)] : [key, inner],
  );
  return Object.fromEntries(entries.filter(([, inner]) => !isBlank(inner)));
}

const isBlank = (value: unknown): boolean => value === null || (Array.isArray(value) && value.length === 0);
