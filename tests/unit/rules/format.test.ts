import { describe, expect, it } from 'vitest';
import { applyEdits, editsFor } from '../../../server/src/yaml/patch.ts';
import { check, pairs } from '../../helpers/check.ts';
import { fixedBy, told } from '../../helpers/told.ts';

type Options = Parameters<typeof check>[1];

/** What the format rules say about a whole text: `rule path [underlined] message`. */
const said = (text: string, options?: Options): string[] =>
  check(text, options)
    .findings.filter(({ rule }) => rule.startsWith('format/'))
    .map(({ rule, at, span, message }) =>
      [rule.slice('format/'.length), at.join('.'), `[${text.slice(span.start, span.end)}]`, message].join(' '),
    );

/** The text after the first fix of a title, whichever document it belongs to. */
function mended(text: string, title: string): string {
  const checked = check(text);
  for (const { document, findings } of checked.documents) {
    const fix = findings.flatMap(({ fixes }) => fixes).find((each) => each.title === title);
    const edits = fix && editsFor(document, fix.patches);
    if (edits) return applyEdits(text, edits);
  }
  throw new Error(`no fix ${title}`);
}

const HEAD = 'kind: work-system\nformat: 1\ntitle: Claims\n';

describe('the text', () => {
  it('says in plain words why a document cannot be read, and nothing else about it', () => {
    expect(said('title: Claims\nroles: [manager\n')).toEqual([
      'yaml-syntax  [[] This cannot be read as YAML: a closing bracket ] is missing.',
    ]);
  });

  it('still checks the other documents of a stream', () => {
    expect(said(`roles: [manager\n---\n${HEAD}foo: bar\n`).map((each) => each.split(' ')[0])).toEqual([
      'yaml-syntax',
      'unknown-key',
    ]);
  });

  it('names the line of a key that is given twice, and uses the first', () => {
    const body = 'information:\n  claim-file: { sensitivity: internal }\n  claim-file: { sensitivity: public }\n';
    expect(told('format/duplicate-key', body)).toEqual([
      {
        at: 'information.claim-file',
        marks: 'claim-file',
        message: '“claim-file” is already given in line 5.',
        beside: ['claim-file: “claim-file” is given here first'],
        fixes: [],
      },
    ]);
    expect(fixedBy('format/duplicate-key', 'Remove this entry', body)).toBe(
      'information:\n  claim-file: { sensitivity: internal }\n',
    );
  });

  it('takes the second entry out by itself only where both say the same', () => {
    const kinds = (second: string) =>
      check(`${HEAD}purpose: Decide\npurpose: ${second}\n`).findings[0]!.fixes.map(({ kind }) => kind);
    expect([kinds('Decide'), kinds('Pay')]).toEqual([['complete'], ['waive']]);
  });

  it('does not count keys that a merge key brings in', () => {
    const body =
      'x-common: &common { sensitivity: internal }\ninformation:\n  note: { <<: *common, sensitivity: public }\n';
    expect(told('format/duplicate-key', body)).toEqual([]);
  });

  it('tells sizes so that they differ', () => {
    const text = (bytes: number) => HEAD + '#'.padEnd(bytes - HEAD.length, 'x');
    expect(said(text(5_242_880))).toEqual([]);
    expect(said(text(5_242_881))).toEqual([
      'too-large  [kind: work-system] This file has 5242881 bytes; files above 5242880 bytes are not checked.',
    ]);
    expect(said(text(6_000_000))[0]).toContain('This file has 5.7 MB; files above 5 MB are not checked.');
  });

  it('stops at an alias that leads back to itself and at what lies too deep', () => {
    expect(said(`${HEAD}x-a: &a [*a]\n`)).toEqual([
      'alias-limit  [*a] The aliases in this document repeat too much to be followed.',
    ]);
    expect(said(`${HEAD}notes: ${'['.repeat(64)}${']'.repeat(64)}\n`)).toEqual([
      'depth-limit  [[] This is nested more than 64 levels deep and is not checked.',
    ]);
  });
});

describe('the head', () => {
  const ASK = 'Say what this is: kind: work-system or kind: project-charter.';

  it.each([
    ['no kind', 'title: Claims\n', [`kind-missing kind [title: Claims] ${ASK}`]],
    ['a blank kind', 'kind:\ntitle: Claims\n', [`kind-missing kind [kind:] ${ASK}`]],
    ['no map at all', '# claims\n- Claims\n', [`kind-missing kind [- Claims] ${ASK}`]],
    ['an empty document', '# claims\n', []],
    [
      'a mistyped kind',
      'kind: worksystem\n',
      ['kind-unknown kind [worksystem] “worksystem” is not a kind known here. Did you mean work-system?'],
    ],
    [
      'another kind',
      'kind: invoice\n',
      ['kind-unknown kind [invoice] “invoice” is not a kind known here. Write work-system or project-charter.'],
    ],
    [
      'no version',
      'kind: work-system\ntitle: C\n',
      ['version-missing format [kind] No format number given; read as format 1.'],
    ],
    [
      'another version',
      'kind: work-system\nformat: 2\nfoo: bar\n',
      ['version-unsupported format [2] This version reads format 1, not 2.'],
    ],
    [
      'a version in quotes',
      'kind: work-system\nformat: "1"\n',
      ['version-unsupported format ["1"] This version reads format 1, not the text “1”.'],
    ],
    [
      'another version of no kind',
      'format: 2\n',
      ['version-unsupported format [2] This version reads format 1, not 2.'],
    ],
    [
      'no title',
      'kind: work-system\nformat: 1\n',
      ['title-missing title [kind] Give this work system description a title, so that reports can name it.'],
    ],
    [
      'a title that keeps the place',
      'kind: project-charter\nformat: 1\ntitle: TBD\n',
      ['title-missing title [kind] Give this project charter a title, so that reports can name it.'],
    ],
  ])('%s', (_what, text, expected) => {
    expect(said(text)).toEqual(expected);
  });

  it('leaves documents without a known kind alone in files with other names', () => {
    for (const text of ['title: Claims\n', 'kind: Deployment\nformat: 2\n'])
      expect(pairs(check(text, { file: 'values.yaml' }))).toEqual([]);
  });

  it('says which kind counts where the name of the file differs, in a file of one document', () => {
    const charter = 'kind: project-charter\nformat: 1\ntitle: Claims\n';
    const file = 'claims.work-system.yaml';
    expect(said(charter, { file })).toEqual([
      'kind-and-name-differ kind [project-charter] The file name suggests a work system description; it is checked as a project charter.',
    ]);
    expect(said(`${charter}---\n${HEAD}`, { file })).toEqual([]);
    expect(said(charter, { file: 'claims.yaml' })).toEqual([]);
  });

  it.each([
    ['title: Claims\n', 'Insert the kind that fits the file name', 'kind: work-system'],
    ['kind: worksystem\n', 'Replace with work-system', 'kind: work-system\n'],
    ['kind: work-system\ntitle: C\n', 'Insert format: 1', 'format: 1\n'],
    ['kind: work-system\nformat: 1\n', 'Insert a title', 'title:'],
  ])('mends %j: %s', (text, title, expected) => {
    expect(mended(text, title)).toContain(expected);
  });
});

describe('format/unknown-key', () => {
  const rule = 'format/unknown-key';

  it('offers the nearest field, unless it is there already', () => {
    expect(told(rule, 'information:\n  note: { sensitivty: public }\n')).toEqual([
      {
        at: 'information.note.sensitivty',
        marks: 'sensitivty',
        message: '“sensitivty” is not a field here, so nothing reads it. Did you mean sensitivity?',
        beside: [],
        fixes: ['Rename to sensitivity'],
      },
    ]);
    expect(told(rule, 'information:\n  note: { sensitivty: public, sensitivity: public }\n')[0]!.fixes).toEqual([]);
  });

  it('moves the text to notes, below what stands there', () => {
    expect(fixedBy(rule, 'Move the text to notes', 'information:\n  note:\n    colour: blue\n')).toBe(
      'information:\n  note:\n    notes: "colour: blue"\n',
    );
    expect(fixedBy(rule, 'Move the text to notes', 'information:\n  note:\n    notes: Old\n    colour: blue\n')).toBe(
      'information:\n  note:\n    notes: "Old; colour: blue"\n',
    );
  });

  it.each([
    [
      'when: Before leaving, with the foreman',
      'who: Ann, when: "Before leaving, with the foreman"',
      'with the foreman',
    ],
    ['when: a, b c,1,000', 'who: Ann, when: "a, b c,1,000"', 'b c'],
  ])('puts a sentence together that a comma has cut: %s', (cut, whole, marks) => {
    const body = (fields: string): string => `information: { note: { accuracy_check: { ${fields} } } }\n`;
    const [first] = told(rule, body(`who: Ann, ${cut}`));
    expect([first?.marks, first?.message]).toEqual([
      marks,
      `“${marks}” is not a field here, so nothing reads it. Between braces a comma ends a text that has no quotes.`,
    ]);
    expect(fixedBy(rule, 'Put the sentence in quotes', body(`who: Ann, ${cut}`))).toBe(body(whole));
  });

  it.each([
    ['the first key', 'activities: { pay: { and so on, does: Pay } }\n'],
    ['a key with a colon', 'activities: { pay: { does: Pay, and so on: } }\n'],
    ['a key behind a text in quotes', 'activities: { pay: { does: "Pay", and so on } }\n'],
    ['a key behind a field of ids', 'activities: { pay: { uses: note, list } }\n'],
    ['a key behind a choice', 'information: { note: { sensitivity: public, mostly } }\n'],
    ['a key on a line of its own', 'activities:\n  pay:\n    does: Pay\n    and so on:\n'],
    ['a key behind a comment', 'activities: { pay: { does: Pay, # now\n  and so on } }\n'],
  ])('sees no sentence in %s', (_what, body) => {
    expect(told(rule, body).map(({ fixes }) => fixes)).toEqual([[]]);
  });

  it.each([
    ['notes are free', 'notes: { anything: goes }\n'],
    ['keys that begin with x- are free', 'x-colour: blue\ninformation: { note: { x-colour: blue } }\n'],
    ['conditions are free', 'environment: { conditions: { what we know: Little } }\n'],
    ['ids are free', 'information: { colour: Blue }\n'],
  ])('%s', (_what, body) => {
    expect(told(rule, body)).toEqual([]);
  });
});

describe('format/wrong-type', () => {
  const rule = 'format/wrong-type';

  it.each([
    ['purpose: [a]\n', 'purpose', 'Purpose takes one text, not a list.'],
    ['small_team: maybe\n', 'small_team', 'Small team takes true or false, not text.'],
    [
      'participants: { clerks: { count: many } }\n',
      'participants.clerks.count',
      'Count takes a number from 0 up, not text.',
    ],
    ['controls: { lock: { minutes: -3 } }\n', 'controls.lock.minutes', 'Minutes takes a number from 0 up, not -3.'],
    [
      'participants: { clerks: [a] }\n',
      'participants.clerks',
      '“clerks” takes a sentence or a map of fields, not a list.',
    ],
    ['participants: Clerks\n', 'participants', 'Participants takes a map with an id for each entry, not text.'],
    ['security_lead: { name: Ann }\n', 'security_lead', 'Security lead takes one text, not a map.'],
    ['small_team: yes\n', 'small_team', 'Small team takes true or false, not text.'],
    ['activities: { pay: { uses: { note: all } } }\n', 'activities.pay.uses', 'Uses takes a list of ids, not a map.'],
    [
      'information: { note: { protections: { a: b } } }\n',
      'information.note.protections',
      'Protections takes a list of ids or words, not a map.',
    ],
    [
      'activities: { pay: { workarounds_asked: { whom: { a: b } } } }\n',
      'activities.pay.workarounds_asked.whom',
      'Whom takes a list of posts or groups, not a map.',
    ],
    [
      'participants: { clerks: { involved_in: { a: b } } }\n',
      'participants.clerks.involved_in',
      'Involved in takes a list of words, not a map.',
    ],
    ['described_on: { year: 2026 }\n', 'described_on', 'Described on takes a date, not a map.'],
    [
      'activities: { pay: { uses: [[note]] } }\n',
      'activities.pay.uses.0',
      'An entry of uses takes one id, not a list.',
    ],
    [
      'products: { letter: { safeguards: [a] } }\n',
      'products.letter.safeguards',
      'Safeguards takes a sentence or a map of fields, not a list.',
    ],
  ])('%j', (body, at, message) => {
    expect(told(rule, body).map((each) => [each.at, each.message])).toEqual([[at, message]]);
  });

  it.each(['participants: { clerks: { involved_in: requirements } }\n', 'title: 2026\n', 'activities: { pay: }\n'])(
    'takes %j as it is',
    (body) => {
      expect(told(rule, body)).toEqual([]);
    },
  );

  it('turns a list of items into a map', () => {
    const body = 'information:\n  - id: note\n    sensitivity: public\n  - letter\n';
    expect(fixedBy(rule, 'Turn the list into a map with the ids as keys', body)).toBe(
      'information:\n  note:\n    sensitivity: public\n  letter:\n',
    );
  });

  it.each([
    ['an item has no id', 'information: [{ sensitivity: public }]\n'],
    ['an id is given twice', 'information: [note, note]\n'],
    ['an id is none', 'information: [our notes]\n'],
  ])('offers that not where %s', (_what, body) => {
    expect(told(rule, body)[0]!.fixes).toEqual([]);
  });

  it.each([
    ['yes', 'true'],
    ['On', 'true'],
    ['"True"', 'true'],
    ['n', 'false'],
    ['OFF', 'false'],
  ])('takes %s for %s', (written, meant) => {
    const body = (value: string): string => `technologies: { till: { portable: ${value} } }\n`;
    expect(fixedBy(rule, `Replace with ${meant}`, body(written))).toBe(body(meant));
  });

  it('keeps the comments of a list that becomes a map', () => {
    const title = 'Turn the list into a map with the ids as keys';
    const list =
      'information:\n  # top\n  - id: note # first\n    sensitivity: internal\n  # above\n  - id: file\n    # inside\n    sensitivity: public # last\n';
    expect(fixedBy(rule, title, list)).toBe(
      'information:\n  # top\n  # first\n  note:\n    sensitivity: internal\n  # above\n  # inside\n  # last\n  file:\n    sensitivity: public\n',
    );
    const kinds = check(HEAD + list).findings.flatMap(({ fixes }) => fixes);
    expect(kinds.find((fix) => fix.title === title)?.kind).toBe('decision');
  });
});

describe('format/bad-date', () => {
  it.each([
    ['1.10.2026', ['Rewrite as 2026-10-01']],
    ['2 May 2026', ['Rewrite as 2026-05-02']],
    ['3/4/2026', []],
    ['2026-02-30', []],
    ['last spring', []],
  ])('%s', (date, fixes) => {
    expect(told('format/bad-date', `described_on: ${date}\n`)).toEqual([
      {
        at: 'described_on',
        marks: date,
        message: 'Write this date as year-month-day, for example 2027-01-31.',
        beside: [],
        fixes,
      },
    ]);
  });

  it.each(['2026-10-01', '2026-10-01T08:00:00Z', 'TBD', ''])('leaves %j alone', (date) => {
    expect(told('format/bad-date', `described_on: ${date}\n`)).toEqual([]);
  });
});

describe('format/bad-choice', () => {
  const rule = 'format/bad-choice';

  it('offers the nearest word', () => {
    expect(told(rule, 'information: { note: { sensitivity: confidental } }\n')).toEqual([
      {
        at: 'information.note.sensitivity',
        marks: 'confidental',
        message: 'Sensitivity takes one of public, internal, confidential, restricted. Did you mean confidential?',
        beside: [],
        fixes: ['Replace with confidential'],
      },
    ]);
  });

  it('does not mind case, blanks, hyphens and underscores', () => {
    expect(told(rule, 'information: { note: { personal_data: Special Category } }\n')).toEqual([]);
  });

  it('shows as many words as a message holds', () => {
    const text = 'kind: project-charter\nformat: 1\ntitle: Claims\nprivacy_triggers: [money]\n';
    expect(said(text)).toEqual([
      'bad-choice privacy_triggers.0 [money] An entry of privacy triggers takes one of profiling, large-scale, public-monitoring, new-technology, access-to-service and 7 more.',
    ]);
  });
});

describe('keys', () => {
  it('asks for an id that can be written elsewhere, and keeps the text as name', () => {
    const body = 'participants:\n  Claims handlers: Decide\n';
    expect(told('format/bad-id', body).map(({ at, marks }) => [at, marks])).toEqual([
      ['participants.Claims handlers', 'Claims handlers'],
    ]);
    expect(fixedBy('format/bad-id', 'Rename to claims-handlers and keep the text as name', body)).toBe(
      'participants:\n  claims-handlers:\n    description: Decide\n    name: Claims handlers\n',
    );
  });

  it.each([
    ['Claims handlers', 'Use a short id without blanks or dots here'],
    ['v1.2', 'Use a short id without blanks or dots here'],
    ['straße', 'Use a short id of the letters a to z, digits and hyphens here'],
    ['a/b', 'Use a short id of the letters a to z, digits and hyphens here'],
    ['_clerks', 'Begin this id with a letter or a digit'],
  ])('says what is wrong with %s', (key, message) => {
    expect(told('format/bad-id', `participants: { ${key}: A }\n`).map((each) => each.message)).toEqual([
      `${message} and put the full name under name:.`,
    ]);
  });

  it('spells letters of other languages out', () => {
    expect(
      fixedBy('format/bad-id', 'Rename to kaese-strasse and keep the text as name', 'products: { Kæse-Straße: A }\n'),
    ).toBe('products: { kaese-strasse: { description: A, name: Kæse-Straße } }\n');
  });

  it('does not offer an id that is taken', () => {
    expect(told('format/bad-id', 'participants: { My clerks: A, my-clerks: B }\n')[0]!.fixes).toEqual([]);
  });

  it.each(['no', 'Yes', 'ON', 'n'])('warns of the key %s', (key) => {
    expect(
      told('format/switch-word-key', `information:\n  ${key}: Notices\n`).map(({ marks, message }) => [marks, message]),
    ).toEqual([[key, `Some YAML readers take “${key}” for true or false. Use another word or put it in quotes.`]]);
  });

  it('does not mind such a key in quotes', () => {
    expect(told('format/switch-word-key', 'information:\n  "no": Notices\n')).toEqual([]);
  });
});
