import { describe, expect, it } from 'vitest';
import { described, fixed, says, speaks } from '../../helpers/charter.ts';

const TOUCHED = 'information_touched: [claim file]\n';
const LATER = '{ ask_later: { who: manager, by: 2027-01-31 } }';
const NO = '{ not_applicable: { because: Not here, decided_by: manager } }';

/** A description in which handlers and temps work on a confidential file. */
const claims = described(
  'claims',
  `activities: { assess: { does: They decide, performed_by: [handlers, temps], uses: [claim-file] } }
participants: { handlers: { name: Claims handlers }, temps: { name: Temps } }
information: { claim-file: { name: Claim file, sensitivity: confidential }, bank-details: { sensitivity: restricted } }
`,
);

describe('initiation/security-silent', () => {
  const rule = 'initiation/security-silent';

  it.each([
    ['no phases', '', true],
    ['no initiation', 'phases: { development: { owner: a } }\n', true],
    ['a blank initiation', 'phases: { initiation: }\n', true],
    ['nothing about security', 'phases: { initiation: { owner: a } }\n', true],
    ['a plain sentence', 'phases: { initiation: { security: Walked through with two handlers } }\n', false],
    ['slots', 'phases: { initiation: { security: { who: a } } }\n', false],
    ['a blank is left to wording/placeholder', 'phases: { initiation: { security: } }\n', false],
    ['blank slots too', 'phases: { initiation: { security: { who: , what: } } }\n', false],
    ['a bare assurance is left to its own rule', 'phases: { initiation: { security: done } }\n', false],
    ['does not apply', `phases: { initiation: { security: ${NO} } }\n`, false],
    ['the whole phase does not apply', `phases: { initiation: ${NO} }\n`, false],
    ['all phases are settled later', `phases: ${LATER}\n`, false],
    ['a wrong shape', 'phases: [initiation]\n', false],
  ])('%s', (_what, phases, expected) => {
    expect(speaks(rule, TOUCHED + phases)).toEqual(expected ? ['phases.initiation'] : []);
  });

  it.each([
    ['the phase', 'phases: { initiation: { owner: a } }\n', 'initiation'],
    ['else the phases', 'phases: { development: { owner: a } }\n', 'phases'],
    ['else the title', '', 'Claims portal'],
  ])('sits on %s', (_what, phases, marks) => {
    expect(says(rule, TOUCHED + phases).map((each) => each.marks)).toEqual([marks]);
  });

  it('names the sensitive items and shows them in the description', () => {
    expect(says(rule, `work_system: "#claims"\n${claims}`)).toEqual([
      {
        at: 'phases.initiation',
        marks: 'Claims portal',
        message:
          'This project touches Claim file and bank-details. The start-up says nothing yet about protecting them.',
        beside: ['claim-file: Claim file is confidential', 'bank-details: bank-details is restricted'],
        fixes: ['Say who looked at what'],
      },
    ]);
  });

  it('shows items that stand in the charter alone', () => {
    expect(says(rule, TOUCHED)[0]?.beside).toEqual(['claim file: claim file is touched']);
  });
});

describe('initiation/no-security-requirement', () => {
  const rule = 'initiation/no-security-requirement';

  it.each([
    ['none', '', true],
    ['blank', 'requirements:\n', true],
    ['one of another type', 'requirements: { R1: { text: Photos are encrypted, type: functional } }\n', true],
    ['one of the type security', 'requirements: { S1: { text: Photos stay inside, type: security } }\n', false],
    ['one whose text is still blank', 'requirements: { S1: { text: , type: security } }\n', false],
    ['a sentence with a security word', 'requirements: { R1: Photos are encrypted }\n', false],
    ['no type, but a security word', 'requirements: { R1: { text: Only after sign-in } }\n', false],
    ['a sentence without', 'requirements: { R1: Photos open in two seconds }\n', true],
    ['a sentence in another language', 'language: de\nrequirements: { R1: Password }\n', true],
    ['a type from the defaults', 'defaults: { requirements: { type: security } }\nrequirements: { R1: Fast }\n', false],
    ['a type with a mistake', 'requirements: { R1: { text: Fast, type: securty } }\n', false],
    ['settled later', `requirements: ${LATER}\n`, false],
    ['a requirement that is settled later', `requirements: { S1: ${LATER} }\n`, false],
    ['a wrong shape', 'requirements: [Fast]\n', false],
  ])('%s', (_what, requirements, expected) => {
    expect(speaks(rule, TOUCHED + requirements)).toEqual(expected ? ['requirements'] : []);
  });

  it('inserts a requirement under an id that is free', () => {
    const body = `${TOUCHED}requirements:\n  S1: Fast\n`;
    expect(says(rule, body)).toEqual([
      {
        at: 'requirements',
        marks: 'requirements',
        message: 'No requirement says how claim file are kept safe.',
        beside: ['claim file: claim file is touched'],
        fixes: ['Insert a security requirement'],
      },
    ]);
    expect(fixed(rule, 'Insert a security requirement', body)).toBe(
      `${body}  # When <event>, <who or what> <does what> within <time>\n  S2:\n    text:\n    type: security\n    covers: []\n    verified_by:\n`,
    );
  });
});

describe('initiation/requirement-unverified', () => {
  const rule = 'initiation/requirement-unverified';
  const two = (first: string, second: string): string =>
    `requirements: { S1: { text: A, type: security${first} }, S2: { text: B, type: security${second} } }\n`;

  it.each([
    ['none has a check: one finding', two('', ''), ['requirements']],
    ['one has', two(', verified_by: Test 4', ''), ['requirements.S2']],
    ['one is blank: nobody has started', two(', verified_by: ', ''), ['requirements.S2']],
    ['one is settled later', two(`, verified_by: ${LATER}`, ''), ['requirements.S2']],
    ['both have', two(', verified_by: Test 4', ', verified_by: Test 5'), []],
    ['another type', 'requirements: { R1: { text: A, type: quality } }\n', []],
    ['a plain sentence has no type', 'requirements: { R1: Photos are encrypted }\n', []],
  ])('%s', (_what, body, expected) => {
    expect(speaks(rule, body)).toEqual(expected);
  });

  it('asks with the id', () => {
    expect(says(rule, 'requirements: { S1: { text: A, type: security } }\n')).toEqual([
      {
        at: 'requirements.S1',
        marks: 'S1',
        message: 'How will you know that S1 is met?',
        beside: [],
        fixes: ['Name the check'],
      },
    ]);
  });
});

describe('initiation/security-put-off', () => {
  const rule = 'initiation/security-put-off';
  const put = (entry: string): string => `scope: { excludes: [${entry}] }\n`;

  it.each([
    ['a sentence with a security word', put('Second factor for shops'), ['scope.excludes.0']],
    ['a sentence without', put('Electronic signature'), []],
    ['the type security', put('{ what: Keys, type: security }'), ['scope.excludes.0']],
    ['the type other', put('{ what: Password reset, type: other }'), []],
    ['a type with a mistake', put('{ what: Password reset, type: securty }'), []],
    ['an owner and no day', put('{ what: Backups, owner: manager }'), ['scope.excludes.0']],
    ['an owner and a day to come', put('{ what: Backups, owner: manager, by: 2027-01-31 }'), []],
    ['today', put('{ what: Backups, owner: manager, by: 2026-11-23 }'), []],
    ['a day that has passed', put('{ what: Backups, owner: manager, by: 2026-11-22 }'), ['scope.excludes.0.by']],
    ['a day that is settled later', put(`{ what: Backups, owner: manager, by: ${LATER} }`), []],
    ['blank slots', put('{ what: Backups, owner: , by: }'), ['scope.excludes.0']],
    ['one value for a list', 'scope: { excludes: Backups }\n', ['scope.excludes']],
    ['each entry on its own', put('Backups, Signature, Encryption'), ['scope.excludes.0', 'scope.excludes.2']],
    ['words in another language', `language: de\n${put('Passwort-Manager, Login')}`, []],
  ])('%s', (_what, body, expected) => {
    expect(speaks(rule, body)).toEqual(expected);
  });

  it('sits on the entry, or on the day that has passed', () => {
    expect(says(rule, put('Backups'))).toEqual([
      {
        at: 'scope.excludes.0',
        marks: 'Backups',
        message: 'This is put off. Who takes it up, and by when?',
        beside: [],
        fixes: ['Insert owner and date', 'Say it is not about security'],
      },
    ]);
    const [passed] = says(rule, put('{ what: Keys, type: security, owner: manager, by: 2026-01-31 }'));
    expect([passed?.marks, passed?.fixes]).toEqual(['2026-01-31', ['Set a new date']]);
  });

  it('keeps the sentence', () => {
    const body = 'scope:\n  excludes:\n    - Backups\n';
    expect(fixed(rule, 'Insert owner and date', body)).toBe(
      'scope:\n  excludes:\n    - what: Backups\n      owner:\n      by:\n',
    );
    expect(fixed(rule, 'Say it is not about security', body)).toBe(
      'scope:\n  excludes:\n    - what: Backups\n      type: other\n',
    );
  });
});

describe('initiation/sensitive-items-not-named', () => {
  const rule = 'initiation/sensitive-items-not-named';
  const body = (touched: string): string => `work_system: "#claims"\n${touched}${claims}`;

  it.each([
    ['absent', '', true],
    ['empty', 'information_touched: []\n', true],
    ['blank is left to wording/placeholder', 'information_touched:\n', false],
    ['one item', 'information_touched: claim-file\n', false],
    ['none, as somebody decided', `information_touched: ${NO}\n`, false],
    ['settled later', `information_touched: ${LATER}\n`, false],
  ])('%s', (_what, touched, expected) => {
    expect(speaks(rule, body(touched))).toEqual(expected ? ['information_touched'] : []);
  });

  it('stays quiet where the description holds nothing sensitive, or none is linked', () => {
    expect(speaks(rule, `work_system: "#a"\n${described('a', 'information: { map: A map }\n')}`)).toEqual([]);
    expect(speaks(rule, claims)).toEqual([]);
  });

  it('copies the ids of the items', () => {
    expect(says(rule, body(''))).toEqual([
      {
        at: 'information_touched',
        marks: 'work_system',
        message: 'The linked description lists 2 sensitive items; this project names none.',
        beside: ['claim-file: Claim file is confidential', 'bank-details: bank-details is restricted'],
        fixes: ['Copy the sensitive items'],
      },
    ]);
    expect(says(rule, body('information_touched: []\n'))[0]?.marks).toBe('information_touched');
    const after = fixed(rule, 'Copy the sensitive items', body('information_touched: []\n'));
    expect(after).toBe(body('information_touched: [claim-file, bank-details]\n'));
    expect(speaks(rule, after)).toEqual([]);
  });
});

describe('initiation/privacy-assessment-undecided', () => {
  const rule = 'initiation/privacy-assessment-undecided';
  const special = 'information_touched: [{ what: injury report, personal_data: special-category }]\n';
  const personal = 'information_touched: [{ what: claim file, personal_data: personal }]\n';
  const agent = (kind: string): string =>
    `work_system: "#claims"\ninformation_touched: [claim-file]\n${described(
      'claims',
      `activities: { triage: { performed_by: [bot], uses: [claim-file] } }\ntechnologies: { bot: { name: Triage bot, kind: ${kind} } }\ninformation: { claim-file: { personal_data: personal } }\n`,
    )}`;

  it.each([
    ['special-category data', special, true],
    ['personal data alone', personal, false],
    ['personal data used in a delicate way', `${personal}privacy_triggers: [profiling]\n`, true],
    ['no way is named', `${personal}privacy_triggers: []\n`, false],
    ['a delicate way without personal data', `${TOUCHED}privacy_triggers: [profiling]\n`, false],
    ['an agent that works on personal data', agent('automated-agent'), true],
    ['a tool does', agent('tool'), false],
    ['decided', `${special}privacy_assessment: { decision: not-needed, decided_by: manager }\n`, false],
    ['decided in a sentence', `${special}privacy_assessment: Done last year by the lawyer\n`, false],
    ['does not apply', `${special}privacy_assessment: ${NO}\n`, false],
  ])('%s', (_what, body, expected) => {
    expect(speaks(rule, body)).toEqual(expected ? ['privacy_assessment'] : []);
  });

  it('is switched off by a setting', () => {
    expect(speaks(rule, special, { settings: { privacy_screening: false } })).toEqual([]);
  });

  it.each([
    [special, 'Special-category data in injury report.'],
    [`${personal}privacy_triggers: [large-scale, children]\n`, 'Large scale and children with personal data.'],
    [agent('automated-agent'), 'An automated agent, Triage bot, does part of triage.'],
  ])('gives the reason', (body, reason) => {
    expect(says(rule, body).map(({ marks, message }) => [marks, message])).toEqual([
      ['information_touched', `${reason} That usually calls for a privacy assessment. Has anyone decided?`],
    ]);
  });
});

describe('initiation/workers-not-asked', () => {
  const rule = 'initiation/workers-not-asked';
  const body = (stakeholders: string): string => `work_system: "#claims"\n${stakeholders}${claims}`;

  it.each([
    ['nobody', '', true],
    ['one group about risks', 'stakeholders: { temps: { consulted_on: [risks] } }\n', false],
    [
      'one about requirements, as a single value',
      'stakeholders: { handlers: { consulted_on: requirements } }\n',
      false,
    ],
    ['only about the design', 'stakeholders: { handlers: { consulted_on: [design, rollout] } }\n', true],
    ['only somebody else', 'stakeholders: { landlords: { consulted_on: [risks] } }\n', true],
    ['a group without an answer yet', 'stakeholders: { handlers: { consulted_on: [] } }\n', true],
    ['a group that is asked later', `stakeholders: { handlers: { consulted_on: ${LATER} } }\n`, false],
    ['all is settled later', `stakeholders: ${LATER}\n`, false],
  ])('%s', (_what, stakeholders, expected) => {
    expect(speaks(rule, body(stakeholders))).toEqual(expected ? ['stakeholders'] : []);
  });

  it('stays quiet where nobody handles anything sensitive', () => {
    expect(speaks(rule, `work_system: "#a"\n${described('a', 'participants: { handlers: People }\n')}`)).toEqual([]);
  });

  it('shows the groups and adds them', () => {
    const some = body('stakeholders:\n  handlers:\n    consulted_on: [design]\n');
    expect(says(rule, some)).toEqual([
      {
        at: 'stakeholders',
        marks: 'stakeholders',
        message: 'Claims handlers and Temps do the work. Were they asked about risks or requirements?',
        beside: ['handlers: Claims handlers handle sensitive information', 'temps: Temps handle sensitive information'],
        fixes: ['Add the groups'],
      },
    ]);
    expect(fixed(rule, 'Add the groups', some)).toBe(
      body('stakeholders:\n  handlers:\n    consulted_on: [design]\n  temps:\n    consulted_on: []\n'),
    );
  });
});
