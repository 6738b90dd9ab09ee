import { describe, expect, it } from 'vitest';
import { described, fixed, says, speaks } from '../../helpers/charter.ts';
import { check } from '../../helpers/check.ts';

const TOUCHED = 'information_touched: [claim file]\n';
const LATER = '{ ask_later: { who: manager, by: 2027-01-31 } }';
const NO = '{ not_applicable: { because: Not here, decided_by: manager } }';

const implementation = (fields: string): string => `${TOUCHED}phases: { implementation: ${fields} }\n`;

/** A description in which handlers and temps work on a confidential file. */
const claims = described(
  'claims',
  `activities: { assess: { does: They decide, performed_by: [handlers, temps], uses: [claim-file] } }
participants: { handlers: { name: Claims handlers }, temps: { name: Temps }, cleaners: Cleaners }
information: { claim-file: { name: Claim file, sensitivity: confidential }, price-list: { sensitivity: public } }
`,
);

describe('what needs sensitive information and a planned implementation', () => {
  it.each(['implementation/briefing-gaps', 'implementation/acceptance-silent', 'implementation/no-effort'])(
    '%s',
    (rule) => {
      const body = implementation('{ owner: a }');
      expect(speaks(rule, body)).toEqual(['phases.implementation']);
      expect(speaks(rule, implementation(''))).toEqual(['phases.implementation']);
      expect(speaks(rule, body.replace(TOUCHED, ''))).toEqual([]);
      expect(speaks(rule, TOUCHED)).toEqual([]);
      expect(speaks(rule, implementation(NO))).toEqual([]);
    },
  );
});

describe('implementation/briefing-gaps', () => {
  const rule = 'implementation/briefing-gaps';
  const three = 'personal_devices: None, passwords: Never shared, logging_off: At noon';

  it.each([
    ['absent', '{ owner: a }', 'personal devices, passwords and logging off'],
    ['a plain sentence answers', '{ briefing: An hour about phones and passwords }', undefined],
    ['blank is left to wording/placeholder', '{ briefing: }', undefined],
    ['blank slots too', '{ briefing: { personal_devices: , passwords: , logging_off: } }', undefined],
    ['all three topics', `{ briefing: { ${three} } }`, undefined],
    ['one topic', '{ briefing: { passwords: Never shared } }', 'personal devices and logging off'],
    ['a blank topic counts as there', '{ briefing: { personal_devices: None, passwords: } }', 'logging off'],
    [
      'only the reasons',
      '{ briefing: { why_it_matters: Thieves }, owner: a }',
      'personal devices, passwords and logging off',
    ],
    [
      'a topic that does not apply',
      `{ briefing: { personal_devices: None, passwords: Own, logging_off: ${NO} } }`,
      undefined,
    ],
    ['does not apply', `{ briefing: ${NO} }`, undefined],
    ['settled later', `{ briefing: ${LATER} }`, undefined],
    ['a wrong shape', '{ briefing: [phones] }', undefined],
  ])('%s', (_what, fields, missing) => {
    expect(says(rule, implementation(fields)).map(({ at, message }) => [at, message])).toEqual(
      missing ? [['phases.implementation', `The briefing does not yet cover ${missing}.`]] : [],
    );
  });

  it('sits on the briefing, else on the phase', () => {
    expect(says(rule, implementation('{ owner: a }'))[0]?.marks).toBe('implementation');
    expect(says(rule, implementation('{ briefing: { passwords: Own } }'))[0]?.marks).toBe('briefing');
  });

  it('inserts the topics that are missing', () => {
    const body = `${TOUCHED}phases:\n  implementation:\n    briefing:\n      passwords: Own\n`;
    expect(fixed(rule, 'Insert the topics', body)).toBe(`${body}      personal_devices:\n      logging_off:\n`);
  });

  it('never offers to wipe out topics that are covered', () => {
    const titles = (fields: string) =>
      check(`kind: project-charter\nformat: 1\ntitle: Claims portal\n${implementation(fields)}`)
        .findings.find((finding) => finding.rule === rule)
        ?.fixes.flatMap(({ kind, title, patches }) => (kind === 'waive' ? [[title, patches[0]?.at.join('.')]] : []));
    expect(titles('{ briefing: { passwords: Own } }')).toEqual([['Record an exception', 'waivers']]);
    expect(titles('{ briefing: { passwords: Own, personal_devices: None } }')).toEqual([
      ['Does not apply, because …', 'phases.implementation.briefing.logging_off'],
      ['Ask later', 'phases.implementation.briefing.logging_off'],
    ]);
  });
});

describe('implementation/reasons-not-given', () => {
  const rule = 'implementation/reasons-not-given';

  it.each([
    ['no briefing', '{ owner: a }', false],
    ['a plain sentence', '{ briefing: An hour about phones }', false],
    ['blank slots', '{ briefing: { passwords: } }', false],
    ['slots without a reason', '{ briefing: { passwords: Own } }', true],
    ['a reason', '{ briefing: { passwords: Own, why_it_matters: Thieves read claims } }', false],
    ['a blank reason is left to wording/placeholder', '{ briefing: { passwords: Own, why_it_matters: } }', false],
    ['it does not apply', `{ briefing: { passwords: Own, why_it_matters: ${NO} } }`, false],
  ])('%s', (_what, fields, expected) => {
    expect(speaks(rule, implementation(fields))).toEqual(expected ? ['phases.implementation.briefing'] : []);
  });

  it('sits on the briefing', () => {
    expect(says(rule, implementation('{ briefing: { passwords: Own } }'))).toEqual([
      {
        at: 'phases.implementation.briefing',
        marks: 'briefing',
        message: 'People will ask why. What is the answer for their work?',
        beside: [],
        fixes: ['Give the reason'],
      },
    ]);
  });
});

describe('implementation/group-untrained', () => {
  const rule = 'implementation/group-untrained';
  const body = (fields: string): string =>
    `work_system: "#claims"\nphases:\n  implementation: { owner: a${fields} }\n${claims}`;

  it.each([
    ['no training', '', true],
    ['an empty list', ', training: []', true],
    ['one of two groups', ', training: [{ audience: [handlers] }]', true],
    ['both, in two trainings', ', training: [{ audience: handlers }, { audience: [temps] }]', false],
    ['one that has only begun', ', training: [{ audience: [handlers, temps], ends: }]', true],
    ['a group by its name is not found', ', training: [{ audience: [Claims handlers, Temps] }]', true],
    ['training is settled later', `, training: ${LATER}`, false],
    ['an audience is settled later', `, training: [{ audience: ${LATER} }]`, false],
  ])('%s', (_what, fields, expected) => {
    expect(speaks(rule, body(fields))).toEqual(expected ? ['phases.implementation'] : []);
  });

  it('stays quiet without the phase, and without a description', () => {
    expect(speaks(rule, `work_system: "#claims"\n${claims}`)).toEqual([]);
    expect(speaks(rule, implementation('{ owner: a }'))).toEqual([]);
  });

  it('goes by the to-be description where one is linked', () => {
    const links = 'work_system: { as_is: "#claims", to_be: "#then" }\nphases: { implementation: { owner: a } }\n';
    expect(speaks(rule, `${links}${claims}${described('then')}`)).toEqual([]);
  });

  it('names the groups and what they handle', () => {
    expect(says(rule, body(''))).toEqual([
      {
        at: 'phases.implementation',
        marks: 'implementation',
        message: 'Claims handlers and Temps will handle Claim file but are in no training planned here.',
        beside: ['handlers: Claims handlers will handle Claim file', 'temps: Temps will handle Claim file'],
        fixes: ['Add the groups'],
      },
    ]);
    expect(says(rule, body(', training: [{ audience: temps }]'))[0]?.marks).toBe('training');
  });

  it('adds the groups', () => {
    expect(fixed(rule, 'Add the groups', body(', training: [{ audience: temps }]'))).toBe(
      body(', training: [{ audience: temps }, { audience: [handlers], ends:, covers: [] }]'),
    );
  });

  it('adds no group a second time', () => {
    expect(says(rule, body(', training: [{ audience: [handlers, temps], ends: }]'))[0]?.fixes).toEqual([]);
    expect(fixed(rule, 'Add the groups', body(', training: [{ audience: temps, ends: }]'))).toBe(
      body(', training: [{ audience: temps, ends: }, { audience: [handlers], ends:, covers: [] }]'),
    );
  });
});

describe('implementation/trained-after-start', () => {
  const rule = 'implementation/trained-after-start';
  const body = (training: string, start = 'go_live: 2027-03-01'): string =>
    `phases: { implementation: { ${start}, training: [${training}] } }\n`;

  it.each([
    ['before the start', body('{ ends: 2027-02-28 }'), []],
    ['on the day', body('{ ends: 2027-03-01 }'), []],
    ['a day later', body('{ ends: 2027-03-02 }'), ['phases.implementation.training.0.ends']],
    ['no day for the start', body('{ ends: 2027-03-02 }', 'owner: a'), []],
    ['no last day', body('{ audience: [handlers] }'), []],
    [
      'each training on its own',
      body('{ ends: 2027-02-01 }, { ends: 2027-04-01 }'),
      ['phases.implementation.training.1.ends'],
    ],
  ])('%s', (_what, text, expected) => {
    expect(speaks(rule, text)).toEqual(expected);
  });

  it('names the audience and shows the start', () => {
    const text = `work_system: "#claims"\n${body('{ audience: [handlers, Night shift], ends: 2027-03-12 }')}${claims}`;
    expect(says(rule, text)).toEqual([
      {
        at: 'phases.implementation.training.0.ends',
        marks: '2027-03-12',
        message: 'Claims handlers and Night shift start on 2027-03-01 but are trained only by 2027-03-12.',
        beside: ['2027-03-01: The new way starts on 2027-03-01'],
        fixes: ['Move the date to 2027-03-01'],
      },
    ]);
    expect(says(rule, body('{ ends: 2027-03-12 }'))[0]?.message).toBe(
      'People start on 2027-03-01 but are trained only by 2027-03-12.',
    );
  });
});

describe('implementation/conversion-unprotected', () => {
  const rule = 'implementation/conversion-unprotected';
  const conversion = (value: string): string => `phases: { implementation: { conversion: ${value} } }\n`;
  const linked = (value: string): string => `work_system: "#claims"\n${conversion(value)}${claims}`;

  it.each([
    ['without a description every entry counts', conversion('{ moves: [old files] }'), true],
    ['a sensitive item', linked('{ moves: claim-file }'), true],
    ['a public item', linked('{ moves: [price-list] }'), false],
    ['words that lead nowhere', linked('{ moves: [old files] }'), false],
    [
      'words that are named as touched',
      `information_touched: [{ what: old files, sensitivity: restricted }]\n${linked('{ moves: [old files] }')}`,
      true,
    ],
    ['a plain sentence answers', conversion('The provider moves encrypted copies'), false],
    ['nothing is moved', conversion('{ protected_by: A lock }'), false],
    ['both said', conversion('{ moves: [files], protected_by: A lock, old_copies: Wiped }'), false],
    [
      'a blank is left to wording/placeholder',
      conversion('{ moves: [files], protected_by: , old_copies: Wiped }'),
      false,
    ],
    ['one does not apply', conversion(`{ moves: [files], protected_by: A lock, old_copies: ${NO} }`), false],
    ['the conversion does not apply', conversion(NO), false],
  ])('%s', (_what, body, expected) => {
    expect(speaks(rule, body)).toEqual(expected ? ['phases.implementation.conversion'] : []);
  });

  it('lists what is not said', () => {
    const body = linked('{ moves: [claim-file, price-list], protected_by: A lock }');
    expect(says(rule, body)).toEqual([
      {
        at: 'phases.implementation.conversion',
        marks: 'conversion',
        message: 'Claim file are moved. Not said yet: what happens to the old copies.',
        beside: [],
        fixes: ['Insert the missing slots'],
      },
    ]);
    expect(fixed(rule, 'Insert the missing slots', body)).toBe(
      linked('{ moves: [claim-file, price-list], protected_by: A lock, old_copies: }'),
    );
  });
});

describe('implementation/acceptance-silent', () => {
  const rule = 'implementation/acceptance-silent';

  it.each([
    ['no acceptance', '{ owner: a }', true],
    ['an empty list', '{ acceptance: [] }', true],
    ['nothing about security', '{ acceptance: [Opens in two minutes] }', true],
    ['a security word', '{ acceptance: [Opens only after sign-in] }', false],
    ['the type', '{ acceptance: [{ criterion: Opens for us alone, type: security }] }', false],
    ['settled later', `{ acceptance: ${LATER} }`, false],
  ])('%s', (_what, fields, expected) => {
    expect(speaks(rule, implementation(fields))).toEqual(expected ? ['phases.implementation'] : []);
  });

  it('sits on the acceptance, else on the phase', () => {
    expect(says(rule, implementation('{ owner: a }'))[0]?.marks).toBe('implementation');
    expect(says(rule, implementation('{ acceptance: [Fast] }'))).toEqual([
      {
        at: 'phases.implementation',
        marks: 'acceptance',
        message: 'The new way of working could be accepted with its protection switched off.',
        beside: [],
        fixes: ['Add a criterion'],
      },
    ]);
  });
});

describe('implementation/no-effort', () => {
  const rule = 'implementation/no-effort';

  it.each([
    ['neither effort nor security', '{ owner: a }', 'No hours are'],
    ['effort as a plain sentence', '{ effort: Two days a week }', undefined],
    ['security, but no effort', '{ security: The manager sits beside the clerks }', undefined],
    ['hours, none for security', '{ effort: { total_hours: 40 } }', '40 hours are'],
    ['one hour', '{ effort: { total_hours: 1 } }', '1 hour is'],
    ['no hour for security', '{ effort: { total_hours: 40, security_hours: 0 } }', '40 hours are'],
    ['hours for security', '{ effort: { total_hours: 40, security_hours: 2 } }', undefined],
    ['hours for security alone', '{ effort: { security_hours: 2 } }', undefined],
    ['hours with security in words', '{ effort: { total_hours: 40 }, security: The manager helps }', '40 hours are'],
    [
      'hours for security that are settled later',
      `{ effort: { total_hours: 40, security_hours: ${LATER} } }`,
      undefined,
    ],
    ['hours for security that are no number', '{ effort: { total_hours: 40, security_hours: some } }', undefined],
    ['effort does not apply', `{ effort: ${NO} }`, undefined],
  ])('%s', (_what, fields, hours) => {
    expect(says(rule, implementation(fields)).map(({ at, message }) => [at, message])).toEqual(
      hours ? [['phases.implementation', `${hours} planned for the change; nothing is named for security.`]] : [],
    );
  });

  it('sits on the effort, else on the phase, and keeps what is said', () => {
    expect(says(rule, implementation('{ owner: a }'))[0]?.marks).toBe('implementation');
    const body = implementation('{ effort: { total_hours: 40 } }');
    expect(says(rule, body)[0]?.marks).toBe('effort');
    expect(fixed(rule, 'Name the hours', body)).toBe(
      implementation('{ effort: { total_hours: 40, security_hours: } }'),
    );
    const nothing = `${TOUCHED}phases:\n  implementation:\n    owner: a\n`;
    expect(fixed(rule, 'Name the hours', nothing)).toBe(
      `${nothing}    effort:\n      total_hours:\n      security_hours:\n`,
    );
  });
});
