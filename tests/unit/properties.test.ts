import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CheckedFile, checkFile } from '../../server/src/check/check.ts';
import { SENSITIVITY } from '../../server/src/formats/choices.ts';
import { defaultSettings } from '../../server/src/settings.ts';
import { parseStream } from '../../server/src/yaml/parse.ts';
import { itemPairs, TODAY } from '../helpers/check.ts';
import { checkAmongSamples, everySheet, sampleFiles } from '../helpers/collection.ts';
import { idsOf, sampleValue, shuffled, textOf, type Value, valueAt, without } from '../helpers/documents.ts';
import { filled } from '../helpers/fill.ts';
import { mend, offers } from '../helpers/mend.ts';

/** Give another seed to look elsewhere, and more rounds to look longer: `WORKSEC_SEED=7 WORKSEC_ROUNDS=20`. */
const seed = Number(process.env.WORKSEC_SEED ?? 20261123);
const rounds = Number(process.env.WORKSEC_ROUNDS ?? 1);
const runs = (numRuns: number) => ({ seed, numRuns: numRuns * rounds });
const patience = 20_000 * rounds;

const values = new Map(sampleFiles.map((file) => [file, sampleValue(file)]));
const descriptions = sampleFiles.filter((file) => file.includes('.work-system.'));
const charters = sampleFiles.filter((file) => file.includes('.charter.'));

interface Draft {
  readonly file: string;
  readonly value: Value;
}

/** A sample with parts taken out at random: a document that somebody has not finished. */
const draft = (files: readonly string[] = sampleFiles): fc.Arbitrary<Draft> =>
  fc
    .tuple(fc.constantFrom(...files), fc.array(fc.nat(), { maxLength: 40 }))
    .map(([file, picks]) => ({ file, value: without(values.get(file)!, picks) }));

const checkDraft = ({ file, value }: Draft): CheckedFile => checkAmongSamples(file, textOf(value));

const ruleOf = (pair: string): string => /\|(\S+)/.exec(pair)![1]!;

describe(`what holds for every document (seed ${seed})`, () => {
  it(
    'answering a rule never makes a new pair of that rule and an item',
    () => {
      fc.assert(
        fc.property(draft(), fc.nat(), fc.boolean(), (before, pick, oneItem) => {
          const checked = checkDraft(before);
          const questions = offers(checked).filter(({ fix }) => fix.kind !== 'complete');
          const offer = questions[pick % Math.max(questions.length, 1)];
          if (!offer?.model) return;
          // Of a question about several items, one may be answered alone.
          const item = oneItem ? offer.finding.items?.[0] : undefined;
          const patches = item
            ? offer.fix.patches.filter((patch) => patch.at.slice(0, item.length).join('.') === item.join('.'))
            : offer.fix.patches;
          const fix = filled({ ...offer.fix, patches }, offer.model);
          const answered = fix && mend({ document: offer.document, fix });
          if (!answered) return;

          const { rule } = offer.finding;
          const of = (file: CheckedFile) => itemPairs(file).filter((pair) => ruleOf(pair) === rule);
          const after = of(checkAmongSamples(before.file, answered.text));
          expect(after.filter((pair) => !of(checked).includes(pair))).toEqual([]);
        }),
        runs(60),
      );
    },
    patience,
  );

  it(
    'renaming an id everywhere changes nothing but names',
    () => {
      fc.assert(
        fc.property(draft(), fc.nat(), ({ file, value }, pick) => {
          const texts = new Map([...values].map(([name, each]) => [name, textOf(name === file ? value : each)]));
          const ids = [...new Set([value, ...values.values()].flatMap(idsOf))].filter((id) => id.includes('-'));
          const id = ids[pick % ids.length]!;
          const renamed = `q7-${id}-x9`;
          const rename = (text: string): string => text.replace(new RegExp(`(?<![\\w-])${id}(?![\\w-])`, 'g'), renamed);
          const told = (all: ReadonlyMap<string, string>): string[] =>
            checkAmongSamples(file, all.get(file)!, all)
              .findings.map(({ rule, at, message }) => `${rule} ${at.join('.')} ${message}`.replaceAll(renamed, id))
              // Which name lies nearest to a mistyped one is a matter of the names.
              .map((line) => line.replace(/ Did you mean .*/, ''))
              .sort();
          expect(told(new Map([...texts].map(([name, text]) => [name, rename(text)])))).toEqual(told(texts));
        }),
        runs(25),
      );
    },
    patience,
  );

  it(
    'raising a sensitivity takes no pair away',
    () => {
      fc.assert(
        fc.property(draft(descriptions), fc.nat(), (before, pick) => {
          const after = raised(before.value, pick);
          if (!after) return;
          const kept = new Set(itemPairs(checkDraft({ ...before, value: after })));
          const gone = itemPairs(checkDraft(before)).filter((pair) => !kept.has(pair));
          expect(gone.filter((pair) => !MAY_GO.has(ruleOf(pair)))).toEqual([]);
        }),
        runs(50),
      );
    },
    patience,
  );

  it(
    'raising a sensitivity in the work that is planned takes no pair away from its charter',
    () => {
      fc.assert(
        fc.property(draft(charters), draft(descriptions), fc.nat(), (charter, planned, pick) => {
          const after = raised(planned.value, pick);
          if (!after) return;
          const linked = (value: Value) => new Map([[String(linkOf(charter.value)), textOf(value)]]);
          const text = textOf(charter.value);
          const kept = new Set(itemPairs(checkAmongSamples(charter.file, text, linked(after))));
          const gone = itemPairs(checkAmongSamples(charter.file, text, linked(planned.value)));
          expect(gone.filter((pair) => !kept.has(pair))).toEqual([]);
        }),
        runs(30),
      );
    },
    patience,
  );

  it(
    'the order of keys changes nothing but places',
    () => {
      fc.assert(
        fc.property(draft(), fc.nat(), (before, start) => {
          // What stands in several places is told once, at the first or second of them: that is a matter of order.
          const toldOnce = ['wording/repeated', 'reference/unknown-post'];
          const said = (file: CheckedFile): string[] =>
            itemPairs(file)
              .map((pair) => (toldOnce.includes(ruleOf(pair)) ? ruleOf(pair) : pair))
              .sort();
          const after = { ...before, value: shuffled(before.value, chance(start)) };
          expect(said(checkDraft(after))).toEqual(said(checkDraft(before)));
        }),
        runs(30),
      );
    },
    patience,
  );
});

describe(`nothing that is read makes a check throw (seed ${seed})`, () => {
  const checkBytes = (file: string, source: string | Uint8Array): void => {
    const stream = parseStream(source);
    const checked = checkFile({ file, stream, today: TODAY, settings: defaultSettings, open: () => undefined });
    for (const offer of offers(checked).slice(0, 5)) mend(offer);
  };

  it(
    'any bytes',
    () => {
      const head = new TextEncoder().encode('kind: work-system\n');
      fc.assert(
        fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
          checkBytes('any.work-system.yaml', bytes);
          checkBytes('any.charter.yaml', new Uint8Array([...head, ...bytes]));
        }),
        runs(150),
      );
    },
    patience,
  );

  it(
    'any sheet that ends too early, or has lost or doubled a stretch',
    () => {
      fc.assert(
        fc.property(fc.constantFrom(...everySheet), fc.nat(), fc.nat({ max: 60 }), ({ file, text }, from, length) => {
          const at = from % (text.length + 1);
          checkBytes(file, text.slice(0, at));
          checkBytes(file, text.slice(0, at) + text.slice(at + length));
          checkBytes(file, text.slice(0, at) + text.slice(Math.max(0, at - length)));
        }),
        runs(30),
      );
    },
    patience,
  );
});

/** Rules whose pairs may go away when an item becomes more sensitive. */
const MAY_GO: ReadonlySet<string> = new Set([
  // as the catalogue lists them
  'information/unclassified',
  'information/class-too-low',
  'information/one-class-for-all',
  'information/protection-upside-down',
  // training that covers this very item is no longer too general once the item is sensitive
  'participants/training-too-general',
  // an exception that silenced nothing is needed once the question is asked
  'waivers/unused',
]);

/** A description in which one item is more sensitive than before; undefined where there is none to raise. */
function raised(value: Value, pick: number): Value | undefined {
  const copy = structuredClone(value);
  const items = valueAt(copy, ['information']) as { [id: string]: Value } | undefined;
  const ids = Object.keys(items ?? {});
  const id = ids[pick % Math.max(ids.length, 1)];
  if (!items || id === undefined) return undefined;
  const item = items[id]!;
  const fields = typeof item === 'object' && item !== null ? (item as { [key: string]: Value }) : { description: item };
  const classes = Object.keys(SENSITIVITY);
  const higher = classes.slice(classes.indexOf(String(fields.sensitivity)) + 1);
  if (higher.length === 0) return undefined;
  items[id] = { ...fields, sensitivity: higher[pick % higher.length]! };
  return copy;
}

/** The link of a charter that its rules look through first. */
const linkOf = (value: Value): Value | undefined =>
  valueAt(value, ['work_system', 'to_be']) ??
  valueAt(value, ['work_system', 'as_is']) ??
  valueAt(value, ['work_system']);

/** Numbers from 0 to 1 that only look like chance. */
function chance(start: number): () => number {
  let state = start;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
