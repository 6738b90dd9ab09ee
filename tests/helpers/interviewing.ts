import type { CheckedFile } from '../../server/src/check/check.ts';
import type { SCHEMAS } from '../../server/src/check/interpret.ts';
import { type Field, fieldOf } from '../../server/src/formats/field.ts';
import { applyAnswers } from '../../server/src/interview/apply.ts';
import { readSheet } from '../../server/src/interview/filled.ts';
import { askedIn, openQuestions, type Question } from '../../server/src/interview/question.ts';
import { Charter } from '../../server/src/model/charter.ts';
import type { Model } from '../../server/src/rules/rule.ts';
import { applyEdits } from '../../server/src/yaml/patch.ts';

/** Every open question of a file with the model it belongs to. */
export const questionsIn = (checked: CheckedFile): (Question & { readonly model: Model })[] =>
  askedIn(checked).flatMap((document) =>
    openQuestions(checked.file, document).map((question) => ({ ...question, model: document.model })),
  );

/** What a person would say to a question: a sentence, or a word where only a word will do. */
export function saidTo({ place, model }: Question & { readonly model: Model }, nth: number): string {
  if (!place) return `Somebody looks at this every ${nth} weeks`;
  const field = fieldOf(place.schema);
  const element =
    field.type === 'list'
      ? (place.schema as unknown as { element: (typeof SCHEMAS)['work-system'] }).element
      : undefined;
  const choosing = element && fieldOf(element).type === 'choice' ? element : place.schema;
  if (fieldOf(choosing).type === 'choice') return choiceOf(choosing as unknown as { options: string[] });
  if (field.type === 'ids') return firstNamed(field, model) ?? 'nobody in particular';
  if (field.type === 'date') return '16 November 2026';
  return `Marta goes through number ${nth} with the new people: "slowly", she says #${nth}`;
}

const choiceOf = ({ options }: { options: string[] }): string =>
  `${options.includes('confidential') ? 'Confidential' : options[0]}.`;

function firstNamed({ to = [] }: Field, model: Model): string | undefined {
  for (const sections of [model, ...(model instanceof Charter ? model.systems() : [])])
    for (const section of to) for (const { name } of sections.sections.get(section)?.values() ?? []) return name;
  return undefined;
}

/** A sheet in Markdown with an answer below each question that `say` has words for. */
export function fillIn(markdown: string, say: (reference: string) => string | undefined): string {
  let said: string | undefined;
  return markdown
    .split('\n')
    .map((line) => {
      const reference = /<!-- worksec (\S+#\S+) -->/.exec(line)?.[1];
      if (reference) said = say(reference);
      return line === 'Answer:' && said !== undefined ? `Answer: ${said}` : line;
    })
    .join('\n');
}

/** Applies a filled-in sheet to a file, and tells which signs of its text that took away. */
export function applied(checked: CheckedFile, sheet: string) {
  const { text } = checked.stream;
  const { edits, told } = applyAnswers(checked, readSheet(sheet) ?? { answers: [], stray: [] });
  const lost = edits.map(({ start, end }) => text.slice(start, end)).join('');
  return { text: applyEdits(text, edits), told, lost };
}
