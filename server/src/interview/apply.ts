import type { CheckedFile } from '../check/check.ts';
import { interpret } from '../check/interpret.ts';
import type { DocumentModel } from '../yaml/document.ts';
import type { Patch, TextEdit } from '../yaml/node.ts';
import { parseStream } from '../yaml/parse.ts';
import { applyEdits, editsFor } from '../yaml/patch.ts';
import { changeFor } from './change.ts';
import type { FilledAnswer, FilledSheet } from './filled.ts';
import { type Asked, askedIn, openQuestions, type Question } from './question.ts';
import { fingerprintOf, keyOf, referenceTo } from './reference.ts';
import { standInOf } from './stand-ins.ts';

/** What became of an answer: taken into the file, without anything to take, or left for a person. */
export interface Told {
  readonly fate: 'taken' | 'blank' | 'left';
  /** Where it stands in the sheet, from 1. */
  readonly line: number;
  /** The question, where it is still asked. */
  readonly question: string;
  readonly answer: string;
  /** Why it was left; empty for those that were taken. */
  readonly why: string;
}

export interface Applied {
  /** In order and apart from each other, for the text that was checked. */
  readonly edits: readonly TextEdit[];
  /** One for each answer of the sheet, in its order. */
  readonly told: readonly Told[];
}

/** A change somebody's answer asks for. */
interface Wanted {
  readonly question: Question;
  readonly patch: Patch;
  readonly answer: FilledAnswer;
}

/**
 * The edits that write the answers of a sheet into a file that was checked, each into the field its question asks for.
 * Nothing that was answered in the meantime is written over, and whatever cannot be put in is told and left out.
 */
export function applyAnswers(checked: CheckedFile, sheet: FilledSheet): Applied {
  const told = new Map<FilledAnswer, Told>();
  const tell = (answer: FilledAnswer, question: string, fate: Told['fate'], why = ''): void => {
    told.set(answer, { fate, line: answer.line, question, answer: answer.text, why });
  };
  const edits: TextEdit[] = [];
  const elsewhere = new Set(sheet.answers);
  for (const document of askedIn(checked)) {
    const open = new Map(openQuestions(checked.file, document).map((each) => [keyOf(each.reference), each]));
    const closed = closedIn(checked.file, document);
    const wanted: Wanted[] = [];
    for (const answer of sheet.answers) {
      const key = keyOf(answer.reference);
      const question = open.get(key);
      if (!question && !closed.has(key)) continue;
      elsewhere.delete(answer);
      const words = question?.words ?? '';
      if (isUnanswered(answer)) tell(answer, words, 'blank');
      else if (!question) tell(answer, words, 'left', ANSWERED);
      else {
        const change = inTheWay(wanted, question, answer) ?? changeFor(question, answer, document.model);
        if ('why' in change) tell(answer, words, change.why === '' ? 'blank' : 'left', change.why);
        else wanted.push({ question, answer, patch: change.patch });
      }
    }
    const { edits: made, refused } = editsOf(document.document, wanted);
    edits.push(...made);
    for (const each of wanted) {
      const isRefused = refused.has(each);
      tell(each.answer, each.question.words, isRefused ? 'left' : 'taken', isRefused ? TIED : '');
    }
  }
  for (const answer of elsewhere) isUnanswered(answer) ? tell(answer, '', 'blank') : tell(answer, '', 'left', GONE);
  return { edits, told: sheet.answers.flatMap((answer) => told.get(answer) ?? []) };
}

const isUnanswered = ({ text }: FilledAnswer): boolean => standInOf(text)?.kind === 'unknown';

const ANSWERED = 'It has been answered in the file in the meantime; what stands there stays.';
const GONE = 'This question is no longer asked.';
const TIED = 'The file cannot be changed at this place without changing others too; put it in by hand.';

/** Questions of a document that were asked and are settled. */
const closedIn = (file: string, { questions, id }: Asked): ReadonlySet<string> =>
  new Set(
    questions
      .filter(({ fate }) => fate !== 'open')
      .map(({ rule, at }) => keyOf(referenceTo(file, fingerprintOf(rule, at, id)))),
  );

/** Another answer of the same sheet has the place already. */
function inTheWay(wanted: readonly Wanted[], question: Question, answer: FilledAnswer): { why: string } | undefined {
  const place = question.place?.at?.join('.');
  for (const other of wanted) {
    if (other.question.reference === question.reference)
      return other.answer.text === answer.text
        ? { why: '' }
        : { why: `Line ${other.answer.line} answers it too, and that answer was taken. Bring both together by hand.` };
    if (place !== undefined && other.question.place?.at?.join('.') === place)
      return {
        why: `The answer in line ${other.answer.line} goes into the same place. Apply the sheet again for this one.`,
      };
  }
  return undefined;
}

/** All changes at once where that can be; else those that can be, found by halves. */
function editsOf(
  document: DocumentModel,
  wanted: readonly Wanted[],
): { edits: readonly TextEdit[]; refused: ReadonlySet<Wanted> } {
  const refused = new Set<Wanted>();
  let kept: readonly Wanted[] = [];
  let edits: readonly TextEdit[] = [];
  const take = (some: readonly Wanted[]): void => {
    const all = some.length > 0 ? soundEdits(document, [...kept, ...some]) : undefined;
    if (all) {
      kept = [...kept, ...some];
      edits = all;
    } else if (some.length === 1) refused.add(some[0]!);
    else if (some.length > 1) {
      const half = some.length >> 1;
      take(some.slice(0, half));
      take(some.slice(half));
    }
  };
  take(wanted);
  return { edits, refused };
}

/** Edits after which the document reads as well as before. */
function soundEdits(document: DocumentModel, wanted: readonly Wanted[]): readonly TextEdit[] | undefined {
  const edits = editsFor(
    document,
    wanted.map(({ patch }) => patch),
  );
  if (!edits) return undefined;
  const after = parseStream(applyEdits(document.stream.text, edits)).documents[document.index];
  return after && interpret(after).problems.length <= interpret(document).problems.length ? edits : undefined;
}
