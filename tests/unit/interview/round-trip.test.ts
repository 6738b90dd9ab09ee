import { describe, expect, it } from 'vitest';
import { markdownSheets } from '../../../server/src/interview/markdown.ts';
import { interviewSheets } from '../../../server/src/interview/sheet.ts';
import { exampleOf } from '../../../server/src/rules/examples/index.ts';
import { modelRules } from '../../../server/src/rules/index.ts';
import { check, fileNameFor, itemPairs, TODAY } from '../../helpers/check.ts';
import { checkAmongSamples, fixture, readSample, type Sheet, sampleFiles } from '../../helpers/collection.ts';
import { applied, fillIn, questionsIn, saidTo } from '../../helpers/interviewing.ts';

/** Generates the sheets of a text, fills in every question once, and applies them. */
function roundTrip({ text, check }: Sheet) {
  const before = check(text);
  const questions = questionsIn(before);
  const answers = new Map(questions.map((question, i) => [question.reference, saidTo(question, i + 1)]));
  const sheet = fillIn(markdownSheets(interviewSheets(before, { today: TODAY })), (reference) =>
    answers.get(reference),
  );
  const once = applied(before, sheet);
  const after = check(once.text);
  return { before, questions, sheet, once, after };
}

/** Rule and item of each question whose answer was taken. */
function takenPairs({ questions, once }: ReturnType<typeof roundTrip>): string[] {
  const words = new Set(once.told.filter(({ fate }) => fate === 'taken').map(({ question }) => question));
  return questions.filter((question) => words.has(question.words)).map(({ rule, at }) => `${rule} ${at.join('.')}`);
}

const unnumbered = (pair: string): string => pair.replace(/^[^|]*\|/, '');

describe('sheet, answers, file', () => {
  it.each(sampleFiles)('%s: what was answered is gone, and only what the answers bring about is new', async (file) => {
    const trip = roundTrip({ file, text: readSample(file), check: (text) => checkAmongSamples(file, text) });
    const [before, after] = [itemPairs(trip.before), itemPairs(trip.after)].map((pairs) => pairs.map(unnumbered));
    const gone = before!.filter((pair) => !after!.includes(pair));
    const created = after!.filter((pair) => !before!.includes(pair));
    const left = trip.once.told
      .filter(({ fate }) => fate === 'left')
      .map(({ question, why }) => `${question}\n    ${why}`);
    const taken = takenPairs(trip);
    const report = [
      'gone, though nobody answered it:',
      ...gone.filter((pair) => !taken.includes(pair)),
      'answered and still there:',
      ...taken.filter((pair) => after!.includes(pair)),
      'new:',
      ...created,
      'left out:',
      ...new Set(left),
    ];
    await expect(`${report.join('\n')}\n`).toMatchFileSnapshot(fixture('interview', `${file}.round-trip.txt`));
    // Not a sign of the text is taken away; a sentence that becomes a field moves, and brackets open.
    expect(trip.once.lost.trim()).toBe('');
    const again = applied(trip.after, trip.sheet);
    expect(again.told.filter(({ fate }) => fate === 'taken')).toEqual([]);
    expect(again.text).toBe(trip.once.text);
  });

  it('takes an answer to every rule that has a place for one', () => {
    const still = modelRules.flatMap(({ id }) => {
      const { bad } = exampleOf(id);
      const file = fileNameFor(bad);
      const trip = roundTrip({ file, text: bad, check: (text) => check(text, { file }) });
      const after = itemPairs(trip.after).map(unnumbered);
      return takenPairs(trip).filter((pair) => pair.startsWith(`${id} `) && after.includes(pair));
    });
    expect(still).toEqual([]);
  }, 60_000);
});
