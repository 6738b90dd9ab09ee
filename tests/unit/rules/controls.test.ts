import { describe, expect, it } from 'vitest';
import { fixedBy, speaksAt, told } from '../../helpers/told.ts';

const PEOPLE = 'participants: { handlers: Claims handlers, temps: Temps }\ncustomers: { claimants: Claimants }\n';
const control = (fields: string, more = ''): string => `${PEOPLE}controls:\n  id-check: ${fields}\n${more}`;
const AT = ['controls.id-check'];
const own = (...keys: string[]): string[] => keys.map((key) => `controls.id-check.${key}`);

describe('controls/never-tested', () => {
  const rule = 'controls/never-tested';
  const STEP = 'activities: { assess: { security_steps: id-check } }\n';

  it.each([
    ['named as a security step', control('Compare caller and file', STEP), true],
    [
      'named as a protection',
      control('Compare caller and file', 'information: { file: { protections: [id-check] } }\n'),
      true,
    ],
    ['it names what it protects', control('{ protects: file }', 'information: { file: A file }\n'), true],
    ['not at work', control('Compare caller and file'), false],
    ['it names what is not there', control('{ protects: file-2 }'), false],
    ['how often is said', control('{ test_every: quarter }', STEP), false],
    ['when is said', control('{ last_tested: 2026-10-01 }', STEP), false],
    ['how often is blank and left to wording/placeholder', control('{ test_every: }', STEP), false],
    ['when is blank', control('{ last_tested: }', STEP), true],
    [
      'it does not apply',
      control('{ test_every: { not_applicable: { because: Seen in use all day, decided_by: manager } } }', STEP),
      false,
    ],
  ])('%s', (_what, body, speaks) => {
    expect(speaksAt(rule, body)).toEqual(speaks ? AT : []);
  });

  it('asks for both dates', () => {
    const body = control('{ does: Compare caller and file }', STEP);
    expect(told(rule, body)).toEqual([
      {
        at: 'controls.id-check',
        marks: 'id-check',
        message: 'When did anybody last check that id-check works?',
        beside: [],
        fixes: ['Insert the dates'],
      },
    ]);
    expect(fixedBy(rule, 'Insert the dates', body)).toContain('file, test_every: , last_tested: }');
  });

  it('is rolled up until one is tested', () => {
    const two = (fields: string): string =>
      control(fields, `  lock: A lock\n${STEP.replace('id-check', '[id-check, lock]')}`);
    expect(speaksAt(rule, two('Compare caller and file'))).toEqual(['controls']);
    expect(speaksAt(rule, two('{ last_tested: 2026-10-01 }'))).toEqual(['controls.lock']);
  });

  it('takes the interval from the defaults', () => {
    expect(speaksAt(rule, `defaults: { controls: { test_every: year } }\n${control('A check', STEP)}`)).toEqual([]);
  });
});

describe('controls/test-overdue', () => {
  const rule = 'controls/test-overdue';

  it.each([
    ['due today', 'test_every: month, last_tested: 2026-10-23', []],
    ['due yesterday', 'test_every: month, last_tested: 2026-10-22', AT],
    ['due in weeks', 'test_every: P6W, last_tested: 2026-10-11', AT],
    ['due on the last day of a short month', 'test_every: quarter, last_tested: 2026-08-31', []],
    ['an interval in words', 'test_every: after each release, last_tested: 2020-01-01', []],
    ['never said when', 'test_every: quarter', AT],
    ['when is blank', 'test_every: quarter, last_tested: ', AT],
    ['never said how often', 'last_tested: 2026-10-01', AT],
    ['how often is blank and left to wording/placeholder', 'test_every: , last_tested: 2020-01-01', []],
    ['neither is left to controls/never-tested', 'owner: manager', []],
    ['when is settled later', 'test_every: month, last_tested: { ask_later: { who: manager, by: 2027-01-31 } }', []],
    ['a date that is none has its own finding', 'test_every: month, last_tested: last June', []],
  ])('%s', (_what, fields, at) => {
    expect(speaksAt(rule, control(`{ ${fields} }`))).toEqual(at);
  });

  it.each([
    [
      'test_every: quarter, last_tested: 2026-05-01',
      '2026-05-01',
      'last tested on 2026-05-01, due again by 2026-08-01',
      [],
    ],
    ['test_every: quarter', 'id-check', 'nothing says when it was last tested', ['Insert what is missing']],
    [
      'test_every: quarter, last_tested: ',
      'last_tested',
      'nothing says when it was last tested',
      ['Insert what is missing'],
    ],
    [
      'last_tested: 2026-10-01',
      '2026-10-01',
      'last tested on 2026-10-01, and nothing says how often that is due',
      ['Insert what is missing'],
    ],
  ])('%s', (fields, marks, what, fixes) => {
    expect(told(rule, control(`{ ${fields} }`))).toMatchObject([{ marks, message: `id-check: ${what}.`, fixes }]);
  });

  it('inserts what is missing', () => {
    expect(fixedBy(rule, 'Insert what is missing', control('{ test_every: quarter }'))).toContain(
      '{ test_every: quarter, last_tested: }',
    );
  });
});

describe('controls/change-not-told', () => {
  const rule = 'controls/change-not-told';
  const CHANGED = 'used_by: handlers, changed: 2026-09-01';

  it.each([
    ['never told', CHANGED, true],
    ['told before', `${CHANGED}, users_told: 2026-08-31`, true],
    ['told on the day', `${CHANGED}, users_told: 2026-09-01`, false],
    ['told later is being settled', `${CHANGED}, users_told: { ask_later: { who: manager, by: 2027-01-31 } }`, false],
    ['the date told is blank', `${CHANGED}, users_told: `, true],
    ['nobody uses it', 'changed: 2026-09-01', false],
    ['nothing changed', 'used_by: handlers', false],
  ])('%s', (_what, fields, speaks) => {
    expect(speaksAt(rule, control(`{ ${fields} }`))).toEqual(speaks ? own('changed') : []);
  });

  it('gives both dates', () => {
    expect(told(rule, control(`{ ${CHANGED}, users_told: 2026-03-01 }`))).toEqual([
      {
        at: 'controls.id-check.changed',
        marks: '2026-09-01',
        message: 'id-check changed on 2026-09-01; its users were last told on 2026-03-01.',
        beside: [],
        fixes: ['Record when they were told'],
      },
    ]);
    expect(told(rule, control(`{ ${CHANGED} }`))[0]?.message).toBe(
      'id-check changed on 2026-09-01; nothing says when its users were told.',
    );
  });
});

describe('controls/untried and controls/heavy-and-untried', () => {
  it.each([
    ['nobody tried it', 'used_by: handlers', true],
    ['an empty list', 'used_by: handlers, tried_with: []', true],
    ['one of two groups tried it', 'used_by: [handlers, temps], tried_with: temps', false],
    ['others tried it', 'used_by: handlers, tried_with: temps', true],
    ['customers tried it', 'used_by: [handlers, claimants], tried_with: claimants', true],
    ['only customers use it', 'used_by: claimants', false],
    ['a blank is left to wording/placeholder', 'used_by: handlers, tried_with: ', false],
    ['nobody uses it', 'owner: manager', false],
    [
      'it does not apply',
      'used_by: handlers, tried_with: { not_applicable: { because: By law, decided_by: manager } }',
      false,
    ],
  ])('%s', (_what, fields, speaks) => {
    const light = control(`{ effort: medium, ${fields} }`);
    const heavy = control(`{ effort: high, ${fields} }`);
    expect(speaksAt('controls/untried', light)).toEqual(speaks ? AT : []);
    expect(speaksAt('controls/untried', heavy)).toEqual([]);
    expect(speaksAt('controls/heavy-and-untried', heavy)).toEqual(speaks ? AT : []);
    expect(speaksAt('controls/heavy-and-untried', light)).toEqual([]);
  });

  it('asks on the key of a light control', () => {
    expect(told('controls/untried', control('{ used_by: [handlers, temps] }'))).toEqual([
      {
        at: 'controls.id-check',
        marks: 'id-check',
        message: 'handlers and temps use id-check every day. Did any of them try it before it was decided?',
        beside: ['handlers: handlers work with it', 'temps: temps work with it'],
        fixes: ['Name who tried it'],
      },
    ]);
  });

  it('warns on the effort of a heavy one', () => {
    expect(told('controls/heavy-and-untried', control('{ effort: high, used_by: handlers }'))).toMatchObject([
      {
        marks: 'high',
        message: 'id-check takes much effort and was not tried by those who use it. That invites short cuts.',
        fixes: ['Name who tried it'],
      },
    ]);
  });

  it('keeps those who did try it', () => {
    const body = control('{ used_by: handlers, tried_with: [temps] }');
    expect(fixedBy('controls/untried', 'Name who tried it', body)).toContain('tried_with: [temps, null]');
  });

  it('rolls up light ones; a trial with others counts as a start', () => {
    const two = (fields: string): string => control(fields, '  lock: { used_by: temps }\n');
    expect(speaksAt('controls/untried', two('{ used_by: handlers }'))).toEqual(['controls']);
    expect(speaksAt('controls/untried', two('{ used_by: handlers, tried_with: temps }'))).toEqual([
      'controls.id-check',
      'controls.lock',
    ]);
  });
});

describe('controls/effort-over-limit', () => {
  const rule = 'controls/effort-over-limit';
  const two = (first: string, second: string): string =>
    control(`{ used_by: [handlers], ${first} }`, `  lock: { used_by: [handlers, temps], ${second} }\n`);

  it.each([
    ['just the limit', two('minutes: 10, uses_per_day: 1', 'minutes: 5, uses_per_day: 1'), []],
    ['above it', two('minutes: 10, uses_per_day: 1', 'minutes: 5.5, uses_per_day: 1'), ['participants.handlers']],
    ['only controls with both numbers count', two('minutes: 60', 'uses_per_day: 60'), []],
    [
      'every group on its own',
      two('minutes: 1, uses_per_day: 1', 'minutes: 4, uses_per_day: 4'),
      ['participants.handlers', 'participants.temps'],
    ],
  ])('%s', (_what, body, at) => {
    expect(speaksAt(rule, body)).toEqual(at);
  });

  it('names the controls, longest first', () => {
    const body = two('minutes: 2, uses_per_day: 3', 'minutes: 5, uses_per_day: 2');
    expect(told(rule, body)).toEqual([
      {
        at: 'participants.handlers',
        marks: 'handlers',
        message: 'Security steps take each of handlers about 16 minutes a day.',
        beside: ['lock: lock takes about 10 minutes a day', 'id-check: id-check takes about 6 minutes a day'],
        fixes: ['Correct the numbers or lighten a step'],
      },
    ]);
    expect(fixedBy(rule, 'Correct the numbers or lighten a step', body)).toContain(
      'lock: { used_by: [handlers, temps], minutes: , uses_per_day: 2, redesign: }',
    );
  });

  it('offers no slots once it is said what will change', () => {
    const body = two('minutes: 2, uses_per_day: 3', 'minutes: 5, uses_per_day: 2, redesign: One check a week');
    expect(told(rule, body)).toMatchObject([{ fixes: [] }]);
  });

  it('follows its setting', () => {
    const body = two('minutes: 2, uses_per_day: 3', 'minutes: 5, uses_per_day: 2');
    expect(speaksAt(rule, body, { settings: { effort_limit_minutes: 16 } })).toEqual([]);
  });
});

describe('controls/bypassed', () => {
  const rule = 'controls/bypassed';
  const skipped = (response: string, fields = 'Compare caller and file'): string =>
    `activities: { assess: { workarounds: [{ what: Check skipped for known callers, avoids: id-check${response} }] } }\n${control(fields)}`;

  it.each([
    ['people are reminded', ', response: { kind: remind }', true],
    ['a plain sentence counts as another kind', ', response: We talk to them', true],
    ['a response without a kind to wording/slots-missing', ', response: { what: We talk to them }', false],
    ['a word that is no kind has its own finding', ', response: { kind: ignore }', false],
    ['the cause goes away', ', response: { kind: remove-cause }', false],
    ['the control is lightened', ', response: { kind: lighten-control }', false],
    ['the short cut becomes the rule', ', response: { kind: adopt }', false],
    ['it is done', ', response: { kind: train, done_on: 2026-10-01 }', false],
    ['no response is left to activities/workaround-unanswered', '', false],
    ['a blank response to wording/placeholder', ', response: ', false],
  ])('%s', (_what, response, speaks) => {
    expect(speaksAt(rule, skipped(response))).toEqual(speaks ? AT : []);
  });

  it('is answered by what will change', () => {
    expect(speaksAt(rule, skipped(', response: { kind: remind }', '{ redesign: Only for new callers }'))).toEqual([]);
  });

  it('leaves other controls alone', () => {
    expect(speaksAt(rule, control('A check', 'activities: { assess: { workarounds: [Check skipped] } }\n'))).toEqual(
      [],
    );
  });

  it('shows the workaround', () => {
    expect(told(rule, skipped(', response: We talk to them'))).toEqual([
      {
        at: 'controls.id-check',
        marks: 'id-check',
        message: 'People already go round id-check. What will change about it?',
        beside: [
          '{ what: Check skipped for known callers, avoids: id-check, response: We talk to them }: In assess: Check skipped for known callers',
        ],
        fixes: ['Say what will change'],
      },
    ]);
  });
});

describe('controls/on-paper-only', () => {
  const rule = 'controls/on-paper-only';
  const STEP = 'activities: { assess: { security_steps: id-check } }\n';

  it.each([
    ['nothing refers to it', control('Compare caller and file'), true],
    ['a security step', control('Compare caller and file', STEP), false],
    ['a protection', control('Compare caller and file', 'information: { file: { protections: id-check } }\n'), false],
    [
      'it names what it protects',
      control('{ protects: file, owner: manager }', 'information: { file: A file }\n'),
      false,
    ],
    ['neither owner nor users', control('{ effort: low }', STEP), true],
    ['an owner', control('{ effort: low, owner: manager }', STEP), false],
    ['users', control('{ effort: low, used_by: handlers }', STEP), false],
    ['a blank owner is none', control('{ effort: low, owner: }', STEP), true],
    [
      'an owner who is named later',
      control('{ effort: low, owner: { ask_later: { who: manager, by: 2027-01-31 } } }', STEP),
      false,
    ],
  ])('%s', (_what, body, speaks) => {
    expect(speaksAt(rule, body)).toEqual(speaks ? AT : []);
  });

  it('does not offer to remove what something still points to', () => {
    const handOver = 'activities: { assess: { hand_overs: [{ by: mail, protected_by: id-check }] } }\n';
    expect(told(rule, control('Compare caller and file', handOver))).toMatchObject([{ fixes: ['Link it'] }]);
    expect(told(rule, control('{ effort: low }', STEP))).toMatchObject([{ fixes: ['Link it'] }]);
  });

  it('says what is missing and inserts just that', () => {
    expect(told(rule, control('{ effort: low }'))).toEqual([
      {
        at: 'controls.id-check',
        marks: 'id-check',
        message:
          'id-check stands on paper only: no activity and no information refers to it, and it has neither an owner nor users.',
        beside: [],
        fixes: ['Link it', 'Remove it'],
      },
    ]);
    const owned = control('{ effort: low, owner: manager }');
    expect(fixedBy(rule, 'Link it', owned)).toContain('owner: manager, protects: [], used_by: [] }');
    expect(fixedBy(rule, 'Remove it', control('A check', '  lock: A lock\n'))).toBe(
      `${PEOPLE}controls:\n  lock: A lock\n`,
    );
  });
});
