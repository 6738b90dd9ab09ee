import { areaOf } from '../check/areas.ts';
import type { CheckedFile } from '../check/check.ts';
import type { CheckedDocument } from '../check/checked-document.ts';
import type { Finding } from '../check/finding.ts';
import type { Reading } from '../formats/reading.ts';
import { isFixed, type Model, type Report } from '../rules/rule.ts';
import { clip } from '../rules/wordings.ts';
import type { Path } from '../yaml/node.ts';
import { type AnswerPlace, placeOf } from './answer-place.ts';
import { fingerprintOf, referenceTo } from './reference.ts';
import { WORDINGS } from './wordings.ts';

/** An open question of a document, of one item, in words for those who do the work. */
export interface Question {
  /** What it is known by in a sheet. */
  readonly reference: string;
  readonly rule: string;
  readonly at: Path;
  /** The element or phase it belongs to. */
  readonly area: string;
  /** The item it is about, as the file calls it; empty for the work as a whole. */
  readonly about: string;
  readonly words: string;
  /** Where the answer goes; undefined where a person has to work it in. */
  readonly place: AnswerPlace | undefined;
}

/** A document that can be asked about. */
export type Asked = CheckedDocument & { readonly model: Model };

/** The documents of a file that can be asked about. */
export const askedIn = ({ documents }: CheckedFile): Asked[] =>
  documents.filter((document): document is Asked => document.model !== undefined);

/** Every open question of a document, item by item, each once, in the order of the text. */
export function openQuestions(file: string, document: Asked): Question[] {
  const questions = new Map<string, Question>();
  for (const finding of document.findings.filter(isAsked))
    for (const report of finding.open) {
      const question = questionOf(file, document, finding, report);
      if (!questions.has(question.reference)) questions.set(question.reference, question);
    }
  return [...questions.values()];
}

/** Left out: what is about the text and its wording, and what only those who write the file can settle. */
const isAsked = ({ rule }: Finding): boolean =>
  !isFixed(rule) &&
  !/^(?:reference|wording)\//.test(rule) &&
  !(Object.hasOwn(WORDINGS, rule) && WORDINGS[rule] === undefined);

function questionOf(file: string, { document, model, id }: Asked, { rule }: Finding, report: Report): Question {
  const item = itemAt(model, report.at);
  const about = item?.name ?? '';
  const asked = WORDINGS[rule]?.words?.replaceAll('{it}', () => about) ?? report.message;
  const quoted = sentenceAt(model, report.at);
  return {
    reference: referenceTo(file, fingerprintOf(rule, report.at, id)),
    rule,
    at: report.at,
    area: areaOf(rule, report.at),
    about,
    words: quoted === undefined ? asked : `“${clip(quoted, 120)}”: ${asked}`,
    place: placeOf(rule, report, model, document),
  };
}

/** The item of a section that a path leads into. */
export function itemAt(model: Model, at: Path): Reading | undefined {
  let found = model.root as unknown as Reading;
  for (const key of at) {
    const next = found.fields.get(String(key));
    if (!next) return undefined;
    if (found.field.type === 'items') return next;
    found = next;
  }
  return undefined;
}

/** What a short cut, a risk or another thing without a name of its own says: nobody else could tell which is meant. */
function sentenceAt(model: Model, at: Path): string | undefined {
  let found = model.root as unknown as Reading;
  let said: string | undefined;
  for (const key of at) {
    const next = found.fields.get(String(key)) ?? found.elements[Number(key)];
    if (!next) break;
    const own = SENTENCES.map((field) => next.fields.get(field)?.text).find((text) => text !== undefined);
    if (typeof key === 'number' || found.field.type === 'items') said = own;
    found = next;
  }
  return said;
}

/** Fields that say what an entry without a name is. */
const SENTENCES = ['what', 'text'];
