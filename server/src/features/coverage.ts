import { AREAS, byArea } from '../check/areas.ts';
import type { Finding, WaivedFinding } from '../check/finding.ts';
import { type AskedQuestion, totalOf } from '../check/questions.ts';
import { whoKnows } from '../check/who-knows.ts';
import type { Reading } from '../formats/reading.ts';
import { guideline } from '../guidelines/index.ts';
import { subjectOf } from '../pictures/grid-table.ts';
import { PICTURE_STYLE } from '../pictures/look.ts';
import { picturesOf } from '../pictures/pictures.ts';
import type { CoverageAnswer, DocumentCoverage, PlaceParams, QuestionCoverage, WireRange } from '../protocol.ts';
import { ruleById } from '../rules/index.ts';
import { capital, keyWords } from '../rules/wordings.ts';
import type { Stream } from '../yaml/document.ts';
import type { Path, Span } from '../yaml/node.ts';
import { type SeenDocument, seenDocuments } from './hover/document.ts';
import { rangeOf } from './ranges.ts';
import type { World } from './world.ts';

/** The pictures and questions of a file's documents, as a panel shows them. */
export function coverage(world: World, uri: string): CoverageAnswer {
  const file = world.file(uri);
  const documents = file ? seenDocuments(file).map((seen) => documentCoverage(seen, file.stream)) : [];
  return { style: PICTURE_STYLE, documents };
}

/** Where a part of a picture leads to: the place, or what of the way to it is there. */
export function place(world: World, { uri, document, at }: PlaceParams): WireRange | null {
  const file = world.file(uri);
  const seen = file && seenDocuments(file).find(({ checked }) => checked.id === document);
  if (!seen) return null;
  const path: (string | number)[] = [];
  for (const step of at.split('/').slice(1)) {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
    path.push(seen.document.node(path)?.kind === 'list' ? Number(key) : key);
  }
  return rangeOf(file.stream, seen.document.span({ at: path, part: 'key' }));
}

function documentCoverage({ checked, known, kind, document }: SeenDocument, stream: Stream): DocumentCoverage {
  const names = new Map((kind ? AREAS[kind] : []).map(({ id, name }) => [id, name]));
  const areas = [...new Set(known.questions.map(({ area }) => area))].sort(byArea);
  const findings = findingsBy(known);
  return {
    ...(checked.id !== undefined && { document: checked.id }),
    ...(known.title && { title: known.title }),
    ...(kind && { kind }),
    broken: checked !== known || checked.model === undefined,
    counts: totalOf(known.coverage),
    areas: areas.map((id) => ({ id, name: names.get(id) ?? capital(keyWords(id)) })),
    pictures: picturesOf(known, { style: false }).map(({ id, svg }) => ({ id, svg })),
    questions: [...known.questions]
      .sort((a, b) => byArea(a.area, b.area))
      .map((question) => {
        const finding = findings.get(keyOf(question.rule, question.at));
        const span = (known === checked && finding?.span) || document.span({ at: question.at, part: 'key' });
        return { ...told(known, question, finding), range: rangeOf(stream, span) };
      }),
  };
}

/** What was found about one item. */
interface Found {
  readonly message: string;
  readonly span: Span;
  readonly waiver?: WaivedFinding['waiver'];
}

const keyOf = (rule: string, at: Path): string => `${rule} ${at.join('.')}`;

/** What was found about each item a question was asked of, also where findings stand for several. */
function findingsBy({ findings, waived }: SeenDocument['known']): ReadonlyMap<string, Found> {
  const found = new Map<string, Found>();
  for (const finding of [...findings, ...waived] as readonly (Finding & Partial<WaivedFinding>)[]) {
    const { rule, at, message, span, related, items, waiver } = finding;
    if (!items) found.set(keyOf(rule, at), { message, span, ...(waiver && { waiver }) });
    // The first related places of a rolled-up finding are its items, in the same order.
    items?.forEach((item, i) => {
      found.set(keyOf(rule, item), { message: related[i]!.message, span: related[i]!.span });
    });
  }
  return found;
}

function told(
  known: SeenDocument['known'],
  question: AskedQuestion,
  finding: Found | undefined,
): Omit<QuestionCoverage, 'range'> {
  const { rule, at, area, fate } = question;
  const { guidelines, title } = ruleById(rule) ?? { guidelines: [], title: rule };
  const standIn = standInAt(known, question);
  const decided = standIn?.('decided_by') ?? standIn?.('who') ?? finding?.waiver?.decided_by;
  const until = standIn?.('by') ?? standIn?.('until') ?? finding?.waiver?.until;
  const asked = guidelines[0] === undefined ? title : guideline(guidelines[0]).question;
  return {
    key: keyOf(rule, at),
    area,
    about: subjectOf(known, at).name,
    question: finding?.message ?? asked,
    fate,
    who: decided !== undefined ? [decided] : fate === 'open' && known.model ? whoKnows(known.model, at) : [],
    ...(until !== undefined && { until }),
  };
}

/** Reads a key of what stands in place of an answer: that it does not apply, or that somebody is to be asked. */
function standInAt({ model }: SeenDocument['known'], { rule, at }: AskedQuestion) {
  const asked = ruleById(rule)?.asks?.split('.');
  let reading: Reading | undefined = model?.root as Reading | undefined;
  for (const key of asked?.map((step, i) => at[i] ?? step) ?? []) reading = reading?.fields.get(String(key));
  const standIn = reading?.standIn;
  return standIn && ((key: string): string | undefined => standIn.fields.get(key)?.text);
}
