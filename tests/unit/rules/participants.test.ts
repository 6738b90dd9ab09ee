import { describe, expect, it } from 'vitest';
import { fixedBy, speaksAt, told } from '../../helpers/told.ts';

const LATER = '{ ask_later: { who: team leader, by: 2027-01-31 } }';
const NEVER = '{ not_applicable: { because: They leave on Friday, decided_by: team leader } }';

/** A group that handles a sensitive item. */
const handlers = (group: string, activity = '', rest = ''): string =>
  `activities: { assess: { performed_by: [handlers], uses: [claim-file]${activity && `, ${activity}`} } }\n` +
  `participants: { handlers: ${group} }\ninformation: { claim-file: { sensitivity: confidential }, form: F }\n${rest}`;

/** The same group, touching nothing sensitive. */
const others = (group: string): string =>
  `activities: { assess: { performed_by: [handlers], uses: [form] } }\nparticipants: { handlers: ${group} }\ninformation: { form: F }\n`;

describe.each([
  ['participants/rules-unknown', 'awareness', 'They know the desk rules'],
  ['participants/training-missing', 'training', 'An afternoon in May'],
  ['participants/no-security-duties', 'security_duties', 'Checking who calls'],
])('%s', (rule, field, sentence) => {
  it.each([
    ['absent', '{ count: 3 }', true],
    ['a plain sentence about the group', 'Claims handlers', true],
    ['a sentence answers', `{ ${field}: ${sentence} }`, false],
    ['a blank is left to wording/placeholder', `{ ${field}: }`, false],
    ['a bare assurance is left to wording/bare-assurance', `{ ${field}: done }`, false],
    ['it does not apply', `{ ${field}: ${NEVER} }`, false],
    ['somebody settles it', `{ ${field}: ${LATER} }`, false],
    ['a wrong shape has its own finding', `{ ${field}: [a, b] }`, false],
  ])('%s', (_what, group, speaks) => {
    expect(speaksAt(rule, handlers(group))).toEqual(speaks ? ['participants.handlers'] : []);
  });

  it('asks of handlers only', () => {
    expect(speaksAt(rule, others('H'))).toEqual([]);
  });

  it('asks once until one handler group is answered', () => {
    const body = (third: string): string =>
      'activities: { assess: { performed_by: [a, b, c], uses: [file] } }\ninformation: { file: { sensitivity: restricted } }\n' +
      `participants: { a: A, b: B, c: ${third} }\n`;
    expect(speaksAt(rule, body('C'))).toEqual(['participants']);
    expect(speaksAt(rule, body(`{ ${field}: ${NEVER} }`))).toEqual(['participants.a', 'participants.b']);
  });
});

describe('what the questions to a handler say', () => {
  const group = '{ name: Claims handlers, employment: agency }';

  it('participants/rules-unknown', () => {
    expect(told('participants/rules-unknown', handlers(group))).toEqual([
      {
        at: 'participants.handlers',
        marks: 'handlers',
        message:
          'Claims handlers handle claim-file. Do they know the rules, and what can happen when they are not kept?',
        beside: ['assess: Claims handlers do this', 'claim-file: claim-file is confidential'],
        fixes: ['Say which rules they know and how'],
      },
    ]);
  });

  it('participants/training-missing', () => {
    expect(told('participants/training-missing', handlers(group))).toEqual([
      {
        at: 'participants.handlers',
        marks: 'handlers',
        message: 'No training is recorded for Claims handlers, who handle claim-file.',
        beside: ['claim-file: claim-file is confidential'],
        fixes: ['Record training'],
      },
    ]);
  });

  it('participants/not-involved', () => {
    expect(told('participants/not-involved', handlers(group))).toEqual([
      {
        at: 'participants.handlers',
        marks: 'handlers',
        message: 'Claims handlers live with the rules. Did they help to shape them or to judge the risks?',
        beside: [],
        fixes: ['Say what they took part in'],
      },
    ]);
  });

  it('participants/outsiders-unbound', () => {
    expect(told('participants/outsiders-unbound', handlers(group))).toEqual([
      {
        at: 'participants.handlers',
        marks: 'handlers',
        message:
          'Claims handlers come from outside and handle claim-file. What did they agree to, and who ends their access?',
        beside: [],
        fixes: ['Record the agreement'],
      },
    ]);
  });

  it('participants/no-security-duties', () => {
    expect(told('participants/no-security-duties', handlers(group))).toEqual([
      {
        at: 'participants.handlers',
        marks: 'handlers',
        message: 'Is looking after claim-file part of the job of Claims handlers, in so many words?',
        beside: [],
        fixes: ['Name the duties'],
      },
    ]);
  });
});

describe('participants/training-overdue', () => {
  const rule = 'participants/training-overdue';
  const due = (day: string): string => `{ name: Claims handlers, training: { last: 2025-05-01, next_due: ${day} } }`;

  it.each([
    ['today', '2026-11-23', false],
    ['yesterday', '2026-11-22', true],
    ['a date that is none has its own finding', 'next spring', false],
    ['blank', '', false],
  ])('%s', (_what, day, speaks) => {
    expect(speaksAt(rule, handlers(due(day)))).toEqual(speaks ? ['participants.handlers.training.next_due'] : []);
  });

  it('asks of handlers only', () => {
    expect(speaksAt(rule, others(due('2020-01-01')))).toEqual([]);
  });

  it('underlines the day and makes room for new ones', () => {
    expect(told(rule, handlers(due('2026-05-01')))).toEqual([
      {
        at: 'participants.handlers.training.next_due',
        marks: '2026-05-01',
        message: 'Training for Claims handlers was due on 2026-05-01.',
        beside: [],
        fixes: ['Record the new dates'],
      },
    ]);
    const [before, after] = handlers('|').split(' { handlers: | }') as [string, string];
    const group = (dates: string): string => `${before}\n  handlers:\n    training:\n${dates}${after}`;
    expect(fixedBy(rule, 'Record the new dates', group('      last: 2025-05-01\n      next_due: 2026-05-01'))).toBe(
      group('      last:\n      next_due:'),
    );
  });

  it('mends the default where a default says it', () => {
    const body = `defaults:\n  participants:\n    training:\n      next_due: 2026-05-01\n${handlers('H')}`;
    expect(told(rule, body)[0]).toMatchObject({ at: 'participants.handlers.training.next_due', marks: 'handlers' });
    expect(fixedBy(rule, 'Record the new dates', body)).toMatch(/training:\n {6}next_due:\n {6}last:\n/);
  });
});

describe('participants/training-too-general', () => {
  const rule = 'participants/training-too-general';
  const covers = (topics: string): string => handlers(`{ training: { covers: ${topics}, last: 2026-05-01 } }`);

  it.each([
    ['neither', '[passwords, email]', ['The training does not cover consequences or claim-file.']],
    ['no item they handle', '[consequences, form]', ['The training does not cover claim-file.']],
    ['no harm', 'claim-file', ['The training does not cover consequences.']],
    ['both', '[claim-file, consequences]', []],
    ['an empty list', '[]', []],
    ['blank', '', []],
  ])('%s', (_what, topics, messages) => {
    expect(told(rule, covers(topics)).map(({ message }) => message)).toEqual(messages);
  });

  it('a sentence about training lists no topics', () => {
    expect(speaksAt(rule, handlers('{ training: An afternoon }'))).toEqual([]);
  });

  it('one of several items is enough; of many, three are named', () => {
    const body = (topics: string): string =>
      'activities: { assess: { performed_by: [h], uses: [a, b, c, d] } }\n' +
      `participants: { h: { training: { covers: [consequences, ${topics}] } } }\n` +
      'information: { a: { sensitivity: restricted }, b: { sensitivity: restricted }, c: { sensitivity: restricted }, d: { sensitivity: restricted } }\n';
    expect(speaksAt(rule, body('d'))).toEqual([]);
    expect(told(rule, body('email'))[0]).toMatchObject({
      message: 'The training does not cover a, b, c or other items they handle.',
      fixes: ['Add a', 'Add b', 'Add c'],
    });
  });

  it('underlines the topics', () => {
    expect(told(rule, covers('[email]'))).toEqual([
      {
        at: 'participants.handlers.training.covers',
        marks: '[email]',
        message: 'The training does not cover consequences or claim-file.',
        beside: ['claim-file: claim-file is confidential'],
        fixes: ['Add consequences', 'Add claim-file'],
      },
    ]);
    expect(fixedBy(rule, 'Add consequences', covers('[email]'))).toContain('covers: [email, consequences]');
    expect(fixedBy(rule, 'Add claim-file', covers('email'))).toContain('covers: [email, claim-file]');
  });
});

describe('participants/incentive-pulls-away', () => {
  const rule = 'participants/incentive-pulls-away';
  const incentives = (text: string): string => handlers(`{ incentives: ${text} }`);
  const first = ['participants.handlers.incentives.0'];

  it.each([
    ['volume', '[{ kind: volume }]', first],
    ['speed', '[{ kind: speed }]', first],
    ['cost', '[{ kind: cost }]', first],
    ['quality', '[{ kind: quality }]', []],
    ['words without a kind', '[A bonus for each claim]', []],
    ['a single incentive', '{ kind: volume }', ['participants.handlers.incentives']],
    ['a blank effect', '[{ kind: volume, effect: }]', first],
    ['it undermines', '[{ kind: volume, effect: undermines }]', first],
    [
      'it undermines, with a counterweight',
      '[{ kind: volume, effect: undermines, counterweight: Checked files count }]',
      [],
    ],
    ['a blank counterweight is left to wording/placeholder', '[{ kind: volume, counterweight: }]', []],
    ['neutral without a reason', '[{ kind: volume, effect: neutral }]', first],
    ['neutral with a reason', '[{ kind: volume, effect: neutral, because: Small sum }]', []],
    ['neutral with a blank reason is left to wording/placeholder', '[{ kind: volume, effect: neutral, because: }]', []],
    ['it supports', '[{ kind: volume, effect: supports }]', []],
    ['an effect that is none has its own finding', '[{ kind: volume, effect: bad }]', []],
    ['each of several', '[{ kind: volume }, { kind: cost }]', [...first, 'participants.handlers.incentives.1']],
  ])('%s', (_what, text, at) => {
    expect(speaksAt(rule, incentives(text))).toEqual(at);
  });

  it('asks of handlers only', () => {
    expect(speaksAt(rule, others('{ incentives: [{ kind: volume }] }'))).toEqual([]);
  });

  it('underlines the incentive and points at what it is measured on', () => {
    expect(told(rule, incentives('[{ kind: volume, measured_on: [assess] }]'))).toEqual([
      {
        at: 'participants.handlers.incentives.0',
        marks: '{ kind: volume, measured_on: [assess] }',
        message: 'handlers are rewarded for volume. Does that reward skipping a security step?',
        beside: ['assess: It is measured on assess'],
        fixes: ['Say what it does to security', 'Add a counterweight'],
      },
    ]);
  });

  it('offers only what is not said yet', () => {
    const fixes = (text: string): string[] => told(rule, incentives(text))[0]!.fixes;
    expect(fixes('[{ kind: volume, effect: undermines }]')).toEqual(['Add a counterweight']);
    expect(fixedBy(rule, 'Say what it does to security', incentives('[{ kind: volume, effect: neutral }]'))).toContain(
      '{ kind: volume, effect: neutral, because: }',
    );
  });
});

describe('participants/not-involved', () => {
  const rule = 'participants/not-involved';

  it.each([
    ['absent', 'H', true],
    ['an empty list', '{ involved_in: [] }', true],
    ['a blank is left to wording/placeholder', '{ involved_in: }', false],
    ['one thing', '{ involved_in: requirements }', false],
    ['it does not apply', `{ involved_in: ${NEVER} }`, false],
  ])('%s', (_what, group, speaks) => {
    expect(speaksAt(rule, handlers(group))).toEqual(speaks ? ['participants.handlers'] : []);
  });
});

describe('participants/outsiders-unbound', () => {
  const rule = 'participants/outsiders-unbound';

  it.each([
    ['agency', true],
    ['contractors', true],
    ['supplier', true],
    ['employees', false],
    ['volunteers', false],
    ['', false],
  ])('employment: %s', (employment, speaks) => {
    expect(speaksAt(rule, handlers(`{ employment: ${employment} }`))).toEqual(speaks ? ['participants.handlers'] : []);
    expect(speaksAt(rule, others(`{ employment: ${employment} }`))).toEqual([]);
  });

  it('leaves a missing leaver step to wording/slots-missing', () => {
    expect(speaksAt(rule, handlers('{ employment: agency, agreement: { what: Silence } }'))).toEqual([]);
  });
});

describe('participants/no-time-for-duties', () => {
  const rule = 'participants/no-time-for-duties';
  const goal = 'goals: [{ kind: speed }]';

  it.each([
    ['slots without time', '{ security_duties: { what: Check who calls } }', goal, true],
    ['no target', '{ security_duties: { what: Check who calls } }', '', false],
    ['a sentence', '{ security_duties: Check who calls }', goal, false],
    ['no duties yet', 'H', goal, false],
    ['a blank is left to wording/placeholder', '{ security_duties: { what: Check, time_allowed: } }', goal, false],
    ['time', '{ security_duties: { what: Check, time_allowed: 3 minutes a call } }', goal, false],
    ['it does not apply', `{ security_duties: { what: Check, time_allowed: ${NEVER} } }`, goal, false],
  ])('%s', (_what, group, activity, speaks) => {
    expect(speaksAt(rule, handlers(group, activity))).toEqual(speaks ? ['participants.handlers.security_duties'] : []);
  });

  it('the target may weigh on work that touches nothing', () => {
    const body =
      'activities: { assess: { performed_by: h, uses: file }, phone: { performed_by: h, goals: { kind: cost } } }\n' +
      'participants: { h: { name: Handlers, security_duties: { what: Check } } }\ninformation: { file: { sensitivity: restricted } }\n';
    expect(told(rule, body)).toEqual([
      {
        at: 'participants.h.security_duties',
        marks: 'security_duties',
        message: 'Handlers have duties and a target, but no time is named for the duties.',
        beside: ['phone: The target weighs on this'],
        fixes: ['Name the time'],
      },
    ]);
  });
});
