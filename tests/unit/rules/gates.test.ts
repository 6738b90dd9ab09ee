import { describe, expect, it } from 'vitest';
import { described, fixed, says, speaks } from '../../helpers/charter.ts';

const TOUCHED = 'information_touched: [claim file]\n';
const LATER = '{ ask_later: { who: manager, by: 2027-01-31 } }';
const NO = '{ not_applicable: { because: Not here, decided_by: manager } }';

const gate = (value: string): string => `${TOUCHED}phases: { initiation: { gate: ${value} } }\n`;

describe('gates/owner-missing', () => {
  const rule = 'gates/owner-missing';

  it.each([
    ['no gate', `${TOUCHED}phases: { initiation: { owner: a } }\n`, true],
    ['a blank phase', `${TOUCHED}phases: { initiation: }\n`, true],
    ['a blank gate', gate(''), true],
    ['a gate without an owner', gate('{ date: 2027-01-31 }'), true],
    ['a blank owner', gate('{ owner: , date: 2027-01-31 }'), true],
    ['an owner', gate('{ owner: director }'), false],
    ['a plain sentence', gate('The director agrees'), false],
    ['an owner that is settled later', gate(`{ owner: ${LATER} }`), false],
    ['a gate that does not apply', gate(NO), false],
    ['a gate of a wrong shape', gate('[agreed]'), false],
    ['an owner of a wrong shape', gate('{ owner: [a, b] }'), false],
    ['a phase that does not apply', `${TOUCHED}phases: { initiation: ${NO} }\n`, false],
    ['operation needs none', `${TOUCHED}phases: { operation_and_maintenance: { owner: a } }\n`, false],
    ['nothing sensitive', gate('{ date: 2027-01-31 }').replace(TOUCHED, ''), false],
  ])('%s', (_what, body, expected) => {
    expect(speaks(rule, body)).toEqual(expected ? ['phases.initiation.gate'] : []);
  });

  it('asks once for all phases until one gate has an owner', () => {
    const rest = 'development: { owner: a }, implementation: { owner: a }';
    const all = `${TOUCHED}phases: { initiation: { owner: a }, ${rest} }\n`;
    expect(says(rule, all)).toEqual([
      {
        at: 'phases',
        marks: 'phases',
        message: 'Gate without an owner: Initiation, Development and Implementation.',
        beside: [
          'initiation: Who decides that initiation is done?',
          'development: Who decides that development is done?',
          'implementation: Who decides that implementation is done?',
        ],
        fixes: ['Insert a gate (all 3)'],
      },
    ]);
    const begun = `${TOUCHED}phases: { initiation: { gate: { owner: director } }, ${rest} }\n`;
    expect(speaks(rule, begun)).toEqual(['phases.development.gate', 'phases.implementation.gate']);
    const agreed = `${TOUCHED}phases: { initiation: { gate: The director agrees }, ${rest} }\n`;
    expect(speaks(rule, agreed)).toEqual(['phases.development.gate', 'phases.implementation.gate']);
  });

  it('sits on the gate, else on the phase', () => {
    expect(says(rule, gate('{ date: 2027-01-31 }'))).toEqual([
      {
        at: 'phases.initiation.gate',
        marks: 'gate',
        message: 'Who decides that initiation is done?',
        beside: [],
        fixes: ['Insert a gate'],
      },
    ]);
    expect(says(rule, `${TOUCHED}phases: { initiation: { owner: a } }\n`)[0]?.marks).toBe('initiation');
  });

  it('inserts what the gate lacks', () => {
    const body = `${TOUCHED}phases:\n  initiation:\n    owner: a\n`;
    expect(fixed(rule, 'Insert a gate', body)).toBe(
      `${body}    gate:\n      owner:\n      criteria: []\n      date:\n`,
    );
    const begun = `${body}    gate:\n      date: 2027-01-31\n`;
    expect(fixed(rule, 'Insert a gate', begun)).toBe(`${begun}      owner:\n      criteria: []\n`);
  });
});

describe('gates/no-security-criterion', () => {
  const rule = 'gates/no-security-criterion';

  it.each([
    ['no gate', `${TOUCHED}phases: { initiation: { owner: a } }\n`, false],
    ['a blank gate', gate('{ owner: , criteria: [], date: }'), false],
    ['a gate without criteria', gate('{ owner: director }'), true],
    ['an empty list', gate('{ owner: director, criteria: [] }'), true],
    ['criteria about other things', gate('{ criteria: [All agree, Money is there] }'), true],
    ['one criterion about security', gate('{ criteria: [All agree, Passwords are set] }'), false],
    ['a single value', gate('{ criteria: Passwords are set }'), false],
    ['a plain sentence about security', gate('Backups were restored'), false],
    ['a plain sentence about something else', gate('The director agrees'), true],
    ['the type, with the text still blank', gate('{ criteria: [{ text: , type: security }] }'), false],
    ['criteria that are settled later', gate(`{ owner: director, criteria: ${LATER} }`), false],
    ['a gate that does not apply', gate(NO), false],
    ['nothing sensitive', gate('The director agrees').replace(TOUCHED, ''), false],
  ])('%s', (_what, body, expected) => {
    expect(speaks(rule, body)).toEqual(expected ? ['phases.initiation.gate'] : []);
  });

  it('asks once for all gates until one says something', () => {
    const two = (first: string): string =>
      `${TOUCHED}phases: { initiation: { gate: ${first} }, development: { gate: All pages work }, implementation: { gate: All like it } }\n`;
    expect(speaks(rule, two('All agree'))).toEqual(['phases']);
    expect(speaks(rule, two('Risks of a breach are listed'))).toEqual([
      'phases.development.gate',
      'phases.implementation.gate',
    ]);
  });

  it('sits on the criteria, else on the gate', () => {
    expect(says(rule, gate('{ owner: director }'))).toEqual([
      {
        at: 'phases.initiation.gate',
        marks: 'gate',
        message: 'Initiation could be passed without a word about security.',
        beside: [],
        fixes: ['Add a criterion'],
      },
    ]);
    expect(says(rule, gate('{ criteria: [All agree] }')).map(({ marks, fixes }) => [marks, fixes])).toEqual([
      ['criteria', ['Add a criterion', 'Mark this criterion as one about security']],
    ]);
    expect(says(rule, gate('{ criteria: [All agree, Paid, { text: Built, type: other }] }'))[0]?.fixes).toEqual([
      'Add a criterion',
      'Mark this criterion as one about security: All agree',
      'Mark this criterion as one about security: Paid',
    ]);
  });

  it.each([
    [
      'Add a criterion',
      gate('{ criteria: [All agree] }'),
      gate('{ criteria: [All agree, { text:, type: security }] }'),
    ],
    [
      'Mark this criterion as one about security',
      gate('{ criteria: [All agree] }'),
      gate('{ criteria: [{ text: All agree, type: security }] }'),
    ],
    ['Add a criterion', gate('All agree'), gate('{ owner:, criteria: [All agree, { text:, type: security }] }')],
    [
      'Mark this criterion as one about security',
      gate('All agree'),
      gate('{ criteria: [{ text: All agree, type: security }] }'),
    ],
    [
      'Mark this criterion as one about security',
      gate('{ criteria: All agree }'),
      gate('{ criteria: { text: All agree, type: security } }'),
    ],
  ])('%s', (title, before, after) => {
    expect(fixed(rule, title, before)).toBe(after);
    expect(speaks(rule, after)).toEqual([]);
  });
});

describe('gates/passed-with-open-risk', () => {
  const rule = 'gates/passed-with-open-risk';
  const body = (risk: string, passed = 'true'): string =>
    `risks:\n  old-link: { category: security${risk} }\nphases: { initiation: { gate: { passed: ${passed} } } }\n`;

  it.each([
    ['nobody is on it', body(''), true],
    ['on a day', body('', '2026-11-20'), true],
    ['not passed', body('', 'false'), false],
    ['open, as it says', body(', status: open'), true],
    ['closed', body(', status: closed'), false],
    ['accepted has its own rule', body(', status: accepted'), false],
    ['an owner alone', body(', owner: a'), true],
    ['a response alone', body(', response: Links end'), true],
    ['an owner and a response', body(', owner: a, response: Links end'), false],
    ['a blank response is left to wording/placeholder', body(', owner: a, response: '), false],
    ['somebody accepts it', body(', accepted_by: director'), false],
    ['another category', body('').replace('security', 'cost'), false],
    ['no category', body('').replace('category: security', 'text: Old links'), false],
    ['a status with a mistake', body(', status: opne'), false],
  ])('%s', (_what, text, expected) => {
    expect(speaks(rule, text)).toEqual(expected ? ['phases.initiation.gate.passed'] : []);
  });

  it('sits on the last gate that was passed and shows the risks', () => {
    const text = `risks:
  old-link: { text: Old links, category: security }
  chat: { name: Private chat, category: security }
phases:
  implementation: { gate: { passed: false } }
  development: { gate: { passed: 2026-11-20 } }
  initiation: { gate: { passed: true } }
`;
    expect(says(rule, text)).toEqual([
      {
        at: 'phases.development.gate.passed',
        marks: '2026-11-20',
        message: 'Passed while old-link and Private chat stand open with nobody on them.',
        beside: ['old-link: old-link has nobody on it', 'chat: Private chat has nobody on it'],
        fixes: [
          'Name who accepts “old-link”',
          'Give “old-link” an owner and a response',
          'Name who accepts “Private chat”',
          'Give “Private chat” an owner and a response',
        ],
      },
    ]);
  });

  it('inserts the slots that are missing', () => {
    expect(says(rule, body(', owner: a'))[0]?.fixes).toEqual([
      'Name who accepts the risk',
      'Give the risk an owner and a response',
    ]);
    expect(fixed(rule, 'Give the risk an owner and a response', body(', owner: a'))).toBe(
      body(', owner: a, response:'),
    );
  });
});

describe('gates/dates-out-of-order', () => {
  const rule = 'gates/dates-out-of-order';
  const gates = (initiation: string, development: string, implementation: string): string =>
    `phases:\n  initiation: { gate: { date: ${initiation} } }\n  development: { gate: { date: ${development} } }\n  implementation: { gate: { date: ${implementation} } }\n`;

  it.each([
    [
      'a phase that ends before it starts',
      'phases: { operation_and_maintenance: { starts: 2027-02-01, ends: 2027-01-31 } }\n',
      ['phases.operation_and_maintenance.ends'],
    ],
    ['one that starts and ends on a day', 'phases: { initiation: { starts: 2027-02-01, ends: 2027-02-01 } }\n', []],
    [
      'phases that overlap',
      'phases: { initiation: { starts: 2027-01-01, ends: 2027-03-01 }, development: { starts: 2027-02-01, ends: 2027-04-01 } }\n',
      [],
    ],
    ['gates in order', gates('2027-01-01', '2027-01-01', '2027-02-01'), []],
    [
      'development before initiation',
      gates('2027-01-02', '2027-01-01', '2027-02-01'),
      ['phases.development.gate.date'],
    ],
    [
      'implementation before development',
      gates('2027-01-01', '2027-03-01', '2027-02-01'),
      ['phases.implementation.gate.date'],
    ],
    [
      'all the wrong way round',
      gates('2027-03-01', '2027-02-01', '2027-01-01'),
      ['phases.development.gate.date', 'phases.implementation.gate.date'],
    ],
    [
      'an output due after the gate',
      'phases: { development: { outputs: { a: { due: 2027-01-02 } }, gate: { date: 2027-01-01 } } }\n',
      ['phases.development.gate.date'],
    ],
    [
      'an output due on the day',
      'phases: { development: { outputs: { a: { due: 2027-01-01 } }, gate: { date: 2027-01-01 } } }\n',
      [],
    ],
    [
      'a start before the gate',
      'phases: { implementation: { go_live: 2027-01-01, gate: { date: 2027-01-02 } } }\n',
      ['phases.implementation.go_live'],
    ],
    ['a start on the day', 'phases: { implementation: { go_live: 2027-01-02, gate: { date: 2027-01-02 } } }\n', []],
    ['a date that is none', 'phases: { initiation: { starts: 2027-02-01, ends: soon } }\n', []],
  ])('%s', (_what, body, expected) => {
    expect(speaks(rule, body)).toEqual(expected);
  });

  it('names all that a date comes before, in one finding', () => {
    const body = `phases:
  initiation: { gate: { date: 2027-02-01 } }
  development:
    outputs: { portal: { name: Portal, due: 2027-03-01 }, guide: { due: 2027-01-01 } }
    gate: { date: 2027-01-15 }
`;
    expect(says(rule, body)).toEqual([
      {
        at: 'phases.development.gate.date',
        marks: '2027-01-15',
        message: 'The gate of development comes before the gate of initiation and the due date of Portal.',
        beside: [
          '2027-02-01: The gate of initiation is 2027-02-01',
          '2027-03-01: The due date of Portal is 2027-03-01',
        ],
        fixes: [],
      },
    ]);
  });

  it('shows the default that supplies a date', () => {
    const body =
      'defaults: { outputs: { due: 2027-03-01 } }\nphases: { development: { outputs: { portal: A page }, gate: { date: 2027-01-15 } } }\n';
    expect(says(rule, body).map(({ beside }) => beside)).toEqual([
      ['portal: The due date of portal is 2027-03-01', '2027-03-01: This default supplies it'],
    ]);
  });

  it.each([
    [
      'phases: { initiation: { starts: 2027-02-01, ends: 2027-01-31 } }\n',
      'The end of initiation comes before its start.',
    ],
    [
      'phases: { implementation: { go_live: 2027-01-01, gate: { date: 2027-01-02 } } }\n',
      'The go-live comes before the gate of implementation.',
    ],
  ])('says which comes before which', (body, message) => {
    expect(says(rule, body).map((each) => each.message)).toEqual([message]);
  });
});

it('a criterion may name a control of a linked description', () => {
  const body = `work_system: "#claims"\n${gate('{ owner: a, criteria: [second-reader is in use] }')}${described('claims', 'controls: { second-reader: A second clerk reads it }\ninformation: { claim-file: { sensitivity: restricted } }\n')}`;
  expect(speaks('gates/no-security-criterion', body.replace('[claim file]', '[claim-file]'))).toEqual([]);
});
