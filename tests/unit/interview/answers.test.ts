import { describe, expect, it } from 'vitest';
import { readSheet } from '../../../server/src/interview/filled.ts';
import { standInOf } from '../../../server/src/interview/stand-ins.ts';
import { check } from '../../helpers/check.ts';
import { applied, questionsIn } from '../../helpers/interviewing.ts';

const TEXT = [
  'kind: work-system # kept',
  'format: 1',
  'title: Claims',
  'security_lead: office manager',
  'roles: { office-manager: { name: Office manager } }',
  'participants:',
  '  handlers: Claims handlers',
  'activities:',
  '  assess: { does: A handler decides, performed_by: [handlers], uses: [claim-file] }',
  'information:',
  '  claim-file:   { name: The claim file, sensitivity: confidential }   # odd  ',
  '  notes-book: Scribbles',
  'technologies:',
  '  safe: The safe in the back office',
  '',
].join('\n');

const checked = check(TEXT, { file: 'claims.work-system.yaml' });
const referenceOf = (rule: string): string =>
  questionsIn(checked).find((question) => question.rule === rule)!.reference;

/** A sheet with one question and what was written below it. */
const sheet = (rule: string, ...lines: readonly string[]): string =>
  [`### 1. Well? <!-- worksec ${referenceOf(rule)} -->`, '', 'Answer:', ...lines, ''].join('\n');

const lineWith = (text: string, word: string): string => text.split('\n').find((line) => line.includes(word)) ?? '';

/** The one thing that was told of an answer. */
const fate = (rule: string, answer: string): string => {
  const [told] = applied(checked, sheet(rule, answer)).told;
  return [told!.fate, told!.why].filter(Boolean).join(': ');
};

describe('an answer', () => {
  it('goes in as a sentence, however many lines and signs it has', () => {
    const { text } = applied(
      checked,
      sheet(
        'information/unprotected',
        'It lies in the safe: only "Dörte" has the key.',
        '# of keys: 1',
        '',
        'Nobody else.',
      ),
    );
    expect(lineWith(text, 'claim-file:')).toBe(
      '  claim-file:   { name: The claim file, sensitivity: confidential, protections: ' +
        `'It lies in the safe: only "Dörte" has the key. # of keys: 1 Nobody else.' }   # odd  `,
    );
    expect(text.replace(lineWith(text, 'claim-file:'), lineWith(TEXT, 'claim-file:'))).toBe(TEXT);
  });

  it('becomes the id of what it names, and a word where the field takes one', () => {
    expect(applied(checked, sheet('information/no-owner', 'The office manager.')).text).toContain(
      'owner: office-manager }',
    );
    expect(applied(checked, sheet('information/no-store', 'Safe')).text).toContain('stored_in: [safe] }');
    expect(applied(checked, sheet('information/unclassified', 'Internal, nobody else cares')).text).toContain(
      'sensitivity: internal',
    );
    expect(fate('information/unclassified', 'not confidential')).toBe(
      'left: The field cannot take it: it takes public, internal, confidential or restricted.',
    );
    expect(fate('information/unclassified', 'public or internal')).toMatch(/^left/);
  });

  it('fills slots where each line names one', () => {
    const { text } = applied(
      checked,
      sheet('activities/unwatched', 'who: Office manager', 'how: Five files', 'every: once a week'),
    );
    expect(lineWith(text, 'assess:')).toContain('watched_by: { who: office-manager, how: Five files, every: week }');
  });

  it('keeps who answered and when, where the field asks for that', () => {
    const head = ['# Questions <!-- worksec -->', 'Answered by: Office manager', 'Date:', '16.11.2026', ''];
    const { text } = applied(
      checked,
      [...head, sheet('activities/weaknesses-never-reviewed', 'Files lie open')].join('\n'),
    );
    expect(text).toContain('weaknesses_reviewed: { by: office-manager, date: 2026-11-16, notes: Files lie open }');
  });

  it('may be that the question does not arise, or waits', () => {
    const { text } = applied(
      checked,
      sheet('information/no-owner', 'Does not apply: it is shredded (office manager, until 31 January 2027)'),
    );
    expect(text).toContain(
      'owner: { not_applicable: { because: it is shredded, decided_by: office manager, until: 2027-01-31 } }',
    );
    const later = applied(checked, sheet('information/no-owner', 'later: Marta, by 2027-01-31'));
    expect(later.text).toContain('owner: { ask_later: { who: Marta, by: 2027-01-31 } }');
    expect(fate('information/no-owner', 'does not apply: no idea why')).toMatch(
      /^left: Say also why, and who decided it/,
    );
    expect(fate('information/no-owner', 'Does not apply to the vets, but Marta decides')).toBe('taken');
  });

  it('is open where it says nothing, and left out where it only assures', () => {
    for (const nothing of ['', '?', '-', 'TBD', 'Not known.', "I don't know", 'later'])
      expect(fate('information/no-owner', nothing)).toBe('blank');
    expect(fate('information/unprotected', 'Yes!')).toBe(
      'left: The field cannot take it: “Yes!” does not say what happens.',
    );
  });

  it('never takes the place of another', () => {
    const filled = sheet('information/no-owner', 'Marta');
    const after = check(applied(checked, filled).text, { file: 'claims.work-system.yaml' });
    expect(applied(after, sheet('information/no-owner', 'Peter')).told[0]).toMatchObject({
      fate: 'left',
      why: /answered in the file/,
    });
    const twice = applied(checked, `${filled}\n${sheet('information/no-owner', 'Peter')}`);
    expect(twice.told.map((told) => told.fate)).toEqual(['taken', 'left']);
    expect(applied(checked, filled.replace('no-owner', 'no-such-rule')).told[0]?.why).toBe(
      'This question is no longer asked.',
    );
  });

  it('is read with other line ends, marks of the text and quotation signs', () => {
    const windows = `\ufeff${sheet('information/no-owner', '> Marta,', '> our *boss*').replaceAll('\n', '\r\n')}`;
    expect(readSheet(windows)?.answers).toMatchObject([{ text: 'Marta,\nour *boss*' }]);
    const semicolons = `\ufeffref;answer;who;date\r\n${referenceOf('information/no-owner')};"Marta; ""our"" boss";;\r\n`;
    expect(readSheet(semicolons)?.answers).toMatchObject([{ text: 'Marta; "our" boss', line: 2 }]);
    expect(readSheet('Dear all,')).toBeUndefined();
  });

  it('does not run into a question that has lost its mark', () => {
    const { answers, stray } = readSheet(
      `${sheet('information/no-owner', 'Marta')}### 2. And this?\n\nAnswer: Peter\n`,
    )!;
    expect(answers).toMatchObject([{ text: 'Marta' }]);
    expect(stray.map(({ text }) => text)).toEqual(['### 2. And this?', 'Answer: Peter']);
  });
});

describe('a person’s words', () => {
  it.each([
    [
      'Doesn’t apply – there is no paper (Marta)',
      { kind: 'not-applicable', because: 'there is no paper', decided_by: 'Marta' },
    ],
    ['later (office manager, 31.1.2027)', { kind: 'later', who: 'office manager', by: '2027-01-31' }],
    ['Later in the day Marta looks', undefined],
  ])('%s', (said, expected) => {
    expect(standInOf(said)).toEqual(expected);
  });
});
