import { describe, expect, it } from 'vitest';
import { fixedBy, speaksAt, told } from '../../helpers/told.ts';

const item = (fields: string): string => `information:\n  claim-file: ${fields}\n`;

describe('information/unclassified', () => {
  const rule = 'information/unclassified';

  it.each([
    ['a plain sentence has no class', 'Everything about one claim', true],
    ['nor has an item that is only an id', '', true],
    ['a class that is still blank', '{ sensitivity: }', true],
    ['a class to be decided', '{ sensitivity: TBD }', true],
    ['a class', '{ sensitivity: public }', false],
    ['a word that is no class has its own finding', '{ sensitivity: secret }', false],
    [
      'it does not apply',
      '{ sensitivity: { not_applicable: { because: Being deleted, decided_by: manager } } }',
      false,
    ],
    ['somebody settles it', '{ sensitivity: { ask_later: { who: manager, by: 2027-01-31 } } }', false],
  ])('%s', (_what, fields, speaks) => {
    expect(speaksAt(rule, item(fields))).toEqual(speaks ? ['information.claim-file'] : []);
  });

  it('asks of a single item with its name', () => {
    expect(told(rule, item('{ name: Claim file }'))).toEqual([
      {
        at: 'information.claim-file',
        marks: 'claim-file',
        message: 'How bad would it be if Claim file leaked, was lost or was wrong?',
        beside: [],
        fixes: ['Choose a class'],
      },
    ]);
  });

  it('asks once for all items until one is classified', () => {
    expect(speaksAt(rule, 'information: { a: A file, b: A list }\n')).toEqual(['information']);
    expect(speaksAt(rule, 'information: { a: A file, b: A list, c: { sensitivity: public } }\n')).toEqual([
      'information.a',
      'information.b',
    ]);
  });

  it('takes a class from the defaults', () => {
    expect(speaksAt(rule, `defaults: { information: { sensitivity: internal } }\n${item('A file')}`)).toEqual([]);
  });

  it('keeps the sentence when a class is to be chosen', () => {
    expect(fixedBy(rule, 'Choose a class', item('A file'))).toBe(
      'information:\n  claim-file:\n    description: A file\n    # How bad would it be if claim-file leaked, was lost or was wrong?\n    sensitivity:\n',
    );
  });
});

describe('information/unprotected', () => {
  const rule = 'information/unprotected';

  it.each([
    ['protections absent', 'sensitivity: confidential', true],
    ['protections empty', 'sensitivity: confidential, protections: []', true],
    ['a blank is left to wording/placeholder', 'sensitivity: confidential, protections: ', false],
    ['a phrase protects', 'sensitivity: confidential, protections: locked cupboard', false],
    ['not sensitive', 'sensitivity: internal', false],
    ['about people', 'personal_data: personal', true],
    ['about people, but nobody can be recognised', 'personal_data: personal, anonymised: true', false],
    ['anonymised, but of a high class', 'sensitivity: confidential, anonymised: true', true],
    ['a control names the item', 'sensitivity: confidential', false, 'controls: { lock: { protects: claim-file } }\n'],
  ])('%s', (_what, fields, speaks, rest = '') => {
    expect(speaksAt(rule, `${item(`{ ${fields} }`)}${rest}`)).toEqual(speaks ? ['information.claim-file'] : []);
  });

  it.each([
    [
      'sensitivity: restricted, personal_data: personal',
      'claim-file is restricted, but nothing named here protects it.',
    ],
    [
      'sensitivity: internal, personal_data: personal',
      'claim-file is about people, but nothing named here protects it.',
    ],
    ['personal_data: special-category', 'claim-file is about people, but nothing named here protects it.'],
  ])('%s', (fields, message) => {
    expect(told(rule, item(`{ ${fields} }`))[0]?.message).toBe(message);
  });

  it('is rolled up, and a control that names one item ends that', () => {
    const two = 'information: { a: { sensitivity: confidential }, b: { sensitivity: restricted } }\n';
    expect(speaksAt(rule, two)).toEqual(['information']);
    expect(speaksAt(rule, `${two}controls: { lock: { protects: a } }\n`)).toEqual(['information.b']);
  });

  it('follows the setting for what is sensitive', () => {
    expect(speaksAt(rule, item('{ sensitivity: internal }'), { settings: { sensitive_from: 'internal' } })).toEqual([
      'information.claim-file',
    ]);
  });
});

describe('information/protection-upside-down', () => {
  const rule = 'information/protection-upside-down';
  const CONTROLS = 'controls: { lock: A lock, sign-in: Own sign-in, log: A log }\n';
  const pair = (higher: string, lower: string): string =>
    `information:\n  note: { sensitivity: restricted${higher} }\n  prices: { sensitivity: internal${lower} }\n${CONTROLS}`;

  it('names the graver item, the milder one, and what could be done', () => {
    const body = pair(', protections: [lock]', ', protections: [lock, sign-in]');
    expect(told(rule, body)).toEqual([
      {
        at: 'information.note.protections',
        marks: '[lock]',
        message: 'prices (internal) is better protected than note (restricted). Is that meant?',
        beside: ['prices: prices is internal'],
        fixes: [
          'Add the missing controls',
          'Correct the class of note to internal',
          'Correct the class of prices to restricted',
        ],
      },
    ]);
    expect(fixedBy(rule, 'Add the missing controls', body)).toContain('protections: [lock, sign-in] }\n  prices');
    expect(fixedBy(rule, 'Correct the class of prices to restricted', body)).toContain(
      'prices: { sensitivity: restricted,',
    );
  });

  it('offers only corrections after which it is quiet', () => {
    const body = `information:
  note: { sensitivity: restricted, protections: [lock] }
  letters: { sensitivity: confidential, protections: [lock, sign-in, log] }
  prices: { sensitivity: internal, protections: [lock, sign-in] }
${CONTROLS}`;
    expect(told(rule, body)[0]).toMatchObject({
      message: 'letters (confidential) is better protected than note (restricted). Is that meant?',
      fixes: ['Add the missing controls', 'Correct the class of note to internal'],
    });
    expect(speaksAt(rule, fixedBy(rule, 'Correct the class of note to internal', body))).toEqual([]);
  });

  it.each([
    ['the same controls', ', protections: [lock]', ', protections: [lock]', false],
    ['each has one the other lacks', ', protections: [lock, log]', ', protections: [lock, sign-in]', false],
    ['none at all is left to information/unprotected', '', ', protections: [lock]', false],
    ['phrases are no controls', ', protections: [a safe]', ', protections: [a safe, lock]', false],
    [
      'a stand-in is left alone',
      ', protections: { ask_later: { who: manager, by: 2027-01-31 } }',
      ', protections: [lock]',
      false,
    ],
  ])('%s', (_what, higher, lower, speaks) => {
    expect(speaksAt(rule, pair(higher, lower))).toEqual(speaks ? ['information.note.protections'] : []);
  });

  it('counts controls that name the item, and then sits on its key', () => {
    const body = pair('', ', protections: [lock, sign-in]').replace('lock: A lock', 'lock: { protects: note }');
    expect(told(rule, body)).toMatchObject([{ at: 'information.note', marks: 'note' }]);
  });

  it('names the milder item with the most controls, and each graver item once', () => {
    const body = `information:
  note: { sensitivity: restricted, protections: lock }
  prices: { sensitivity: internal, protections: [lock, log] }
  hours: { sensitivity: public, protections: [lock, log, sign-in] }
${CONTROLS}`;
    expect(told(rule, body).map(({ message }) => message)).toEqual([
      'hours (public) is better protected than note (restricted). Is that meant?',
      'hours (public) is better protected than prices (internal). Is that meant?',
    ]);
  });
});

describe('information/class-too-low', () => {
  const rule = 'information/class-too-low';
  const SOURCE = '  source: { sensitivity: restricted }\n';

  it.each([
    ['special-category data below confidential', 'sensitivity: internal, personal_data: special-category', true],
    ['special-category data at confidential', 'sensitivity: confidential, personal_data: special-category', false],
    ['personal data', 'sensitivity: internal, personal_data: personal', false],
    ['no class', 'personal_data: special-category, built_from: source', false],
    ['made from something graver', 'sensitivity: confidential, built_from: source', true],
    ['made from something of the same class', 'sensitivity: restricted, built_from: source', false],
    ['it is said what is left out', 'sensitivity: confidential, built_from: source, redacts: The names', false],
    ['what is left out is still blank', 'sensitivity: confidential, built_from: source, redacts: ', true],
    [
      'anonymised',
      'sensitivity: internal, personal_data: special-category, built_from: source, anonymised: true',
      false,
    ],
    [
      'redacting does not help special-category data',
      'sensitivity: public, personal_data: special-category, redacts: Names',
      true,
    ],
  ])('%s', (_what, fields, speaks) => {
    expect(speaksAt(rule, `${item(`{ ${fields} }`)}${SOURCE}`)).toEqual(
      speaks ? ['information.claim-file.sensitivity'] : [],
    );
  });

  it('gives both reasons and raises to the higher class', () => {
    const body = `${item('{ sensitivity: internal, personal_data: special-category, built_from: source }')}${SOURCE}`;
    expect(told(rule, body)).toEqual([
      {
        at: 'information.claim-file.sensitivity',
        marks: 'internal',
        message:
          'claim-file is marked internal, but holds special-category data and is built from source, which is restricted.',
        beside: ['source: source is restricted'],
        fixes: ['Raise to restricted', 'Say what is left out'],
      },
    ]);
    expect(fixedBy(rule, 'Raise to restricted', body)).toContain('{ sensitivity: restricted, personal_data');
  });

  it('raises special-category data to confidential', () => {
    const [finding] = told(rule, item('{ sensitivity: public, personal_data: special-category }'));
    expect(finding?.fixes).toEqual(['Raise to confidential']);
  });
});

describe('information/no-owner', () => {
  it.each([
    ['nobody', 'sensitivity: confidential', true],
    ['a post', 'sensitivity: confidential, owner: manager', false],
    ['a blank is left to wording/placeholder', 'sensitivity: confidential, owner: ', false],
    ['not sensitive', 'sensitivity: internal', false],
  ])('%s', (_what, fields, speaks) => {
    expect(speaksAt('information/no-owner', item(`{ ${fields} }`))).toEqual(speaks ? ['information.claim-file'] : []);
  });

  it('counts an owner from the defaults', () => {
    const body = `defaults: { information: { owner: manager } }\n${item('{ sensitivity: confidential }')}`;
    expect(speaksAt('information/no-owner', body)).toEqual([]);
  });
});

describe('information/no-store', () => {
  it.each([
    ['nowhere', '', true],
    ['an empty list', ', stored_in: []', true],
    ['a phrase', ', stored_in: paper file', false],
    ['an infrastructure hosts it', '', false, 'infrastructure: { drive: { hosts: claim-file } }\n'],
  ])('%s', (_what, fields, speaks, rest = '') => {
    const body = `${item(`{ sensitivity: confidential${fields} }`)}${rest}`;
    expect(speaksAt('information/no-store', body)).toEqual(speaks ? ['information.claim-file'] : []);
  });
});

describe('information/one-class-for-all', () => {
  const rule = 'information/one-class-for-all';
  const items = (...classes: string[]): string =>
    `information:\n${classes.map((level, i) => `  item-${i}: { ${level && `sensitivity: ${level}`} }\n`).join('')}`;
  const six = Array<string>(6).fill('internal');

  it('speaks from six items on', () => {
    expect(told(rule, items(...six))).toEqual([
      {
        at: 'information',
        marks: 'information',
        message: 'All 6 items are internal. Does that help anybody decide what to guard first?',
        beside: [],
        fixes: [],
      },
    ]);
  });

  it.each([
    ['five items', items(...six.slice(1))],
    ['one without a class', items(...six, '')],
    ['one of another class', items(...six, 'public')],
    ['the class comes from the defaults', `defaults: { information: { sensitivity: internal } }\n${items(...six, '')}`],
    ['nothing at all', ''],
  ])('is quiet: %s', (_what, body) => {
    expect(speaksAt(rule, body)).toEqual([]);
  });

  it('follows its setting', () => {
    expect(speaksAt(rule, items('public', 'public'), { settings: { one_class_min_items: 2 } })).toEqual([
      'information',
    ]);
  });
});
