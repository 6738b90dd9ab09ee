import { DOMParser } from '@xmldom/xmldom';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageParts, shownQuestions, shownWords } from '../../../client/src/panel/content.ts';
import { html } from '../../../client/src/panel/html.ts';
import type { PanelContent, PanelState } from '../../../client/src/panel/messages.ts';
import { shellHtml } from '../../../client/src/panel/shell.ts';
import type { DocumentCoverage, QuestionCoverage } from '../../../server/src/protocol.ts';

const RANGE = { start: { line: 3, character: 2 }, end: { line: 3, character: 9 } };

const question = (parts: Partial<QuestionCoverage>): QuestionCoverage => ({
  key: 'information/no-owner information.file',
  area: 'information',
  about: 'Applicant file',
  question: 'Who looks after the applicant file?',
  fate: 'open',
  who: ['Clerks'],
  range: RANGE,
  ...parts,
});

const document = (parts: Partial<DocumentCoverage> = {}): DocumentCoverage => ({
  title: 'Referencing',
  kind: 'work-system',
  broken: false,
  counts: { questions: 2, answered: 1, open: 1, accepted: 0, notApplicable: 0 },
  areas: [
    { id: 'activities', name: 'Activities' },
    { id: 'information', name: 'Information' },
  ],
  pictures: [
    { id: 'framework', svg: '<svg id="one"></svg>' },
    { id: 'flow', svg: '<svg id="two"></svg>' },
  ],
  questions: [
    question({}),
    question({ key: 'activities/unwatched activities.a', area: 'activities', fate: 'answered', question: 'Seen?' }),
  ],
  ...parts,
});

const content = (...documents: readonly DocumentCoverage[]): PanelContent => ({
  style: '',
  documents,
  uri: 'file:///work/a.work-system.yaml',
  file: 'a.work-system.yaml',
  counts: documents.map(() => ['2 questions', '1 open']),
  words: {
    picture: 'Picture',
    pictures: { framework: 'Framework', 'life-cycle': 'Life cycle', flow: 'Ways', grid: 'Grid' },
    document: 'Document',
    broken: 'The text cannot be read just now.',
    questions: 'Questions',
    noQuestions: 'No questions yet.',
    state: 'State',
    area: 'Element',
    all: 'All',
    question: 'Question',
    about: 'About',
    who: 'Who',
    until: 'until {0}',
    fates: { answered: 'answered', open: 'open', accepted: 'accepted', notApplicable: 'does not apply' },
    doing: { exportReport: 'Export report…', interview: 'Interview questions…' },
    shownOne: '1 question is shown.',
    shownMany: '{0} questions are shown.',
  },
});

const ALL: PanelState = { document: 0, fate: '', area: '' };

/** A part of the page as a tree; throws where it is not well-formed. */
const tree = (part: { readonly text: string }) =>
  new DOMParser({
    onError: (level, message) => {
      if (level !== 'warning') throw new Error(message);
    },
  }).parseFromString(
    `<div>${part.text.replace(/ (selected|checked)(?=[ >])/g, ' $1=""').replace(/<input([^>]*)>/g, '<input$1/>')}</div>`,
    'text/xml',
  ).documentElement!;

const texts = (part: { readonly text: string }, tag: string): (string | null)[] =>
  [...tree(part).getElementsByTagName(tag)].map(({ textContent }) => textContent);

describe('the page of the panel', () => {
  it('says what it is about, and lists the questions by state, item, element and people', () => {
    const { head, questions } = pageParts(content(document()), ALL);
    expect(texts(head, 'h1')).toEqual(['Referencing']);
    expect(head.text).toContain('2 questions · 1 open');
    expect(
      [...tree(questions).getElementsByTagName('tr')].map((row) =>
        row.textContent
          ?.split('\n')
          .map((cell) => cell.trim())
          .filter(Boolean),
      ),
    ).toEqual([
      ['StateQuestionAboutElementWho'],
      ['? open', 'Who looks after the applicant file?', 'Applicant file', 'Information', 'Clerks'],
      ['✓ answered', 'Seen?', 'Applicant file', 'Activities', 'Clerks'],
    ]);
    expect([...tree(questions).getElementsByTagName('th')].map((head) => head.getAttribute('scope'))).toEqual([
      ...Array(5).fill('col'),
      'row',
      'row',
    ]);
  });

  it('shows the chosen picture, else the first', () => {
    expect(pageParts(content(document()), ALL).picture.text).toContain('<svg id="one">');
    expect(pageParts(content(document()), { ...ALL, picture: 'flow' }).picture.text).toContain('<svg id="two">');
    expect(pageParts(content(document()), { ...ALL, picture: 'grid' }).picture.text).toContain('<svg id="one">');
  });

  it('leaves out what the filters do not ask for, and numbers the rest as before', () => {
    const state: PanelState = { ...ALL, fate: 'answered' };
    expect(shownQuestions(document(), state).map(({ question: text }) => text)).toEqual(['Seen?']);
    expect(pageParts(content(document()), state).questions.text).toContain('data-question="1"');
    expect(shownQuestions(document(), { ...ALL, fate: 'open', area: 'activities' })).toEqual([]);
    expect(shownWords(content().words, 1)).toBe('1 question is shown.');
    expect(shownWords(content().words, 0)).toBe('0 questions are shown.');
  });

  it('lets people choose among the documents of a file', () => {
    const two = content(document(), document({ title: 'Second' }));
    expect(texts(pageParts(two, { ...ALL, document: 1 }).head, 'h1')).toEqual(['Second']);
    expect(texts(pageParts(two, ALL).head, 'option')).toEqual(['Referencing', 'Second']);
    expect(texts(pageParts(content(document()), ALL).head, 'option')).toEqual([]);
  });

  it('says that a text cannot be read, and where nothing is asked', () => {
    expect(pageParts(content(document({ broken: true })), ALL).head.text).toContain(
      'The text cannot be read just now.',
    );
    const empty = pageParts(content(), ALL);
    expect(texts(empty.head, 'h1')).toEqual(['a.work-system.yaml']);
    expect(empty.head.text).toContain('No questions yet.');
    expect(empty.questions.text).toBe('');
  });

  it('says until when something is accepted', () => {
    const accepted = question({ fate: 'accepted', who: ['Partner'], until: '2027-01-01' });
    const { questions } = pageParts(content(document({ questions: [accepted] })), ALL);
    expect(tree(questions).textContent).toContain('Partner until 2027-01-01');
  });
});

describe('whatever stands in a file', () => {
  it('is text in the page, never markup', () => {
    const known = [
      'div',
      'h1',
      'p',
      'label',
      'select',
      'option',
      'fieldset',
      'legend',
      'input',
      'svg',
      'table',
      'thead',
      'tbody',
      'tr',
      'th',
      'td',
      'span',
      'button',
    ];
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (name) => {
        const text = `${name}<script>"'&`;
        const hostile = document({
          title: text,
          document: text,
          areas: [{ id: text, name: text }],
          questions: [question({ key: text, area: text, about: text, question: text, who: [text], until: text })],
        });
        for (const part of Object.values(pageParts(content(hostile, hostile), ALL)))
          for (const { tagName } of tree(part).getElementsByTagName('*')) expect(known).toContain(tagName);
        expect(html`<b title="${text}">${text}</b>`.text.match(/[<>]/g)).toHaveLength(4);
      }),
      { numRuns: 20 },
    );
  });
});

describe('the page before anything is shown', () => {
  const shell = shellHtml({
    nonce: 'abc',
    script: 'https://host/panel.js',
    language: 'de',
    title: 'Ü <b>',
    questions: 'Fragen',
  });

  it('may run its own script and style, and nothing else', () => {
    expect(/content="(default-src[^"]*)"/.exec(shell)?.[1]).toBe(
      "default-src 'none'; style-src 'nonce-abc'; script-src 'nonce-abc'",
    );
    for (const [tag] of shell.matchAll(/<(?:script|style)[^>]*>/g)) expect(tag).toContain('nonce="abc"');
    expect(shell).not.toMatch(/ on\w+=| style=|unsafe/);
  });

  it('has the language of the editor, landmarks and a place that is read out when it changes', () => {
    expect(shell).toContain('<html lang="de">');
    expect(shell).toContain('<title>Ü &lt;b&gt;</title>');
    for (const part of ['<main>', '<h2 id="questions-title">Fragen</h2>', 'role="status"'])
      expect(shell).toContain(part);
  });
});
