import { describe, expect, it } from 'vitest';
import { fixed, says, speaks } from '../../helpers/charter.ts';

const TOUCHED = 'information_touched: [claim file]\n';
const LATER = '{ ask_later: { who: manager, by: 2027-01-31 } }';
const NO = '{ not_applicable: { because: Not here, decided_by: manager } }';

const development = (fields: string): string => `${TOUCHED}phases: { development: ${fields} }\n`;

describe('what needs sensitive information', () => {
  it.each([
    'development/no-resources',
    'development/no-security-in-iterations',
    'development/output-silent',
    'development/supplier-unchecked',
    'development/no-security-test',
    'development/live-test-data',
  ])('%s', (rule) => {
    const body = development(
      '{ approach: agile, outputs: { portal: { kind: software, acquired: true } }, testing: { data: live } }',
    );
    expect(speaks(rule, body)).toHaveLength(1);
    expect(speaks(rule, body.replace(TOUCHED, ''))).toEqual([]);
  });
});

describe('development/no-resources', () => {
  const rule = 'development/no-resources';
  const resources = (...entries: string[]): string => `${TOUCHED}resources: [${entries.join(', ')}]\n`;
  const features = '{ for: security-features, amount: 6 days }';
  const work = '{ for: security-activities, amount: 2 days }';
  const training = '{ for: security-training, amount: 1 day }';

  it.each([
    ['neither resources nor development', TOUCHED, undefined],
    ['development alone', development('{ owner: a }'), 'security features, security activities and security training'],
    ['an empty list', resources(), 'security features, security activities and security training'],
    ['all three', resources(features, work, training), undefined],
    ['one of three', resources(features), 'security activities and security training'],
    ['two of three', resources(features, work), 'security training'],
    ['security covers all', resources('{ for: security, amount: A tenth }'), undefined],
    ['security without an amount covers none', resources('security', features, work), 'security training'],
    [
      'an amount that is still blank',
      resources(features, work, '{ for: security-training, amount: }'),
      'security training',
    ],
    [
      'an amount that is settled later',
      resources(features, work, `{ for: security-training, amount: ${LATER} }`),
      undefined,
    ],
    ['written with blanks', resources('{ for: Security features, amount: 1 }', work, training), undefined],
    ['does not apply', `${TOUCHED}resources: ${NO}\n`, undefined],
    ['development does not apply', development(NO), undefined],
  ])('%s', (_what, body, missing) => {
    expect(says(rule, body).map(({ at, message }) => [at, message])).toEqual(
      missing ? [['resources', `Nothing is set aside for ${missing}.`]] : [],
    );
  });

  it('sits on the resources, else on the phase', () => {
    expect(says(rule, resources(features))[0]?.marks).toBe('resources');
    expect(says(rule, development('{ owner: a }'))[0]?.marks).toBe('development');
  });

  it('inserts the missing lines and completes those that are begun', () => {
    const body = `${TOUCHED}resources:\n  - ${features}\n  - security-training\n`;
    expect(fixed(rule, 'Insert the missing lines', body)).toBe(
      `${TOUCHED}resources:\n  - ${features}\n  - for: security-training\n    amount:\n  - for: security-activities\n    amount:\n`,
    );
  });
});

describe('development/no-security-in-iterations', () => {
  const rule = 'development/no-security-in-iterations';

  it.each([
    ['agile, nothing said', '{ approach: agile }', true],
    ['mixed', '{ approach: mixed }', true],
    ['staged', '{ approach: staged }', false],
    ['bought', '{ approach: purchase }', false],
    ['no approach', '{ owner: a }', false],
    ['a line without security', '{ approach: agile, definition_of_done: [Works on three phones] }', true],
    ['a security word', '{ approach: agile, definition_of_done: [Passwords are never shown] }', false],
    ['the type', '{ approach: agile, definition_of_done: [{ text: , type: security }] }', false],
    ['in the backlog', '{ approach: agile, backlog: [Encrypt the photos] }', false],
    ['a backlog that is settled later', `{ approach: agile, backlog: ${LATER} }`, false],
  ])('%s', (_what, fields, expected) => {
    expect(speaks(rule, development(fields))).toEqual(expected ? ['phases.development'] : []);
  });

  it('sits on the definition of done, else on the approach', () => {
    expect(says(rule, development('{ approach: agile }'))[0]?.marks).toBe('agile');
    expect(says(rule, development('{ approach: agile, definition_of_done: [Works] }'))).toEqual([
      {
        at: 'phases.development',
        marks: 'definition_of_done',
        message: 'Security has no place in the iterations yet.',
        beside: [],
        fixes: ['Insert a line in the definition of done'],
      },
    ]);
  });

  it('inserts a line', () => {
    const body = `${TOUCHED}phases:\n  development:\n    approach: agile\n`;
    expect(fixed(rule, 'Insert a line in the definition of done', body)).toBe(
      `${body}    definition_of_done:\n      - text:\n        type: security\n`,
    );
  });
});

describe('development/output-silent', () => {
  const rule = 'development/output-silent';
  const output = (fields: string): string => development(`{ outputs: { guide: ${fields} } }`);

  it.each([
    ['software', '{ kind: software }', true],
    ['documentation', '{ kind: documentation }', true],
    ['training material', '{ kind: training-material }', true],
    ['no kind', '{ name: The guide }', true],
    ['a plain sentence', 'The guide for shops', true],
    ['a configuration', '{ kind: configuration }', false],
    ['equipment', '{ kind: equipment }', false],
    ['a kind with a mistake', '{ kind: softwear }', false],
    ['answered', '{ kind: software, security_coverage: Links end after a day }', false],
    ['blank is left to wording/placeholder', '{ kind: software, security_coverage: }', false],
    ['a bare assurance is left to its own rule', '{ kind: software, security_coverage: secure }', false],
    ['does not apply', `{ kind: software, security_coverage: ${NO} }`, false],
  ])('%s', (_what, fields, expected) => {
    expect(speaks(rule, output(fields))).toEqual(expected ? ['phases.development.outputs.guide'] : []);
  });

  it('asks once for all until one says something', () => {
    expect(speaks(rule, development('{ outputs: { guide: A, page: B } }'))).toEqual(['phases.development.outputs']);
    expect(
      speaks(rule, development('{ outputs: { guide: A, page: B, course: { security_coverage: Two cases } } }')),
    ).toEqual(['phases.development.outputs.guide', 'phases.development.outputs.page']);
  });

  it('takes an answer from the defaults', () => {
    expect(speaks(rule, `defaults: { outputs: { security_coverage: Links end after a day } }\n${output('A')}`)).toEqual(
      [],
    );
  });

  it('asks with the name', () => {
    expect(says(rule, output('{ name: Guide for shops }'))).toEqual([
      {
        at: 'phases.development.outputs.guide',
        marks: 'guide',
        message: 'What does Guide for shops do or say about safe use?',
        beside: [],
        fixes: ['Say what it covers'],
      },
    ]);
  });
});

describe('development/supplier-unchecked', () => {
  const rule = 'development/supplier-unchecked';

  it.each([
    ['bought in', '{ acquired: true }', true],
    ['made here', '{ acquired: false }', false],
    ['not said', '{ kind: software }', false],
    ['looked at', '{ acquired: true, supplier_check: Audit report read }', false],
    ['settled later', `{ acquired: true, supplier_check: ${LATER} }`, false],
  ])('%s', (_what, fields, expected) => {
    const spoken = says(rule, development(`{ outputs: { portal: ${fields} } }`));
    expect(spoken.map(({ at, message, fixes }) => [at, message, fixes])).toEqual(
      expected
        ? [
            [
              'phases.development.outputs.portal',
              'portal is bought in. Who looked at the supplier?',
              ['Record the check'],
            ],
          ]
        : [],
    );
  });
});

describe('development/no-security-test', () => {
  const rule = 'development/no-security-test';
  const outputs = 'outputs: { portal: { kind: software } }';

  it.each([
    ['no output', '{ owner: a }', false],
    ['software', `{ ${outputs} }`, true],
    ['a configuration', '{ outputs: { portal: { kind: configuration } } }', true],
    ['a guide', '{ outputs: { portal: { kind: documentation } } }', false],
    ['a test in a plain sentence', `{ ${outputs}, testing: An expired link is tried }`, false],
    ['a test in slots', `{ ${outputs}, testing: { security: An expired link is tried } }`, false],
    ['a blank test is left to wording/placeholder', `{ ${outputs}, testing: { security: } }`, false],
    ['testing without security', `{ ${outputs}, testing: { data: masked } }`, true],
    ['testing does not apply', `{ ${outputs}, testing: ${NO} }`, false],
  ])('%s', (_what, fields, expected) => {
    expect(speaks(rule, development(fields))).toEqual(expected ? ['phases.development.testing'] : []);
  });

  it('sits on the testing, else on the phase', () => {
    expect(says(rule, development(`{ ${outputs} }`))[0]?.marks).toBe('development');
    expect(says(rule, development(`{ ${outputs}, testing: { data: masked } }`))[0]).toEqual({
      at: 'phases.development.testing',
      marks: 'testing',
      message: 'Which test shows that the protection works?',
      beside: [],
      fixes: ['Name a test'],
    });
  });
});

describe('development/live-test-data', () => {
  const rule = 'development/live-test-data';
  const testing = (fields: string): string => development(`{ testing: { ${fields} } }`);

  it.each([
    ['real data', 'data: live', true],
    ['made-up data', 'data: synthetic', false],
    ['masked data', 'data: masked', false],
    ['real data that are protected', 'data: live, data_protection: Wiped after the test', false],
    ['blank is left to wording/placeholder', 'data: live, data_protection: ', false],
  ])('%s', (_what, fields, expected) => {
    expect(speaks(rule, testing(fields))).toEqual(expected ? ['phases.development.testing'] : []);
  });

  it('sits on the word', () => {
    expect(says(rule, testing('data: live'))).toEqual([
      {
        at: 'phases.development.testing',
        marks: 'live',
        message: 'Tests use real claim file. What protects them there?',
        beside: [],
        fixes: ['Say what protects them'],
      },
    ]);
  });
});
