import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CheckedFile } from '../../server/src/check/check.ts';
import type { Fix } from '../../server/src/rules/rule.ts';
import { check, itemPairs } from '../helpers/check.ts';
import { everySheet, fixture, type Sheet } from '../helpers/collection.ts';
import { filled } from '../helpers/fill.ts';
import { linesOf, mend, type Offer, occurInOrder, offers, pairsOf, untouchedLines } from '../helpers/mend.ts';

/** `x.yaml` → `x.fixed.yaml`: the file, the rule that speaks, and the title of the fix that is carried out. */
const CASES: readonly (readonly [file: string, rule: string, title: string])[] = [
  ['a-sentence-becomes-a-map.work-system.yaml', 'participants/rules-unknown', 'Say which rules they know and how'],
  ['slots-in-braces.work-system.yaml', 'customers/misuse-unchecked', 'Say what limits the use'],
  ['all-items-at-once.work-system.yaml', 'information/no-owner', 'Name the owner (all 2)'],
  ['does-not-apply.work-system.yaml', 'information/no-owner', 'Does not apply, because …'],
  ['ask-later.work-system.yaml', 'information/no-owner', 'Ask later'],
  ['first-exception.work-system.yaml', 'activities/weakness-unanswered', 'Record an exception'],
  ['further-exception.work-system.yaml', 'activities/weakness-unanswered', 'Record an exception'],
  ['key-given-twice.work-system.yaml', 'format/duplicate-key', 'Remove this entry'],
  ['list-becomes-a-map.work-system.yaml', 'format/wrong-type', 'Turn the list into a map with the ids as keys'],
  ['nearest-word.work-system.yaml', 'reference/unknown-id', 'Replace with desk'],
  ['nearest-key.work-system.yaml', 'format/unknown-key', 'Rename to sensitivity'],
  ['windows-line-ends.work-system.yaml', 'information/no-owner', 'Name the owner'],
  ['date-in-another-way.work-system.yaml', 'format/bad-date', 'Rewrite as 2026-10-01'],
  ['security-requirement.charter.yaml', 'initiation/no-security-requirement', 'Insert a security requirement'],
  ['stream-second-document.charter.yaml', 'development/live-test-data', 'Say what protects them'],
  ['short-cut.work-system.yaml', 'activities/workaround-unanswered', 'Record a response'],
  ['cut-by-a-comma.work-system.yaml', 'format/unknown-key', 'Put the sentence in quotes'],
  [
    'comment-becomes-a-waiver.work-system.yaml',
    'waivers/disable-comment-incomplete',
    'Turn into a waiver with an end date',
  ],
];

describe('a fix turns x.yaml into x.fixed.yaml', () => {
  it.each(CASES)('%s: %s, “%s”', async (file, rule, title) => {
    const checked = check(readFileSync(fixture('fixes', file), 'utf8'), { file });
    const offered = offers(checked).filter(({ finding }) => finding.rule === rule);
    const offer = offered.find(({ fix }) => fix.title === title);
    expect(
      offered.map(({ fix }) => fix.title),
      'the fixes that are offered',
    ).toContain(title);
    const mended = mend(offer!)?.text ?? '';
    await expect(mended).toMatchFileSnapshot(fixture('fixes', file.replace('.yaml', '.fixed.yaml')));
    // Snapshots do not tell line ends apart.
    if (checked.stream.text.includes('\r\n')) expect(mended.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });
});

/** What an untouched scaffold may raise: it is itself a finding until a person fills it. */
const LEFT_TO_FILL = /^[^|]*\|(?:wording\/placeholder|waivers\/)/;

interface Exception {
  readonly rule: RegExp;
  readonly title?: RegExp;
  readonly raises: RegExp;
  readonly because: string;
}

/** What else a fix may raise, since it lies in the question itself and not in the fix. */
const MAY_RAISE: readonly Exception[] = [
  { rule: /^reference\//, title: /^Create/, raises: /./, because: 'a new item brings its own questions' },
  {
    rule: /^activities\/weaknesses-never-reviewed$/,
    title: /weakness/,
    raises: /^activities\/weakness-unanswered$/,
    because: 'a weakness without an owner is an open one',
  },
  {
    rule: /^wording\/only-a-sentence$/,
    raises: /^(?:governance\/reporting-unknown|wording\/repeated)$/,
    because: 'only slots can say who knows whom to call; a repeated sentence is repeated in its slot too',
  },
  {
    rule: /^controls\/never-tested$/,
    raises: /^controls\/on-paper-only$/,
    because: 'a control that was a plain sentence is asked for owner and users once it is more',
  },
  {
    rule: /^waivers\/(?:expired|ask-later-overdue)$/,
    raises: /./,
    because: 'with the exception gone, the question itself is asked again',
  },
  {
    rule: /^(?:charter\/phase-missing|initiation\/security-silent)$/,
    raises: /^(?:charter|initiation|development|implementation|operation|gates)\//,
    because: 'a phase that is there brings its own questions',
  },
  {
    rule: /^gates\/no-security-criterion$/,
    raises: /^gates\/owner-missing$/,
    because: 'a gate that was a plain sentence is asked for its owner once it is more',
  },
  {
    rule: /^charter\/link-/,
    raises: /^(?:reference\/unknown-id|charter\/link-wrong-kind)$/,
    because: 'once a link leads somewhere, names can be looked up there; a wrong link is as wrong in the other place',
  },
  {
    rule: /^governance\/reporting-unknown$/,
    raises: /^governance\/reporting-unknown$/,
    because: 'groups are added one at a time, and the rest is asked for at the list that is then there',
  },
];

/** Where one finding stands for several gaps and a fix closes one of them, or may not touch a person's words. */
const MAY_STAY = /^(?:charter\/phase-missing|environment\/unwritten-policy-alone|governance\/reporting-unknown)$/;
const KEEPS_WORDS = /^waivers\/(?:incomplete|not-applicable-unexplained)$/;

const ruleOf = (pair: string): string => /\|(\S+)/.exec(pair)![1]!;

const mayRaise = ({ finding, fix }: Offer, pair: string): boolean =>
  MAY_RAISE.some(
    ({ rule, title, raises }) =>
      rule.test(finding.rule) && (!title || title.test(fix.title)) && raises.test(ruleOf(pair)),
  );

const errors = (checked: CheckedFile): string[] =>
  checked.findings.filter(({ severity }) => severity === 'error').flatMap(pairsOf);

const syntaxProblems = (checked: CheckedFile): number =>
  checked.stream.problems.length +
  checked.stream.documents.flatMap(({ problems }) => problems.filter(({ code }) => code !== 'duplicate-key')).length;

const commentsOf = (checked: CheckedFile): string[] => checked.stream.comments().map(({ text }) => text);

/** True for a fix that leaves something to fill in. A new item is none of these: it may have nothing but its id. */
const leavesSlots = ({ fix, finding }: Offer): boolean =>
  fix.kind === 'scaffold' &&
  !finding.rule.startsWith('reference/') &&
  fix.patches.some((patch) => 'value' in patch && /null|\[\]/.test(JSON.stringify(patch.value)));

/** True for the finding that already asked for other slots of the answer a fix adds to. */
const isStubOf = (fix: Fix, pair: string): boolean =>
  ruleOf(pair) === 'wording/placeholder' && fix.patches.some(({ at }) => at.join('.').startsWith(pair.split(' ')[1]!));

/** What is wrong with a fix, as sentences; none where it keeps its promise. */
function broken(before: CheckedFile, offer: Offer, sheet: Sheet): string[] {
  const { finding, fix, document, model } = offer;
  const mended = mend(offer);
  // What stands behind an alias cannot be changed in one place only; then a fix is not offered.
  if (!mended) return document.shared.length > 0 ? [] : ['cannot be carried out'];
  const after = sheet.check(mended.text);
  const found: string[] = [];
  if (syntaxProblems(after) > syntaxProblems(before)) found.push(`breaks the text:\n${mended.text}`);
  if (!occurInOrder(untouchedLines(sheet.text, mended.edits), linesOf(mended.text))) found.push('changes other lines');
  const takesOut = fix.patches.some(({ op }) => op === 'remove' || op === 'comment');
  if (!takesOut && !occurInOrder(commentsOf(before), commentsOf(after))) found.push('loses a comment');

  const [known, now] = [new Set(itemPairs(before)), itemPairs(after)];
  const newErrors = added(errors(before), errors(after)).filter((pair) => !mayRaise(offer, pair));
  if (newErrors.length > 0) found.push(`adds ${newErrors.join(', ')}`);

  const speaks = now.some((pair) => !known.has(pair) || pairsOf(finding).includes(pair) || isStubOf(fix, pair));
  if (leavesSlots(offer) && !speaks) found.push('quiets the question with empty slots');

  const own = new Set(pairsOf(finding));
  let stay = now.filter((pair) => own.has(pair));
  if (fix.kind === 'scaffold' || fix.kind === 'waive') {
    let raised = now.filter((pair) => !known.has(pair) && !LEFT_TO_FILL.test(pair) && !mayRaise(offer, pair));
    if (takesOut) raised = added(itemPairs(before), raised);
    const asksAgain = raised.filter((pair) => ruleOf(pair) === finding.rule);
    // Where empty slots do not yet quiet the rule, filled ones do.
    if ((stay.length > 0 || asksAgain.length > 0) && model) {
      const full = filled(fix, model);
      const mendedInFull = full && mend({ document, fix: full });
      const then = mendedInFull ? itemPairs(sheet.check(mendedInFull.text)) : [];
      stay = then.filter((pair) => own.has(pair));
      raised = raised.filter((pair) => !asksAgain.includes(pair) || then.includes(pair));
    }
    if (raised.length > 0) found.push(`raises ${raised.join(', ')}`);
  }
  if (stay.length > 0 && !MAY_STAY.test(finding.rule) && !KEEPS_WORDS.test(finding.rule))
    found.push(`does not settle ${stay.join(', ')}`);
  return found;
}

/** The pairs that came on top; places in lists are not compared, since they move when an element is taken out. */
function added(before: readonly string[], after: readonly string[]): string[] {
  const place = (pair: string): string => pair.replace(/\.\d+(?=\.|$)/g, '.*');
  const left = before.map(place);
  return after.filter((pair) => {
    const at = left.indexOf(place(pair));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** The same for fixes that are alike: the rule, and the title but for the names and numbers in it. */
const sortOf = ({ finding, fix }: Offer): string =>
  `${finding.rule} ${fix.kind} ${fix.title.replace(/“[^”]*”|\S*[-_]\S*|\d+/g, '…')}`;

/** The same for fixes that write in the same way: what their patches do, and the shape of what they put in. */
function handOf({ fix }: Offer): string {
  const shape = (value: unknown): unknown =>
    value === null || typeof value !== 'object'
      ? typeof value
      : Array.isArray(value)
        ? value.map(shape)
        : Object.values(value).map(shape);
  const ways = fix.patches.map((patch) => [
    patch.op,
    'value' in patch && [shape(patch.value), patch.comment !== undefined],
  ]);
  return [...new Set(ways.map((way) => JSON.stringify(way)))].join();
}

const tried = new Set<string>();

/**
 * Of fixes that are alike, one in all files; beside these, in each short file, one of those that write in the same way,
 * since these files are about one peculiarity of the text each. More rounds try one of each sort in every file.
 */
function oneOfEachSort(all: readonly Offer[], { file, text }: Sheet): Offer[] {
  const hands = new Set<string>();
  const perFile = Number(process.env.WORKSEC_ROUNDS ?? 1) > 1;
  return all.filter((offer) => {
    const sort = perFile ? `${file} ${sortOf(offer)}` : sortOf(offer);
    const isNew = !tried.has(sort) || (text.length < 1100 && !hands.has(handOf(offer)));
    tried.add(sort);
    if (isNew) hands.add(handOf(offer));
    return isNew;
  });
}

describe('every fix keeps its promise', () => {
  const shortFirst = everySheet.toSorted((a, b) => a.text.length - b.text.length);
  it.each(shortFirst.map((sheet) => [sheet.file, sheet] as const))('%s', (_file, sheet) => {
    const before = sheet.check(sheet.text);
    const found = oneOfEachSort(offers(before), sheet).flatMap((offer) =>
      broken(before, offer, sheet).map(
        (what) => `${offer.finding.fingerprint} “${offer.fix.title}” (${offer.fix.kind}) ${what}`,
      ),
    );
    expect(found).toEqual([]);
  });
});
